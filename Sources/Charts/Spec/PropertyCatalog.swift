import Diagnostics
import Documents

/// What the value of a property may be.
enum PropertyKind: Sendable {
  case number
  case text
  /// A text or a list of lines.
  case lines
  case boolean
  /// A CSS colour, `null`, or a gradient.
  case colour
  case numbers
  case choice([String])
  case anything

  /// Whether the kind admits the node. `null` and `{expr: …}` stand anywhere.
  func admits(_ node: DocumentNode) -> Bool {
    if node.isNull || node["expr"] != nil || node["condition"] != nil { return true }
    return switch self {
    case .number: node.number != nil
    case .text: node.string != nil
    case .lines: node.string != nil || node.list != nil
    case .boolean: node.boolean != nil
    case .colour: node.string != nil || node["gradient"] != nil
    case .numbers: node.list?.allSatisfy { $0.number != nil } ?? false
    case .choice: node.string != nil
    case .anything: true
    }
  }

  /// The kind in words, for diagnostics.
  var words: String {
    switch self {
    case .number: "a number"
    case .text: "a text"
    case .lines: "a text or a list of lines"
    case .boolean: "true or false"
    case .colour: "a colour"
    case .numbers: "a list of numbers"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .anything: "a value"
    }
  }
}

/// The properties that one kind of object has in the language: those that are drawn with the kind of
/// their value, and those that are not.
struct PropertyCatalog: Sendable {
  /// What the object is: `a mark`.
  let what: String
  let supported: [String: PropertyKind]
  let unsupported: Set<String>

  init(
    _ what: String, _ groups: [(PropertyKind, String)], choices: [String: [String]] = [:],
    unsupported: String = ""
  ) {
    self.what = what
    var kinds: [String: PropertyKind] = [:]
    for (kind, names) in groups {
      for name in names.split(whereSeparator: \.isWhitespace) { kinds[String(name)] = kind }
    }
    for (name, values) in choices { kinds[name] = .choice(values) }
    supported = kinds
    self.unsupported = Set(unsupported.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// The checked properties of a node; `except` names those that the caller reads by itself.
  func read(_ node: DocumentNode, _ context: SpecContext, except: Set<String> = []) -> Properties {
    guard let mapping = node.mapping else {
      context.error("wrong-type", at: node.range, "\(what) is not a mapping", found: node.kind)
      return Properties()
    }
    var values: [String: DocumentNode] = [:]
    for entry in mapping.entries where !except.contains(entry.key) {
      if let kind = supported[entry.key] {
        if check(entry, kind, context) { values[entry.key] = entry.value }
      } else if unsupported.contains(entry.key) {
        context.warning(
          "unsupported-property", at: entry.keyRange, "`\(entry.key)` of \(what) is not drawn")
      } else {
        context.unknown(
          "unknown-property", at: entry.keyRange, "property of \(what)", entry.key,
          among: (Array(supported.keys) + except + unsupported).sorted())
      }
    }
    return Properties(values)
  }

  private func check(
    _ entry: DocumentMapping.Entry, _ kind: PropertyKind, _ context: SpecContext
  ) -> Bool {
    guard kind.admits(entry.value) else {
      context.error(
        "wrong-type", at: entry.value.range, "`\(entry.key)` of \(what) has the wrong type",
        found: entry.value.kind, expected: kind.words)
      return false
    }
    if case .choice(let names) = kind, let text = entry.value.string, !names.contains(text) {
      context.unknown("unknown-value", at: entry.value.range, entry.key, text, among: names)
      return false
    }
    return true
  }
}
