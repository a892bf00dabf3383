import Diagnostics
import Queries
import Tables

/// One cell that a text refers to.
struct FoundCell {
  /// The reference as written.
  let reference: Reference
  /// The result that holds it.
  let view: ResultView
  /// Its row, from 0.
  let row: Int
  /// Its column.
  let column: Int

  /// The value.
  var value: DataValue { view.value(row, column) }
  /// What the column means.
  var dataColumn: DataColumn { view.columns[column] }
  /// How far the value is known.
  var status: DataStatus { view.status(row, column) }
}

/// Finds the cells that references name, and says which is meant where that is open.
struct CellFinder {
  let data: PageData
  let diagnostics: DiagnosticCollector

  /// The cell that a reference means; nil after a report.
  func cell(_ placed: PlacedReference, at place: TextPlace) -> FoundCell? {
    let reference = placed.reference
    guard let view = data.view(reference.name, at: place.location(placed.nameRange)),
      let row = row(placed, of: view, at: place),
      let column = column(placed, of: view, at: place)
    else { return nil }
    return FoundCell(reference: reference, view: view, row: row, column: column)
  }

  // MARK: Columns

  private func column(
    _ placed: PlacedReference, of view: ResultView, at place: TextPlace
  ) -> Int? {
    guard let name = placed.reference.column else {
      if view.columns.count == 1 { return 0 }
      report(
        "value.column", place.location(placed.range), "a reference needs a column",
        found: "`\(view.name)` has \(view.columns.count) columns",
        expected:
          "`\(placed.reference.canonical).\(view.columns.first?.name ?? "column")`, or another of "
          + list(view.columns.map(\.name)))
      return nil
    }
    return index(name, of: view, at: place.location(placed.columnRange))
  }

  private func index(_ name: String, of view: ResultView, at location: SourceLocation) -> Int? {
    if let index = view.index(of: name) { return index }
    diagnostics.add(
      .unknownName(
        "value.unknown-column", name, what: "column of `\(view.name)`",
        among: view.columns.map(\.name), at: location))
    return nil
  }

  // MARK: Rows

  private func row(_ placed: PlacedReference, of view: ResultView, at place: TextPlace) -> Int? {
    switch placed.reference.row {
    case .first: firstRow(placed, of: view, at: place)
    case .number(let number): row(number, placed, of: view, at: place)
    case .matching(let conditions): row(conditions, placed, of: view, at: place)
    }
  }

  private func firstRow(
    _ placed: PlacedReference, of view: ResultView, at place: TextPlace
  ) -> Int? {
    if view.count == 1 { return 0 }
    let location = place.location(placed.range)
    guard view.count > 0 else {
      report(
        "value.no-row", location, "`\(view.name)` has no row",
        remedy: "say when there is one, or leave the sentence to an `include` with `when`")
      return nil
    }
    if let doubt = view.doubtAboutFirstRow {
      let key = view.columns.first?.name ?? "column"
      report(
        "value.which-row", location, "which row of `\(view.name)` is meant?",
        found: "\(view.count) rows, \(doubt)",
        expected:
          "`\(view.name)[\(key)=…]`, `\(view.name)[1]`, or an `ORDER BY` that settles the first")
      return nil
    }
    return 0
  }

  private func row(
    _ number: Int, _ placed: PlacedReference, of view: ResultView, at place: TextPlace
  ) -> Int? {
    let index = number > 0 ? number - 1 : view.count + number
    if number != 0, index >= 0, index < view.count { return index }
    report(
      "value.no-row", place.location(placed.rowRange), "`\(view.name)` has no row \(number)",
      expected: view.count == 0
        ? "it has no rows at all" : "1 to \(view.count), or -1 for the last")
    return nil
  }

  private func row(
    _ conditions: [Reference.Condition], _ placed: PlacedReference, of view: ResultView,
    at place: TextPlace
  ) -> Int? {
    var tests: [(column: Int, value: CellTest)] = []
    for (condition, range) in zip(conditions, placed.conditionRanges) {
      guard let column = index(condition.column, of: view, at: place.location(range)) else {
        return nil
      }
      guard let test = CellTest(condition.text, as: view.columns[column].type) else {
        report(
          "value.condition", place.location(placed.rowRange),
          "a condition is no value of its column", found: "`\(condition.text)`",
          expected: "\(view.columns[column].type.rawValue), as `\(condition.column)` is")
        return nil
      }
      tests.append((column, test))
    }
    let matches = (0..<view.count).filter { row in
      tests.allSatisfy { $0.value.matches(view.value(row, $0.column)) }
    }
    if matches.count == 1 { return matches[0] }
    reportRows(matches, conditions, tests.map(\.column), placed, view, place)
    return nil
  }

