import Diagnostics
import Tables

/// Finds sources and tables that should have been read again before the edition was published.
///
/// A source says so by the columns `retrieved` (or `accessed`) and `update_every` of the register, a table
/// by `update_every` of its resource or package: then its newest source counts. Nothing depends on the
/// day of the build.
struct OverdueCheck {
  /// A source or table with the day by which it was to be read again.
  struct Overdue {
    var name: String
    var retrieved: String
    var interval: UpdateInterval
    var due: String
    var location: SourceLocation?
  }

  let configuration: SiteConfiguration
  let data: SiteData
  let diagnostics: DiagnosticCollector

  /// Reports what is overdue, and intervals that are none.
  func run() {
    for source in data.sources.entries where source.updateEvery != nil { check(source) }
    for table in data.tables { check(table) }
  }

  private func check(_ source: SourceRegister.Entry) {
    guard let interval = source.interval else {
      diagnostics.add(
        .init(
          .error, "source.update-every", at: source.location,
          "`update_every` says how often a source is replaced",
          found: "`\(source.updateEvery ?? "")` of `\(source.id)`",
          expected: "such as `1 year` or `6 months`"))
      return
    }
    guard let retrieved = source.accessed else {
      diagnostics.add(
        .init(
          .warning, "source.retrieved", at: source.location,
          "whether a source is overdue cannot be told without the day it was read",
          found: "`\(source.id)` without `retrieved`", remedy: "fill in the column `retrieved`"))
      return
    }
    report("the source `\(source.id)`", retrieved, interval, at: source.location)
  }

  private func check(_ table: SiteTable) {
    guard let interval = table.resource.updateEvery ?? data.package?.updateEvery,
      let retrieved = data.lastRetrieval(of: table)
    else { return }
    report(
      "the table `\(table.name)`", retrieved, interval,
      at: table.resource.location ?? SourceLocation(table.path))
  }

  private func report(
    _ what: String, _ retrieved: String, _ interval: UpdateInterval, at location: SourceLocation
  ) {
    guard let edition = configuration.edition, let due = interval.due(after: retrieved),
      due < edition.published
    else { return }
    diagnostics.add(
      .init(
        configuration.freshness.overdue.severity, "data.overdue", at: location,
        "\(what) is overdue: it is replaced every \(interval.words)",
        found: "read on \(retrieved), to be read again by \(due)",
        expected: "before the edition of \(edition.published)",
        remedy: "read it again, and give the day as `retrieved`"))
  }
}

extension SourceRegister.Entry {
  /// How often the source is replaced; nil where it is not, or does not say so rightly.
  var interval: UpdateInterval? { updateEvery.flatMap(UpdateInterval.init) }

  /// The day by which it is to be read again.
  var due: String? { accessed.flatMap { interval?.due(after: $0) } }
}

extension SiteData {
  /// The last day on which one of a table's sources was read, of those without an interval of their own;
  /// nil where none says.
  func lastRetrieval(of table: SiteTable) -> String? {
    table.sourceIDs.compactMap { sources[$0] }.filter { $0.updateEvery == nil }
      .compactMap(\.accessed).max()
  }
}

extension SiteTable {
  /// The ids in the column `source`, sorted by their bytes.
  package var sourceIDs: [String] {
    guard name != "sources", let column = table.index(of: "source") else { return [] }
    let cells = Set(table.rows.compactMap { $0[column].text })
    return Set(cells.flatMap(SourceIDs.split)).sorted(by: inByteOrder)
  }
}
