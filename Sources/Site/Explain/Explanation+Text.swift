import Diagnostics

extension Explanation {
  /// How many rows of a table the text shows.
  static let shownRows = 10
  /// How many lines of a list the text shows; the JSON has all.
  static let shownLines = 30

  /// The explanation for a terminal.
  package var text: String {
    var lines = ["\(kind) \(name)" + (location.map { " (\($0.short))" } ?? "")]
    lines += facts.map { "  \($0.name): \($0.value)" }
    section("queries", queries.map(Self.line), &lines)
    section("tables", tables.map(Self.line), &lines)
    for rows in self.rows { add(rows, &lines) }
    section("sources", sources.map(Self.line), &lines)
    section("may change: values", prediction.values.map { "\($0.page) \($0.reference)" }, &lines)
    section("may become false", prediction.claims.map { "\($0.page)#\($0.id)" }, &lines)
    section("may change: figures", prediction.figures.map { "\($0.id) (\($0.page))" }, &lines)
    section(
      "may change: queries", prediction.queries.map { "\($0.name) (\($0.location.short))" }, &lines)
    section("may fail", prediction.checks.map { "\($0.name) (\($0.location.short))" }, &lines)
    section("may change: pages", prediction.pages, &lines)
    section("may change: other files", prediction.outputs, &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ name: String, _ content: [String], _ lines: inout [String]) {
    if content.isEmpty { return }
    lines.append(name)
    lines += content.prefix(Self.shownLines).map { "  " + $0 }
    let rest = content.count - Self.shownLines
    if rest > 0 { lines.append("  and \(rest) more") }
  }

  private func add(_ rows: Rows, _ lines: inout [String]) {
    let count = rows.rows.count
    let what = rows.isExact ? "rows of \(rows.table)" : "among the rows of \(rows.table)"
    lines.append("\(what): \(count)")
    lines += rows.rows.prefix(Self.shownRows).map { "  \(rows.path):\($0.line): \($0.cells)" }
    if count > Self.shownRows { lines.append("  and \(count - Self.shownRows) more") }
  }

  private static func line(_ query: QueryStep) -> String {
    let uses = query.uses.isEmpty ? "" : ", uses " + query.uses.joined(separator: ", ")
    return "\(query.name) (\(query.location.short))\(uses)"
  }

  private static func line(_ table: TableStep) -> String {
    "\(table.name) (\(table.path), sha256 \(table.hash.prefix(12))…): "
      + table.columns.joined(separator: ", ")
  }

  private static func line(_ source: SourceRegister.Entry) -> String {
    let parts = [
      source.title, source.publisher, source.published.map { "published \($0)" },
      source.accessed.map { "read \($0)" }, source.url,
    ]
    return "@\(source.id) " + parts.compactMap { $0 }.joined(separator: "; ")
  }
}

extension SourceLocation {
  /// The place as `file:line`.
  fileprivate var short: String { "\(path):\(range.start.line)" }
}