  private func reportRows(
    _ matches: [Int], _ conditions: [Reference.Condition], _ columns: [Int],
    _ placed: PlacedReference, _ view: ResultView, _ place: TextPlace
  ) {
    let location = place.location(placed.rowRange)
    if matches.isEmpty {
      let near = nearRows(conditions, columns, view)
      report(
        "value.no-row", location, "no row of `\(view.name)` fits",
        expected: near.isEmpty ? nil : "a row such as " + near.joined(separator: "; "),
        remedy: suggestion(conditions, columns, view).map { "did you mean `\($0)`?" })
    } else {
      let other = view.columns.indices.first { column in
        !columns.contains(column) && Set(matches.map { view.value($0, column) }).count > 1
      }
      report(
        "value.which-row", location, "\(matches.count) rows of `\(view.name)` fit",
        found: matches.prefix(5).map { description($0, of: view) }.joined(separator: "; "),
        expected: "one",
        remedy: other.map { "add a condition on `\(view.columns[$0].name)`" })
    }
  }

  /// The nearest value of the first condition's column.
  private func suggestion(
    _ conditions: [Reference.Condition], _ columns: [Int], _ view: ResultView
  ) -> String? {
    for (condition, column) in zip(conditions, columns) {
      let values = Set((0..<view.count).map { PlainText.of(view.value($0, column)) })
      if values.contains(condition.text) { continue }
      return NearMiss.suggestion(for: condition.text, among: values).map {
        "\(condition.column)=\($0)"
      }
    }
    return nil
  }

  /// Some rows that fit all conditions but one, else the first rows.
  private func nearRows(
    _ conditions: [Reference.Condition], _ columns: [Int], _ view: ResultView
  ) -> [String] {
    let near = (0..<view.count).filter { row in
      zip(conditions, columns).contains { PlainText.of(view.value(row, $1)) == $0.text }
    }
    return (near.isEmpty ? Array(0..<min(view.count, 3)) : Array(near.prefix(3))).map {
      row in
      zip(conditions, columns).map { "\($0.column)=\(PlainText.of(view.value(row, $1)))" }
        .joined(separator: ", ")
    }
  }

  private func description(_ row: Int, of view: ResultView) -> String {
    view.columns.indices.prefix(4).map {
      "\(view.columns[$0].name)=\(PlainText.of(view.value(row, $0)))"
    }.joined(separator: ", ")
  }

  private func list(_ names: [String]) -> String {
    names.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
  }

  private func report(
    _ id: String, _ location: SourceLocation, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, id, at: location, summary, found: found, expected: expected, remedy: remedy))
  }
}

extension ResultView {
  /// Why it is not settled which row is the first; nil where it is.
  var doubtAboutFirstRow: String? {
    if count == 1 || result.hasClearFirstRow { return nil }
    return result.isOrdered
      ? "and the first two are equal in what they are ordered by" : "in no declared order"
  }
}

/// What a condition of a row compares cells with, read as the column's type.
private enum CellTest {
  case number(Double)
  case boolean(Bool)
  case text(String)

  init?(_ text: String, as type: ColumnType) {
    switch type {
    case .integer, .number, .year:
      guard let number = Double(text) else { return nil }
      self = .number(number)
    case .boolean:
      switch text.lowercased() {
      case "true", "yes", "1": self = .boolean(true)
      case "false", "no", "0": self = .boolean(false)
      default: return nil
      }
    case .string, .date, .time, .datetime, .yearmonth, .duration, .any: self = .text(text)
    }
  }

  func matches(_ value: DataValue) -> Bool {
    switch self {
    case .number(let number): value.double == number
    case .boolean(let flag): value.double == (flag ? 1 : 0)
    case .text(let text): !value.isNull && PlainText.of(value) == text
    }
  }
}

/// Values as plain texts, for messages, ids and comparisons; not for readers.
enum PlainText {
  /// Numbers in their shortest form, NULL as `NULL`.
  static func of(_ value: DataValue) -> String {
    switch value {
    case .null: "NULL"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number):
      number == number.rounded() && number.magnitude < 0x1p53
        ? String(Int(number)) : "\(number)"
    case .text(let text): text
    }
  }
}
