import Diagnostics
import Documents

/// Reads the properties of one object of a specification and reports those nobody asked for.
///
/// A property of the language that is not drawn is a warning, any other unknown one an error with
/// the near miss.
struct SpecReader {
  let context: SpecContext
  /// What the object is, for diagnostics: `a mark`, `a scale`.
  let what: String
  let mapping: DocumentMapping
  let range: SourceRange
  /// The properties asked for; a list, because it is looked through only once.
  private var asked: [String] = []

  /// Reports and fails where the node is not a mapping.
  init?(_ node: DocumentNode, _ what: String, _ context: SpecContext) {
    guard let mapping = node.mapping else {
      context.error("wrong-type", at: node.range, "\(what) is not a mapping", found: node.kind)
      return nil
    }
    self.context = context
    self.what = what
    self.mapping = mapping
    self.range = node.range
    asked.reserveCapacity(24)
  }

  /// Any value; nil where the property is missing.
  mutating func node(_ key: String) -> DocumentNode? {
    asked.append(key)
    return mapping[key]
  }

  /// Whether the property is written, without reading it.
  func has(_ key: String) -> Bool { mapping[key] != nil }

  mutating func string(_ key: String) -> String? {
    value(key, "a text") { $0.string }
  }

  mutating func number(_ key: String) -> Double? {
    value(key, "a number") { $0.number }
  }

  mutating func boolean(_ key: String) -> Bool? {
    value(key, "true or false") { $0.boolean }
  }

  /// One text or a list of texts.
  mutating func strings(_ key: String) -> [String]? {
    value(key, "a text or a list of texts") { node in
      if let text = node.string { return [text] }
      guard let list = node.list else { return nil }
      let texts = list.compactMap(\.string)
      return texts.count == list.count ? texts : nil
    }
  }

  mutating func list(_ key: String) -> [DocumentNode]? {
    value(key, "a list") { $0.list }
  }

  /// One of the raw values of `type`.
  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, _ type: T.Type, _ noun: String
  ) -> T? where T.RawValue == String {
    guard let node = node(key), !node.isNull else { return nil }
    if let text = node.string, let found = T(rawValue: text) { return found }
    context.unknown(
      "unknown-value", at: node.range, noun, node.string ?? node.kind,
      among: T.allCases.map(\.rawValue))
    return nil
  }

  /// A reader of a property that must be a mapping.
  mutating func reader(_ key: String, _ what: String) -> SpecReader? {
    guard let node = node(key), !node.isNull else { return nil }
    return SpecReader(node, what, context)
  }

  /// The place of a property's value, or of the object.
  func range(of key: String) -> SourceRange { mapping[key]?.range ?? range }

  /// Reports every property that was not asked for.
  func finish(unsupported: Set<String> = [], ignored: Set<String> = []) {
    for entry in mapping.entries where !asked.contains(entry.key) {
      if ignored.contains(entry.key) { continue }
      if unsupported.contains(entry.key) {
        context.warning(
          "unsupported-property", at: entry.keyRange,
          "`\(entry.key)` of \(what) is not drawn")
      } else {
        context.unknown(
          "unknown-property", at: entry.keyRange, "property of \(what)", entry.key,
          among: unsupported.union(ignored).union(asked).sorted())
      }
    }
  }

  private mutating func value<T>(
    _ key: String, _ expected: String, _ convert: (DocumentNode) -> T?
  ) -> T? {
    guard let node = node(key), !node.isNull else { return nil }
    if let value = convert(node) { return value }
    context.error(
      "wrong-type", at: node.range, "`\(key)` of \(what) is not \(expected)", found: node.kind)
    return nil
  }
}
