public import Diagnostics

/// A value of a JSON or YAML text together with its place: the tree that front matter, site
/// configuration, Data Packages and chart specifications are read from.
public struct DocumentNode: Sendable {
  /// What stands there.
  public indirect enum Value: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number, with the text it was written as.
    case number(Double, literal: String)
    /// A text.
    case string(String)
    /// A list.
    case list([DocumentNode])
    /// A mapping, in the order written.
    case mapping(DocumentMapping)
  }

  /// The value.
  public var value: Value
  /// Its place in the file.
  public var range: SourceRange

  /// A value at a place.
  public init(_ value: Value, _ range: SourceRange = .start) {
    self.value = value
    self.range = range
  }
}

/// The entries of a mapping, in the order written; keys are unique.
public struct DocumentMapping: Sendable {
  /// One key with its value.
  public struct Entry: Sendable {
    /// The key.
    public var key: String
    /// The key's place.
    public var keyRange: SourceRange
    /// The value.
    public var value: DocumentNode
    /// An entry.
    public init(key: String, keyRange: SourceRange = .start, value: DocumentNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// The entries in the order written.
  public var entries: [Entry]

  /// A mapping of entries with unique keys.
  public init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  /// The value of a key, or nil. Mappings are small: a linear search.
  public subscript(key: String) -> DocumentNode? {
    // By place: an iterator would retain every entry that it goes past.
    guard let index = entries.indices.first(where: { entries[$0].key == key }) else { return nil }
    return entries[index].value
  }

  /// The keys in the order written.
  public var keys: [String] { entries.map(\.key) }
}

extension DocumentNode {
  /// The text of a string node, else nil.
  public var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The number of a number node, else nil.
  public var number: Double? {
    if case .number(let number, _) = value { number } else { nil }
  }

  /// The truth value of a boolean node, else nil.
  public var boolean: Bool? {
    if case .boolean(let flag) = value { flag } else { nil }
  }

  /// The elements of a list node, else nil.
  public var list: [DocumentNode]? {
    if case .list(let nodes) = value { nodes } else { nil }
  }

  /// The mapping of a mapping node, else nil.
  public var mapping: DocumentMapping? {
    if case .mapping(let mapping) = value { mapping } else { nil }
  }

  /// Whether the node is `null`.
  public var isNull: Bool {
    if case .null = value { true } else { false }
  }

  /// The value of a key of a mapping node, else nil.
  public subscript(key: String) -> DocumentNode? { mapping?[key] }

  /// What the node is, in words for a diagnostic: `a text`, `a number`, `a list`.
  public var kind: String {
    switch value {
    case .null: "nothing"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
