import Diagnostics

/// Writes JSON (RFC 8259) deterministically: members in their order, the shortest number that reads
/// back as the same value, never NaN or an infinity.
///
///     var writer = JSONWriter()
///     writer.object { $0.member("title", "Nickel"); $0.member("rows") { $0.value(rows) } }
///     writer.text
public struct JSONWriter {
  /// How the text is laid out.
  public enum Style: Hashable, Sendable {
    /// No blanks at all.
    case compact
    /// One member or element a line, indented by two blanks, with a line break at the end.
    case pretty
  }

  /// What has been written.
  public private(set) var text = ""
  private var style: Style
  private let isEmbedded: Bool
  private var depth = 0
  private var needsComma = false
  private var isAfterName = false

  /// A writer of one value; `isEmbedded` escapes what would end an HTML `script` element.
  public init(_ style: Style = .compact, isEmbedded: Bool = false) {
    self.style = style
    self.isEmbedded = isEmbedded
  }

  /// A tree as JSON. Places and the literals of numbers are left out.
  public static func text(
    _ node: DocumentNode, _ style: Style = .compact, isEmbedded: Bool = false
  ) -> String {
    var writer = JSONWriter(style, isEmbedded: isEmbedded)
    writer.value(node)
    if style == .pretty { writer.text.append("\n") }
    return writer.text
  }

  /// The shortest decimal that reads back as `number`; `null` for NaN and the infinities, which JSON
  /// does not have, and `0` for minus zero.
  public static func text(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number.magnitude < 0x1p53, number == number.rounded(.towardZero) {
      return String(Int(number))
    }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Writes `null`.
  public mutating func null() { write("null") }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) { write(flag ? "true" : "false") }

  /// Writes an integer.
  public mutating func value(_ number: Int) { write(String(number)) }

  /// Writes a number, or `null` where it is not finite.
  public mutating func value(_ number: Double) { write(Self.text(number)) }

  /// Writes a text.
  public mutating func value(_ string: String) {
    separate()
    JSONText.appendQuoted(string, to: &text, isEmbedded: isEmbedded)
    needsComma = true
  }

  /// Writes a tree.
  public mutating func value(_ node: DocumentNode) {
    switch node.value {
    case .null: null()
    case .boolean(let flag): value(flag)
    case .number(let number, _): value(number)
    case .string(let string): value(string)
    case .list(let nodes):
      array { writer in
        for node in nodes { writer.value(node) }
      }
    case .mapping(let mapping):
      object { writer in
        for entry in mapping.entries { writer.member(entry.key) { $0.value(entry.value) } }
      }
    }
  }

  /// Writes one value on one line, whatever the style: a row of a table, say.
  public mutating func line(_ value: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    // The value stands where this one has been asked for, so that nothing more comes before it.
    isAfterName = true
    let outer = style
    style = .compact
    defer { style = outer }
    try value(&self)
  }

  /// Writes a list; `elements` writes one value after the other.
  public mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
    try nest("[", "]", elements)
  }

  /// Writes an object; `members` calls `member` for each of its names.
  public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    try nest("{", "}", members)
  }

  /// Writes one member of an object; `value` writes exactly one value. The caller keeps names unique.
  public mutating func member(
    _ name: String, _ value: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    JSONText.appendQuoted(name, to: &text, isEmbedded: isEmbedded)
    text.append(style == .pretty ? ": " : ":")
    isAfterName = true
    try value(&self)
    isAfterName = false
    needsComma = true
  }

  /// Writes one member whose value is a text.
  public mutating func member(_ name: String, _ value: String) {
    member(name) { $0.value(value) }
  }

  private mutating func write(_ token: String) {
    separate()
    text.append(token)
    needsComma = true
  }

  private mutating func nest(
    _ opening: String, _ closing: String, _ content: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    text.append(opening)
    let start = text.utf8.count
    needsComma = false
    depth += 1
    try content(&self)
    depth -= 1
    if text.utf8.count > start { breakLine() }
    text.append(closing)
    needsComma = true
  }

  /// What stands before a value or name: a comma after an earlier one, a line break where pretty.
  private mutating func separate() {
    if isAfterName {
      isAfterName = false
      return
    }
    if needsComma { text.append(",") }
    if depth > 0 { breakLine() }
    needsComma = false
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    text.append("\n")
    for _ in 0..<depth { text.append("  ") }
  }
}
