import Diagnostics
import Tables

/// Holds the tables against the site's limits of age: how old the newest source of a table is on the
/// day up to which the edition's data go.
struct FreshnessCheck {
  let configuration: SiteConfiguration
  let data: SiteData
  let diagnostics: DiagnosticCollector

  /// Reports each table whose newest source is too old. Sources of unknown date, and those published
  /// after that day, do not count.
  func run() {
    let limits = configuration.freshness
    guard limits.warnAfter != nil || limits.failAfter != nil, let edition = configuration.edition,
      let today = CalendarTime.parse(edition.dataAsOf)
    else { return }
    for table in data.tables {
      guard let newest = newestSource(of: table, by: edition.dataAsOf),
        let published = newest.published, let time = CalendarTime.parse(published)
      else { continue }
      let age = Int(((today - time) / CalendarTime.day).rounded())
      if let limit = limits.failAfter, age >= limit {
        report(table, newest, age: age, limit: limit, .error)
      } else if let limit = limits.warnAfter, age >= limit {
        report(table, newest, age: age, limit: limit, .warning)
      }
    }
  }

  private func newestSource(of table: SiteTable, by day: String) -> SourceRegister.Entry? {
    return table.sourceIDs.compactMap { data.sources[$0] }
      .filter { $0.published.map { $0 <= day } ?? false }
      .max { ($0.published ?? "", $0.id) < ($1.published ?? "", $1.id) }
  }

  private func report(
    _ table: SiteTable, _ source: SourceRegister.Entry, age: Int, limit: Int, _ severity: Severity
  ) {
    diagnostics.add(
      .init(
        severity, "data.age", at: table.resource.location ?? SourceLocation(table.path),
        "the newest source of the table `\(table.name)` is old",
        found: "\(age) days on \(configuration.edition?.dataAsOf ?? "")",
        expected: "less than \(limit)", remedy: "look for a newer edition of the source",
        notes: [.init("\(source.id), published \(source.published ?? "")", at: source.location)]))
  }
}
