import Tables

/// Turns the rows behind figures into texts that can be found: what was measured, of what, when, how much.
///
/// The same measure of the same thing with the same value is taken once, where it is read first.
struct SearchValues {
  /// How many rows of a table are taken, the latest first.
  static let rowLimit = 500
  /// How many texts of a row say what it is about.
  private static let subjectLimit = 3
  /// How long the first of them and the others may be: longer texts are remarks, not names.
  private static let nameLengths = (first: 100, other: 32)

  private let writer: ValueWriter
  private var seen: Set<[String]> = []

  /// Values of a site.
  init(context: SiteContext) {
    writer = ValueWriter(context)
  }

  /// The rows of a table.
  ///
  /// - Parameters:
  ///   - data: the table with its statuses.
  ///   - subject: what the page itself is about, where it is the page of a row.
  mutating func series(
    of data: FigureData, subject: String?, target: String, context: String
  ) -> SearchIndex.Series {
    let columns = Columns(data.table.columns, writer)
    var series = SearchIndex.Series(
      measures: columns.measures.map(\.name), target: target, context: context)
    for row in Self.order(of: data.table, by: columns.period?.index).prefix(Self.rowLimit) {
      let cells = data.table.rows[row]
      let about = subjectText(of: cells, columns, subject)
      let values = columns.measures.map { measure in
        value(cells[measure.index], data.statuses[row][measure.index], measure, about)
      }
      let isNew =
        columns.measures.isEmpty
        ? seen.insert([about]).inserted : values.contains { !$0.isEmpty }
      if !about.isEmpty, isNew { series.rows.append(.init(subject: about, values: values)) }
    }
    return series
  }

  /// The rows, those of the latest period first.
  private static func order(of table: DataTable, by period: Int?) -> [Int] {
    guard let period else { return Array(table.rows.indices) }
    return table.rows.indices.sorted { a, b in
      let (left, right) = (key(table.rows[a][period]), key(table.rows[b][period]))
      return left == right ? a < b : right < left
    }
  }

  /// Years and dates in ISO form are ordered by their text.
  private static func key(_ value: DataValue) -> String { CSVWriter.cell(value) }

  private func subjectText(
    of cells: [DataValue], _ columns: Columns, _ subject: String?
  ) -> String {
    var texts: [String] = []
    if let subject { texts.append(subject) }
    for name in columns.names.compactMap({ cells[$0].text }) where !texts.contains(name) {
      let limit = texts.isEmpty ? Self.nameLengths.first : Self.nameLengths.other
      if (1...limit).contains(name.unicodeScalars.count) { texts.append(name) }
    }
    texts = Array(texts.prefix(Self.subjectLimit))
    if let period = columns.period, let text = period.text(cells[period.index]) {
      texts.append(text)
    }
    return texts.joined(separator: ", ")
  }

  /// The value with unit and mark; empty for none and for one that is there already.
  private mutating func value(
    _ value: DataValue, _ status: DataStatus, _ measure: Columns.Shown, _ subject: String
  ) -> String {
    guard !value.isNull, let text = try? measure.formatter.cell(value, status: status),
      seen.insert([measure.name, subject, text]).inserted
    else { return "" }
    return text
  }

  /// What the columns of a table are to a reader who looks for something.
  private struct Columns {
    /// A column whose values are shown.
    struct Shown {
      var index: Int
      var name: String
      var formatter: ValueFormatter

      func text(_ value: DataValue) -> String? { try? formatter.format(value).text }
    }

    /// Numbers.
    var measures: [Shown] = []
    /// The first year or date.
    var period: Shown?
    /// Texts that name what a row is about.
    var names: [Int] = []

    init(_ columns: [DataColumn], _ writer: ValueWriter) {
      for (index, column) in columns.enumerated() where column.name != "source" {
        let isPeriod = column.type.isTemporal || column.isCalendar
        if column.type.isNumeric || isPeriod {
          let label: DisplayOptions.UnitLabel = column.unit == nil ? .none : .symbol
          guard let formatter = try? writer.formatter(column, DisplayOptions(label: label)) else {
            continue
          }
          let name = column.title ?? column.name.replacing("_", with: " ")
          let shown = Shown(index: index, name: name, formatter: formatter)
          if !isPeriod { measures.append(shown) } else if period == nil { period = shown }
        } else if column.type == .string {
          names.append(index)
        }
      }
    }
  }
}
