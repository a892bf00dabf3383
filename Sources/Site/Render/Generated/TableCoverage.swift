import Markdown
import Tables

/// The places that the rows of a table are about, by the column that its resource names as `place`.
struct TablePlaces {
  /// How many are named.
  static let limit = 50

  /// The places, each once, in the order of the rows.
  let names: [String]

  /// The places of a table: of the column declared, else those declared for all rows.
  init(_ table: SiteTable) {
    guard let column = table.resource.place.flatMap(table.table.index) else {
      names = table.resource.places
      return
    }
    var seen: Set<String> = []
    names = table.table.rows.compactMap { $0[column].text }.filter { seen.insert($0).inserted }
  }

  /// The places joined; nil where there are none, or too many to be told.
  var text: String? {
    names.isEmpty || names.count > Self.limit ? nil : names.joined(separator: ", ")
  }
}

extension SiteTable {
  /// The last period that the table's rows hold for, as far as the data of an edition go: projections
  /// beyond it do not count. Nil where no column is declared as `period`.
  func lastPeriod(by edition: SiteConfiguration.Edition?) -> String? {
    guard let column = resource.period.flatMap(table.index) else { return nil }
    return table.rows.lazy.map { CSVWriter.cell($0[column]) }
      .filter { period in !period.isEmpty && edition.map { period <= $0.dataAsOf } != false }
      .max(by: inByteOrder)
  }
}

extension RenderContext {
  /// How many tables are named one by one.
  private static let namedTables = 3

  /// How far the data behind a page go, as a group of a `dl`: the last period of each table read, those of
  /// one period together; empty where none is known.
  func dataTo(_ reads: [String: Set<String>]) -> String {
    let edition = configuration.edition
    let read = site.context.data.tables.filter { reads[$0.name] != nil }
    let periods = Dictionary(grouping: read) { $0.lastPeriod(by: edition) ?? "" }
      .filter { !$0.key.isEmpty }.sorted { inByteOrder($1.key, $0.key) }
    guard let latest = periods.first else { return "" }
    var texts = [self.texts.date(latest.key)]
    if periods.count > 1 {
      texts = periods.map { period, tables in
        var names = tables.prefix(Self.namedTables).map { title(ofTable: $0.name) }
        let rest = tables.count - names.count
        if rest > 0 { names.append(words(.andMore, ["count": self.texts.count(rest)])) }
        return "\(self.texts.date(period)) (\(names.joined(separator: ", ")))"
      }
    }
    var html = HTMLWriter()
    html.fact(words(.dataTo), texts.joined(separator: "; "))
    return html.html
  }

  /// A day by which something is to be read again, and whether it is past.
  func due(_ day: String) -> String {
    let isOverdue = configuration.edition.map { day < $0.published } ?? false
    return words(isOverdue ? .overdueSince : .nextDue, ["date": texts.date(day)])
  }
}
