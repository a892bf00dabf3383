import Diagnostics
import Tables

/// Checks that whatever names a source besides the cells of tables names one of the register: the
/// preferences of vintages, and measures.
struct RegisterCheck {
  let data: SiteData
  let diagnostics: DiagnosticCollector

  /// Reports each unknown source at its place.
  func run() {
    guard data.table("sources") != nil else { return }
    for table in data.tables { checkPreferences(table) }
    checkMeasures()
  }

  private func checkPreferences(_ table: SiteTable) {
    guard let vintages = table.resource.vintages else { return }
    let isSource =
      vintages.by == "source"
      || table.schema.foreignKeys.contains {
        $0.fields == [vintages.by] && $0.resource == "sources"
      }
    guard isSource else { return }
    for id in vintages.prefer where data.sources[id] == nil {
      report(id, "source in `prefer` of \(table.name)", at: vintages.location)
    }
  }

  private func checkMeasures() {
    let measures = (data.package?.measures ?? [:]).sorted { inByteOrder($0.key, $1.key) }
    for (name, measure) in measures {
      for id in measure.source.map(SourceIDs.split) ?? [] where data.sources[id] == nil {
        report(id, "source of the measure \(name)", at: measure.location)
      }
    }
  }

  private func report(_ id: String, _ what: String, at location: SourceLocation?) {
    diagnostics.add(
      .unknownName("source.unknown", id, what: what, among: data.sources.ids, at: location))
  }
}
