import Documents

/// Properties of a mark, an axis, a legend, a scale or a title: what was written, or a default.
///
/// A layer of properties lies over another one with `over(_:)`; so the author's values, those of the
/// configuration and the defaults stay apart until they are asked for.
struct Properties: Sendable {
  private(set) var values: [String: DocumentNode]

  init(_ values: [String: DocumentNode] = [:]) {
    self.values = values
  }

  /// The entries of a mapping node; nothing for any other node.
  init(_ node: DocumentNode?) {
    values = [:]
    for entry in node?.mapping?.entries ?? [] { values[entry.key] = entry.value }
  }

  var isEmpty: Bool { values.isEmpty }

  subscript(key: String) -> DocumentNode? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// Whether the property is there, also as null.
  func has(_ key: String) -> Bool { values[key] != nil }

  /// Whether the property is there and null.
  func isNull(_ key: String) -> Bool { values[key]?.isNull ?? false }

  func number(_ key: String) -> Double? { values[key]?.number }
  func string(_ key: String) -> String? { values[key]?.string }
  func boolean(_ key: String) -> Bool? { values[key]?.boolean }

  /// A list of numbers.
  func numbers(_ key: String) -> [Double]? {
    values[key]?.list.map { $0.compactMap(\.number) }
  }

  /// A text, or a list of texts as lines.
  func lines(_ key: String) -> [String]? {
    if let text = string(key) { return [text] }
    return values[key]?.list.map { $0.compactMap(\.string) }
  }

  /// These properties, and those of `base` that are not among them.
  func over(_ base: Properties) -> Properties {
    if values.isEmpty { return base }
    if base.values.isEmpty { return self }
    return Properties(base.values.merging(values) { _, mine in mine })
  }

  mutating func set(_ key: String, _ value: Double) {
    values[key] = DocumentNode(.number(value, literal: ""))
  }

  mutating func set(_ key: String, _ value: String) {
    values[key] = DocumentNode(.string(value))
  }

  mutating func set(_ key: String, _ value: Bool) {
    values[key] = DocumentNode(.boolean(value))
  }

  mutating func remove(_ key: String) {
    values[key] = nil
  }
}

/// A property that may be left out, switched off with null (or false), or given.
enum Setting<Value: Sendable>: Sendable {
  case unset
  case off
  case given(Value)

  var value: Value? {
    if case .given(let value) = self { value } else { nil }
  }

  var isOff: Bool {
    if case .off = self { true } else { false }
  }
}
