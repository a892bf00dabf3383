import Diagnostics
import Tables

/// The view `<table>_preferred`: of the values that several sources give for the same thing, the one
/// of the source that is preferred and was published by the edition's date.
struct PreferredView: Sendable {
  let table: StoredTable
  let vintages: DataResource.Vintages
  /// The register of sources, if the site has one.
  let register: StoredTable?
  /// The date up to which sources count, as YYYY-MM-DD; nil for no limit.
  let asOf: String?

  static func name(of table: String) -> String { table + "_preferred" }

  /// The view's name.
  var name: String { Self.name(of: table.name) }

  /// The statement that creates the view.
  var sql: String { "CREATE VIEW \(quotedName(name)) AS\n\(select())" }

  /// What the view selects. Its columns are the table's, and keep their origin.
  ///
  /// - Parameter rows: SQL over the table `t` that tells the row, for a last column `RowRewriter.column`.
  func select(rows: String? = nil) -> String {
    let names = table.table.columns.map(\.name) + (rows == nil ? [] : [RowRewriter.column])
    let columns = names.map(quotedName).joined(separator: ", ")
    let told = rows.map { "\($0) AS \(quotedName(RowRewriter.column)), " } ?? ""
    let same = vintages.same.map { "t.\(quotedName($0))" }.joined(separator: ", ")
    let by = "t.\(quotedName(vintages.by))"
    let date = hasPublished ? lastDay("r.published") : nil
    let join = hasPublished ? " LEFT JOIN \"sources\" AS r ON r.id = \(by)" : ""
    let order = [preference(by), date.map { "\($0) DESC NULLS LAST" }, "\(by) DESC", "t.rowid"]
    var limit = ""
    if let asOf, let date {
      limit = " WHERE coalesce(\(date) <= \(quotedText(asOf)), 1)"
    }
    return """
      SELECT \(columns) FROM (
        SELECT t.*, \(told)row_number() OVER (
          PARTITION BY \(same) ORDER BY \(order.compactMap { $0 }.joined(separator: ", "))
        ) AS "place in order" FROM \(quotedName(table.name)) AS t\(join)\(limit)
      ) WHERE "place in order" = 1
      """
  }

  private var hasPublished: Bool {
    guard let register = register?.table else { return false }
    return register.index(of: "id") != nil && register.index(of: "published") != nil
  }

  /// The place in the order of preference; those not named come after all that are.
  private func preference(_ by: String) -> String? {
    if vintages.prefer.isEmpty { return nil }
    let places = vintages.prefer.enumerated().map { "WHEN \(quotedText($1)) THEN \($0)" }
    return "CASE \(by) \(places.joined(separator: " ")) ELSE \(vintages.prefer.count) END"
  }

  /// The last day of a date that may be a year or a month.
  private func lastDay(_ date: String) -> String {
    """
    CASE length(\(date)) WHEN 4 THEN \(date) || '-12-31' \
    WHEN 7 THEN date(\(date) || '-01', '+1 month', '-1 day') ELSE nullif(\(date), '') END
    """
  }

  private func quotedText(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// A note for each source of the table without a date of publication: it counts in every edition.
  func reportUndated(into collector: DiagnosticCollector) {
    guard asOf != nil, let register, let id = register.table.index(of: "id"),
      let published = register.table.index(of: "published"),
      let by = table.table.index(of: vintages.by)
    else { return }
    let used = Set(table.table.rows.map { $0[by] })
    for row in register.table.rows where row[published].isNull && used.contains(row[id]) {
      collector.add(
        Diagnostic(
          .note, "vintages.undated", at: register.location,
          "the source \(row[id].text ?? "") has no date of publication and counts in every edition",
          remedy: "fill in its column published"))
    }
  }
}
