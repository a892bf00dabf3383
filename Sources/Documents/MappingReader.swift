public import Diagnostics

/// Decodes one mapping strictly: what is asked for is checked, and what nobody asked for is an error.
///
///     guard var reader = MappingReader(node, path: path, what: "the front matter", into: diagnostics)
///     let title = reader.requiredString("title")
///     let order = reader.number("order")
///     reader.finish()
///
/// An absent key and one whose value is `null` give nil without a diagnostic; a value of another type
/// gives nil with one.
public struct MappingReader {
  /// The entries, as they were written.
  public let mapping: DocumentMapping
  /// The mapping's place.
  public let range: SourceRange
  private let path: String
  private let what: String
  private let diagnostics: DiagnosticCollector
  private var asked: [String] = []

  /// A reader of `node`; nil with an error where it is no mapping.
  ///
  /// `what` names the mapping in messages: `the front matter`, `a field`.
  public init?(
    _ node: DocumentNode, path: String, what: String, into diagnostics: DiagnosticCollector
  ) {
    guard let mapping = node.mapping else {
      diagnostics.add(
        Diagnostic(
          .error, "document.type", at: SourceLocation(path, node.range), "\(what) is a mapping",
          found: node.shown, expected: "`key: value` lines"))
      return nil
    }
    self.mapping = mapping
    range = node.range
    self.path = path
    self.what = what
    self.diagnostics = diagnostics
  }

  /// The value of a key as it stands, `null` included.
  public mutating func node(_ key: String) -> DocumentNode? {
    if !asked.contains(key) { asked.append(key) }
    return mapping[key]
  }

  /// The value of a key; an error where it is absent or `null`.
  public mutating func requiredNode(_ key: String) -> DocumentNode? {
    if let node = present(key) { return node }
    reportMissing(key)
    return nil
  }

  /// A text. A number written plain counts as the text it was written as (`id: 2026`).
  public mutating func string(_ key: String) -> String? {
    guard let node = present(key) else { return nil }
    guard let text = node.literalText else {
      reportType(key, node, expected: "a text", remedy: node.boolean.map { "quote it: \"\($0)\"" })
      return nil
    }
    return text
  }

  /// A text that must be there and not be empty.
  public mutating func requiredString(_ key: String) -> String? {
    guard let node = requiredNode(key) else { return nil }
    guard let text = string(key) else { return nil }
    if text.allSatisfy(\.isWhitespace) {
      reportType(key, node, expected: "a text that is not empty")
      return nil
    }
    return text
  }

  /// `true` or `false`.
  public mutating func boolean(_ key: String) -> Bool? {
    guard let node = present(key) else { return nil }
    guard let flag = node.boolean else {
      reportType(key, node, expected: "true or false")
      return nil
    }
    return flag
  }

  /// A number.
  public mutating func number(_ key: String) -> Double? {
    guard let node = present(key) else { return nil }
    guard let number = node.number else {
      reportType(key, node, expected: "a number", remedy: unquoting(node))
      return nil
    }
    return number
  }

  /// A whole number between -2^53 and 2^53.
  public mutating func integer(_ key: String) -> Int? {
    guard let node = present(key) else { return nil }
    guard let number = node.number, number == number.rounded(), number.magnitude <= 0x1p53 else {
      reportType(key, node, expected: "a whole number", remedy: unquoting(node))
      return nil
    }
    return Int(number)
  }

  /// A list of texts, or one text, which counts as a list of one.
  public mutating func strings(_ key: String) -> [String]? {
    guard let node = present(key) else { return nil }
    guard let elements = node.list else { return string(key).map { [$0] } }
    var texts: [String] = []
    for element in elements {
      guard let text = element.literalText else {
        reportType(key, element, expected: "a text in the list")
        return nil
      }
      texts.append(text)
    }
    return texts
  }

  /// A calendar day, `YYYY-MM-DD`.
  public mutating func date(_ key: String) -> String? {
    guard let node = present(key) else { return nil }
    guard let text = node.string, CalendarDay.isValid(text) else {
      reportType(key, node, expected: "a date such as 2026-03-31 (YYYY-MM-DD)")
      return nil
    }
    return text
  }

  /// One of the words of an enumeration.
  public mutating func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, _ type: T.Type
  ) -> T? where T.RawValue == String {
    guard let node = present(key) else { return nil }
    let words = T.allCases.map(\.rawValue)
    guard let text = node.literalText ?? node.boolean.map(String.init) else {
      reportType(key, node, expected: "one of \(words.joined(separator: ", "))")
      return nil
    }
    guard let value = T(rawValue: text) else {
      diagnostics.add(
        .unknownName(
          "document.choice", text, what: "value of `\(key)` in \(what)", among: words,
          at: SourceLocation(path, node.range)))
      return nil
    }
    return value
  }

  /// A reader of the mapping that is the value of a key.
  public mutating func reader(_ key: String, what: String) -> MappingReader? {
    present(key).flatMap { MappingReader($0, path: path, what: what, into: diagnostics) }
  }

  /// The elements of a list.
  public mutating func list(_ key: String) -> [DocumentNode]? {
    guard let node = present(key) else { return nil }
    guard let elements = node.list else {
      reportType(key, node, expected: "a list")
      return nil
    }
    return elements
  }

  /// The place of the key's value, or of the mapping where the key is absent.
  public func location(_ key: String) -> SourceLocation {
    SourceLocation(path, mapping[key]?.range ?? range)
  }

  /// Reports each key that was not asked for, with the key it may mean and those there are.
  ///
  /// Of very many only the first twenty are reported.
  public func finish() {
    let known = Set(asked)
    for entry in mapping.entries.lazy.filter({ !known.contains($0.key) }).prefix(20) {
      diagnostics.add(
        .unknownName(
          "document.unknown-key", entry.key, what: "key of \(what)", among: asked,
          at: SourceLocation(path, entry.keyRange)))
    }
  }

  /// The value of a key that is there and not `null`.
  private mutating func present(_ key: String) -> DocumentNode? {
    guard let node = node(key), !node.isNull else { return nil }
    return node
  }

  private func reportMissing(_ key: String) {
    let place = mapping[key]?.range ?? SourceRange(range.start)
    diagnostics.add(
      Diagnostic(
        .error, "document.missing-key", at: SourceLocation(path, place), "\(what) needs `\(key)`",
        remedy: "add `\(key): …`"))
  }

  private func reportType(
    _ key: String, _ node: DocumentNode, expected: String, remedy: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, "document.type", at: SourceLocation(path, node.range),
        "`\(key)` of \(what) has the wrong type", found: node.shown, expected: expected,
        remedy: remedy))
  }

  /// Advice where a text would be the number wanted, were it not quoted.
  private func unquoting(_ node: DocumentNode) -> String? {
    node.string.flatMap { Double($0) } == nil ? nil : "leave the quotes out"
  }
}
