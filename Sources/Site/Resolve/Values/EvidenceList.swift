import Diagnostics
import Queries
import Tables

/// What the values of a page rest on: one entry for each distinct reference.
struct EvidenceList {
  /// The entries in the order in which the values were met.
  private(set) var entries: [EvidenceEntry] = []
  private var places: [Reference: Int] = [:]

  /// The id of the entry for a reference that has one.
  func id(of reference: Reference) -> String? { places[reference].map { entries[$0].id } }

  /// Takes the first entry for a reference.
  mutating func add(_ entry: EvidenceEntry, for reference: Reference) {
    places[reference] = entries.count
    entries.append(entry)
  }
}

extension PageDraft {
  /// The id of the evidence for a cell, which gets an entry when it is first shown.
  func evidenceID(of cell: FoundCell, shown: String, at location: SourceLocation) -> String {
    if let id = evidence.id(of: cell.reference) { return id }
    let view = cell.view
    let isExact = view.result.exactLineage
    if !isExact { warnAboutSources(of: view, at: location) }
    let rowSources = checked(view.sources(cell.row), at: location)
    sources.formUnion(rowSources)
    let rows = data.rowsBehind(cell)
    let id = ids.id("e-", for: cell.reference.canonical)
    anchors.insert(id)
    evidence.add(
      EvidenceEntry(
        id: id, reference: cell.reference.canonical, shown: shown, value: cell.value,
        unit: view.unit(cell.row, cell.column), status: cell.status,
        period: period(of: cell, rows), query: view.query,
        row: view.rows.lowerBound + cell.row + 1, column: cell.dataColumn.name,
        reads: view.result.reads, rows: rows, sources: rowSources, isExact: isExact,
        disputes: data.disputes(behind: [cell]), location: location),
      for: cell.reference)
    return id
  }

  /// When a value holds: by its own row, else by the rows behind it.
  private func period(of cell: FoundCell, _ rows: [RowsBehind]) -> String? {
    cell.view.period(cell.row).map(writer.period) ?? PeriodSpan(of: rows).map(writer.period)
  }

  /// Says that a query loses the sources of its rows, once on the page.
  func warnAboutSources(of view: ResultView, at location: SourceLocation) {
    guard !view.result.reads.isEmpty else { return }
    warnOnce(
      "query.sources", about: view.query, at: data.location(view.name) ?? location,
      "`\(view.query)` does not pass on the sources of its rows, so that all sources of its tables are named",
      remedy: "add `source`, or `sources(source) AS source` where rows are grouped")
  }

  /// Says that a query loses the status of a column, once on the page.
  func warnAboutStatus(of view: ResultView, column: Int, at location: SourceLocation) {
    guard !view.result.isStatusKnown(column: column) else { return }
    let name = view.columns[column].name
    warnOnce(
      "query.status", about: view.query + "." + name, at: data.location(view.name) ?? location,
      "`\(view.query)` does not pass on how far `\(name)` is known",
      remedy: "add `worst_status(column) AS \(name)_status`, or `'reported' AS \(name)_status`")
  }
}
