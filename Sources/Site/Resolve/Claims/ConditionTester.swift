import Diagnostics
import Queries
import Tables

/// What testing a condition has given.
struct TestedCondition {
  /// The value of the condition.
  var value: DataValue
  /// The condition with the values in the place of the references.
  var filled: String
  /// The cells referred to, with what was taken from them and how that is written.
  var cells: [(cell: FoundCell, name: String, shown: String)]
  /// The base tables read, by the references and by subqueries, with their columns.
  var reads: [String: Set<String>]
  /// The queries and tables that the references name, and the queries that subqueries use.
  var queries: Set<String>

  /// Whether it holds: true is a number other than zero. Nil for NULL and texts.
  var holds: Bool? { value.double.map { $0 != 0 } }
}

/// Tests SQL conditions in which references stand for single cells.
struct ConditionTester {
  let data: PageData
  let diagnostics: DiagnosticCollector

  private var finder: CellFinder { CellFinder(data: data, diagnostics: diagnostics) }

  /// What a condition gives; nil after a report.
  func test(_ condition: String, at place: TextPlace) -> TestedCondition? {
    guard let pieces = pieces(of: condition, at: place) else { return nil }
    var bindings: [String: DataValue] = [:]
    var cells: [(cell: FoundCell, name: String, shown: String)] = []
    var isWhole = true
    for (number, piece) in pieces.enumerated() {
      guard let cell = finder.cell(piece.reference, at: place) else {
        isWhole = false
        continue
      }
      let value = piece.kind == .rank ? rank(of: cell) : Self.bound(cell.value)
      bindings[Self.parameter(number)] = value
      let name = cell.reference.canonical
      cells.append((cell, piece.kind == .rank ? "rank_of(\(name))" : name, Self.shown(value)))
    }
    guard isWhole, haveOneUnit(pieces, cells.map(\.cell), in: condition, at: place) else {
      return nil
    }
    let asSQL = replacing(pieces, in: condition) { number, length in
      // As long as the reference where that is possible, so that SQLite's places stay right.
      let parameter = ":" + Self.parameter(number)
      return parameter + String(repeating: " ", count: max(0, length - parameter.count))
    }
    guard let result = data.examine(asSQL, bindings: bindings, at: place) else { return nil }
    let filled = replacing(pieces, in: condition) { number, _ in cells[number].shown }
    var tested = TestedCondition(
      value: result.value, filled: filled, cells: cells, reads: result.reads,
      queries: result.queries)
    for (cell, _, _) in cells {
      tested.reads.merge(cell.view.result.reads) { $0.union($1) }
      tested.queries.insert(cell.view.query)
    }
    return tested
  }

  /// Reports what makes a tested condition no truth value.
  func reportNoTruth(_ tested: TestedCondition, what: String, at location: SourceLocation) {
    let isNull = tested.value.isNull
    diagnostics.add(
      Diagnostic(
        .error, isNull ? "claim.null" : "claim.text", at: location,
        "\(what) is neither true nor false",
        found: "\(Self.shown(tested.value)) for `\(tested.filled)`",
        expected: "a comparison",
        remedy: isNull ? "a value is missing: test it with `IS NULL`, or choose another" : nil,
        notes: notes(on: tested)))
  }

  /// The values found, where their queries stand, and the rows of tables behind them.
  func notes(on tested: TestedCondition) -> [Diagnostic.Note] {
    tested.cells.flatMap { cell, name, shown in
      [
        Diagnostic.Note("`\(name)` is \(shown)", at: data.location(cell.view.name))
      ] + data.rowNotes(of: cell)
    }
  }

  /// Reports values of different units that are compared or added; whether there are none.
  private func haveOneUnit(
    _ pieces: [ConditionPiece], _ cells: [FoundCell], in condition: String, at place: TextPlace
  ) -> Bool {
    let operands = zip(pieces, cells).map { piece, cell in
      ConditionUnits.Operand(
        range: piece.range,
        unit: piece.kind == .rank ? nil : cell.view.unit(cell.row, cell.column))
    }
    guard let (first, second) = ConditionUnits(condition, data.units).clash(of: operands),
      let a = first.unit, let b = second.unit
    else { return true }
    diagnostics.add(
      Diagnostic(
        .error, "claim.units",
        at: place.location(first.range.lowerBound..<second.range.upperBound),
        "values of different units are compared", found: "\(a.symbol) and \(b.symbol)",
        expected: "one unit", remedy: "convert one of them in its query"))
    return false
  }

  private func pieces(of condition: String, at place: TextPlace) -> [ConditionPiece]? {
    do {
      return try ConditionScanner.pieces(of: condition, isKnown: data.isKnown)
    } catch {
      diagnostics.add(.init("claim.condition", error, at: place))
      return nil
    }
  }

  private static func parameter(_ number: Int) -> String { "v\(number + 1)" }

  /// Booleans as SQLite has them.
  private static func bound(_ value: DataValue) -> DataValue {
    if case .boolean(let flag) = value { .integer(flag ? 1 : 0) } else { value }
  }

  /// 1 and how many values of the column are above; ties share a rank.
  private func rank(of cell: FoundCell) -> DataValue {
    guard let number = cell.value.double else { return .null }
    let above = (0..<cell.view.count).count {
      (cell.view.value($0, cell.column).double ?? -.infinity) > number
    }
    return .integer(above + 1)
  }

  private static func shown(_ value: DataValue) -> String {
    if case .text(let text) = value { "'\(text)'" } else { PlainText.of(value) }
  }

  private func replacing(
    _ pieces: [ConditionPiece], in condition: String, with replacement: (Int, Int) -> String
  ) -> String {
    let scalars = Array(condition.unicodeScalars)
    var text = String.UnicodeScalarView()
    var done = 0
    for (number, piece) in pieces.enumerated() {
      text.append(contentsOf: scalars[done..<piece.range.lowerBound])
      text.append(contentsOf: replacement(number, piece.range.count).unicodeScalars)
      done = piece.range.upperBound
    }
    text.append(contentsOf: scalars[done...])
    return String(text)
  }
}

extension Diagnostic {
  /// The error for a text that is no reference, at its place in the text.
  init(_ id: String, _ fault: ReferenceFault, at place: TextPlace) {
    self.init(
      .error, id, at: place.location(fault.range), fault.summary, expected: fault.expected,
      remedy: fault.remedy)
  }
}
