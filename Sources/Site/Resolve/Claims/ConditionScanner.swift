/// A part of an SQL condition that stands for one value of the page's data.
struct ConditionPiece {
  /// What is taken from the cell.
  enum Kind {
    /// Its value.
    case value
    /// Its rank among the column's values: `rank_of(reference)`.
    case rank
  }

  var kind: Kind
  /// The part's place in the condition, in scalars.
  var range: Range<Int>
  var reference: PlacedReference
}

/// Finds the references in an SQL condition, outside its texts, comments and subqueries.
///
/// SQLite stays the judge of the language: what is no reference is left as it is.
struct ConditionScanner {
  private let scalars: [Unicode.Scalar]
  private let isKnown: (String) -> Bool
  private var next = 0
  private var pieces: [ConditionPiece] = []
  private var calls: [Call] = []

  /// A bracket that is open, with the function it belongs to.
  private struct Call {
    var function: String
    var start: Int
    var commas = 0
    var reference: PlacedReference?
  }

  private init(_ text: String, isKnown: @escaping (String) -> Bool) {
    scalars = Array(text.unicodeScalars)
    self.isKnown = isKnown
  }

  /// The references of a condition in order.
  ///
  /// - Parameter isKnown: whether a name is that of a query or table, so that it can be a reference
  ///   without row and column.
  static func pieces(
    of text: String, isKnown: @escaping (String) -> Bool
  ) throws(ReferenceFault) -> [ConditionPiece] {
    var scanner = ConditionScanner(text, isKnown: isKnown)
    try scanner.scan()
    return scanner.pieces
  }

  private mutating func scan() throws(ReferenceFault) {
    while next < scalars.count {
      switch scalars[next] {
      case "'", "\"", "`": skipQuoted(scalars[next])
      case "-" where scalar(at: next + 1) == "-": skipLine()
      case "/" where scalar(at: next + 1) == "*": skipComment()
      case "(": openBracket()
      case ")": try closeBracket()
      case ",":
        if !calls.isEmpty { calls[calls.count - 1].commas += 1 }
        next += 1
      case ":", "@", "$", ".", "0"..."9": skipWord()
      case let scalar where scalar.isNameStart: try word()
      default: next += 1
      }
    }
  }

  private mutating func word() throws(ReferenceFault) {
    let start = next
    while let scalar = scalar(at: next), scalar.isNamePart { next += 1 }
    let name = text(start..<next)
    var after = next
    while let scalar = scalar(at: after), scalar.isBlank { after += 1 }
    if scalar(at: after) == "(" {
      if name.lowercased() == "rank_of" { return try rank(from: start, arguments: after + 1) }
      next = after
      return openBracket(function: name.lowercased())
    }
    let isPath =
      scalar(at: next) == "["
      || scalar(at: next) == "."
        && (scalar(at: next + 1).map { $0.isNameStart || $0 == "\"" } ?? false)
    guard isPath || isKnown(name) else { return }
    var parser = ReferenceParser(scalars, from: start)
    let reference = try parser.reference()
    next = parser.next
    pieces.append(ConditionPiece(kind: .value, range: reference.range, reference: reference))
    if !calls.isEmpty { calls[calls.count - 1].reference = reference }
  }

  private mutating func rank(from start: Int, arguments: Int) throws(ReferenceFault) {
    var parser = ReferenceParser(scalars, from: arguments)
    while let scalar = scalar(at: parser.next), scalar.isBlank {
      parser = ReferenceParser(scalars, from: parser.next + 1)
    }
    let reference = try parser.reference()
    next = parser.next
    while let scalar = scalar(at: next), scalar.isBlank { next += 1 }
    guard scalar(at: next) == ")" else {
      throw ReferenceFault(
        summary: "`rank_of` takes one reference", range: start..<min(next + 1, scalars.count),
        expected: "`rank_of(output[country=China].tonnes)`")
    }
    next += 1
    pieces.append(ConditionPiece(kind: .rank, range: start..<next, reference: reference))
  }

  // MARK: Brackets

  private mutating func openBracket(function: String = "") {
    let start = next
    next += 1
    var after = next
    while let scalar = scalar(at: after), scalar.isBlank { after += 1 }
    var end = after
    while let scalar = scalar(at: end), scalar.isNamePart { end += 1 }
    switch text(after..<end).lowercased() {
    case "select", "with", "values": skipSubquery()
    default: calls.append(Call(function: function, start: start))
    }
  }

  private mutating func closeBracket() throws(ReferenceFault) {
    next += 1
    guard let call = calls.popLast(), let reference = call.reference else { return }
    let isAggregate =
      Self.aggregates.contains(call.function)
      || (call.function == "max" || call.function == "min") && call.commas == 0
    guard isAggregate else { return }
    let column = reference.reference.column ?? "column"
    throw ReferenceFault(
      summary: "a reference is one cell, and `\(call.function)` needs many",
      range: call.start - call.function.unicodeScalars.count..<next,
      expected: "a subquery",
      remedy: "write `(SELECT \(call.function)(\(column)) FROM \(reference.reference.name))`")
  }

  private static let aggregates: Set<String> = [
    "avg", "count", "group_concat", "hhi", "median", "quantile", "sources", "stddev", "sum",
    "total", "worst_status",
  ]

  /// Skips a subquery whose first word is next, up to behind its closing bracket.
  private mutating func skipSubquery() {
    var depth = 1
    while next < scalars.count, depth > 0 {
      switch scalars[next] {
      case "'", "\"", "`": skipQuoted(scalars[next])
      case "-" where scalar(at: next + 1) == "-": skipLine()
      case "/" where scalar(at: next + 1) == "*": skipComment()
      case "(":
        depth += 1
        next += 1
      case ")":
        depth -= 1
        next += 1
      default: next += 1
      }
    }
  }

  // MARK: What is skipped

  /// A quoted text; a doubled quote is two texts side by side, which comes to the same.
  private mutating func skipQuoted(_ quote: Unicode.Scalar) {
    next += 1
    while next < scalars.count, scalars[next] != quote { next += 1 }
    next += 1
  }

  private mutating func skipLine() {
    while next < scalars.count, scalars[next] != "\n" { next += 1 }
  }

  private mutating func skipComment() {
    next += 2
    while next < scalars.count, !(scalars[next] == "*" && scalar(at: next + 1) == "/") { next += 1 }
    next += 2
  }

  /// A number, a parameter, or what follows a dot.
  private mutating func skipWord() {
    next += 1
    while let scalar = scalar(at: next), scalar.isNamePart { next += 1 }
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}
