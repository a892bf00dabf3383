import Diagnostics
import Queries
import Tables

/// The data tests of `checks/*.sql`: each row that one returns is a failure.
struct DataTests {
  /// How many failing rows are printed.
  static let shownRows = 10

  let store: DataStore
  let diagnostics: DiagnosticCollector

  /// Runs the tests; those that cannot be run are reported and have no outcome.
  func run(_ files: [ContentLoader.SQLFile]) throws -> [DataTestOutcome] {
    guard !files.isEmpty else { return [] }
    let session = try store.session()
    return files.compactMap { file in
      if let fault = CheckHeader(file.text).fault { report(fault, file) }
      let query = NamedQuery(name: file.name, sql: file.text, path: file.path)
      guard let result = session.run(query, scope: .site, into: diagnostics) else { return nil }
      if !result.table.rows.isEmpty { report(result.table, file) }
      return DataTestOutcome(
        name: file.name, title: CheckHeader(file.text).title ?? file.name, path: file.path,
        failures: result.table.rows.count, reads: result.reads)
    }
  }

  /// Says that a leading comment names no severity.
  private func report(_ fault: CheckHeader.Fault, _ file: ContentLoader.SQLFile) {
    let place = SourceRange(SourcePosition(line: fault.line, column: 1))
    diagnostics.add(
      .init(
        .error, "data.check-header", at: SourceLocation(file.path, place),
        "the severity of a data test is `error` or `warning`", found: "`\(fault.text)`",
        remedy: NearMiss.suggestion(for: fault.text, among: ["error", "warning"]).map {
          "did you mean `\($0)`?"
        }))
  }

  private func report(_ table: DataTable, _ file: ContentLoader.SQLFile) {
    let header = CheckHeader(file.text)
    let shown = table.rows.prefix(Self.shownRows).map { row in
      Diagnostic.Note(
        zip(table.columns, row).map { "\($0.name) = \(Self.text($1))" }.joined(separator: ", "))
    }
    let rest = table.rows.count - shown.count
    diagnostics.add(
      .init(
        header.isWarning ? .warning : .error, "data.check", at: SourceLocation(file.path),
        "a data test fails: \(header.title ?? file.name)",
        found: table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows", expected: "no row",
        notes: shown + (rest > 0 ? [.init("and \(rest) more")] : [])))
  }

  private static func text(_ value: DataValue) -> String {
    switch value {
    case .null: "NULL"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15
        ? String(Int(number)) : String(number)
    case .text(let text): text
    }
  }
}

/// What the leading comments of a data test say: `-- title: …`, `-- severity: warning`.
struct CheckHeader {
  /// What the test means, for the report.
  private(set) var title: String?
  /// Whether a failure only warns.
  private(set) var isWarning = false
  /// A severity that is none.
  private(set) var fault: Fault?

  /// A word at a line.
  struct Fault {
    var line: Int
    var text: String
  }

  init(_ sql: String) {
    let lines = sql.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      guard line.hasPrefix("--") else { return }
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].trimmingBlanks
      switch parts[0].trimmingBlanks {
      case "title": title = value
      case "severity":
        isWarning = value == "warning"
        if !isWarning, value != "error" { fault = Fault(line: number + 1, text: value) }
      default: continue
      }
    }
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
