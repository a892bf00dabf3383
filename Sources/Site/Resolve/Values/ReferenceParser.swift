/// Why a text is no reference or value, and where in it, in scalars.
struct ReferenceFault: Error {
  var summary: String
  var range: Range<Int>
  var expected: String?
  var remedy: String?
}

/// Reads references and values by the grammar
///
///     value     = "=" reference [ "|" display ]
///     reference = name [ "[" row "]" ] [ "." column ]
///     row       = integer | column "=" text { "," column "=" text }
///     display   = [ format ] [ "in" unit ] [ "unit" | "name" ] [ "else" quoted text ]
///
/// in one pass over the scalars of a text.
struct ReferenceParser {
  private let scalars: [Unicode.Scalar]
  /// The place of the next scalar.
  private(set) var next: Int

  /// A parser of `scalars` from a place on.
  init(_ scalars: [Unicode.Scalar], from start: Int = 0) {
    self.scalars = scalars
    next = start
  }

  /// The value that a code span holds, `=` included.
  static func value(_ text: String) throws(ReferenceFault) -> ValueExpression {
    var parser = ReferenceParser(Array(text.unicodeScalars))
    parser.skipBlanks()
    guard parser.take("=") else { throw parser.fault("a value begins with `=`") }
    return try parser.rest(needsBar: true)
  }

  /// The value that a text is: a reference, then how it is shown, with or without a bar between.
  static func bareValue(_ text: String) throws(ReferenceFault) -> ValueExpression {
    var parser = ReferenceParser(Array(text.unicodeScalars))
    return try parser.rest(needsBar: false)
  }

  private mutating func rest(needsBar: Bool) throws(ReferenceFault) -> ValueExpression {
    skipBlanks()
    var expression = ValueExpression(reference: try reference())
    skipBlanks()
    if next == scalars.count { return expression }
    let hasBar = take("|")
    if needsBar && !hasBar {
      throw ReferenceFault(
        summary: "a value is one reference, and how it is shown", range: next..<scalars.count,
        expected: "`|` before the format",
        remedy: "do arithmetic in the query, and refer to its result")
    }
    try DisplayParser(scalars, from: next).read(into: &expression)
    return expression
  }

  /// A reference at the parser's place, which moves behind it.
  mutating func reference() throws(ReferenceFault) -> PlacedReference {
    let start = next
    let name = plainName()
    guard !name.isEmpty else {
      throw fault("a reference begins with the name of a query or table")
    }
    var placed = PlacedReference(
      reference: Reference(name: name, row: .first, column: nil), range: start..<next,
      nameRange: start..<next)
    if peek == "[" {
      try row(into: &placed)
    }
    if peek == ".", let after = scalar(at: next + 1), after.isNameStart || after == "\"" {
      next += 1
      let column = next
      placed.reference.column = try self.column()
      placed.columnRange = column..<next
    }
    placed.range = start..<next
    return placed
  }

  private mutating func row(into placed: inout PlacedReference) throws(ReferenceFault) {
    let open = next
    next += 1
    skipBlanks()
    let first = next
    if let number = integer() {
      placed.reference.row = .number(number)
    } else {
      var conditions: [Reference.Condition] = []
      repeat {
        skipBlanks()
        let start = next
        let column = try column()
        placed.conditionRanges.append(start..<next)
        skipBlanks()
        guard take("=") else {
          throw fault("a condition of a row needs `=`", expected: "`column=value`")
        }
        conditions.append(.init(column: column, text: try conditionText()))
        skipBlanks()
      } while take(",")
      placed.reference.row = .matching(conditions)
    }
    placed.rowRange = first..<next
    skipBlanks()
    guard take("]") else {
      throw ReferenceFault(
        summary: "a row is not closed", range: open..<next, expected: "`]`",
        remedy: "quote a value that holds `,` or `]`")
    }
  }

  /// A whole number directly before `]`; the parser stays where there is none.
  private mutating func integer() -> Int? {
    let start = next
    var text = ""
    if peek == "-" {
      text = "-"
      next += 1
    }
    while let scalar = peek, "0"..."9" ~= scalar {
      text.unicodeScalars.append(scalar)
      next += 1
    }
    let end = next
    skipBlanks()
    guard peek == "]", let number = Int(text) else {
      next = start
      return nil
    }
    next = end
    return number
  }

  private mutating func column() throws(ReferenceFault) -> String {
    if peek == "\"" { return try quoted() }
    let name = plainName()
    guard !name.isEmpty else { throw fault("a column is expected") }
    return name
  }

  private mutating func conditionText() throws(ReferenceFault) -> String {
    skipBlanks()
    if peek == "\"" { return try quoted() }
    var text = String.UnicodeScalarView()
    while let scalar = peek, scalar != ",", scalar != "]" {
      text.append(scalar)
      next += 1
    }
    while let last = text.last, last.isBlank { text.removeLast() }
    return String(text)
  }

  /// A text in double quotes, a doubled quote for one.
  mutating func quoted() throws(ReferenceFault) -> String {
    let start = next
    next += 1
    var text = String.UnicodeScalarView()
    while let scalar = peek {
      next += 1
      guard scalar == "\"" else {
        text.append(scalar)
        continue
      }
      guard peek == "\"" else { return String(text) }
      text.append(scalar)
      next += 1
    }
    throw ReferenceFault(summary: "a quote is not closed", range: start..<next, expected: "`\"`")
  }

  private mutating func plainName() -> String {
    var name = String.UnicodeScalarView()
    if let first = peek, !first.isNameStart { return "" }
    while let scalar = peek, scalar.isNamePart {
      name.append(scalar)
      next += 1
    }
    return String(name)
  }

  private var peek: Unicode.Scalar? { scalar(at: next) }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    next += 1
    return true
  }

  private mutating func skipBlanks() {
    while let scalar = peek, scalar.isBlank { next += 1 }
  }

  private func fault(_ summary: String, expected: String? = nil) -> ReferenceFault {
    ReferenceFault(
      summary: summary, range: next..<min(next + 1, scalars.count),
      expected: expected ?? "`name`, `name.column`, `name[2].column` or `name[key=value].column`")
  }
}
