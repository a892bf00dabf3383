import Documents
import Tables

/// The files that a figure is downloaded as: its rows as CSV and JSON with units, statuses and sources,
/// and its drawing as SVG.
struct FigureDownload: Sendable {
  let figure: Figure
  /// The page that the figure stands on.
  let page: String
  let context: SiteContext

  /// The file names below `figures/`, each with what makes it; in a frozen edition the rows alone.
  var files: [(name: String, make: @Sendable () -> String)] {
    var files: [(String, @Sendable () -> String)] = []
    for (number, data) in figure.data.enumerated() {
      files.append(
        (Self.name(of: figure, table: number), { CSVWriter.text(Self.table(data)) }))
    }
    if context.configuration.isFrozen { return files }
    files.append((figure.id + ".json", { json }))
    if let svg = figure.standaloneSVG { files.append((figure.id + ".svg", { svg })) }
    return files
  }

  /// The file of one of the figure's tables: the first has the figure's own name, others add theirs.
  static func name(of figure: Figure, table number: Int) -> String {
    let suffix = number == 0 ? "" : "-" + Slug.of(figure.data[number].name)
    return figure.id + suffix + ".csv"
  }

  /// The rows as handed to the figure, then for each numeric column of known unit its unit, where a
  /// status occurs the statuses in words, then the sources. A column that is there by such a name stays.
  static func table(_ data: FigureData) -> DataTable {
    var table = data.table
    let names = Set(data.table.columns.map(\.name))
    for (index, column) in data.table.columns.enumerated() where column.type.isNumeric {
      if let unit = column.unit, !names.contains(column.name + "_unit") {
        table.append(.init(column.name + "_unit", .string)) { _ in .text(unit.symbol) }
      }
      let statuses = data.statuses.map { $0.indices.contains(index) ? $0[index] : .reported }
      if statuses.contains(where: { $0 != .reported }), !names.contains(column.name + "_status") {
        table.append(.init(column.name + "_status", .string)) { .text(statuses[$0].word) }
      }
    }
    if data.sources.contains(where: { !$0.isEmpty }), !names.contains("source") {
      table.append(.init("source", .string)) { row in
        .text(data.sources.indices.contains(row) ? data.sources[row].joined(separator: "; ") : "")
      }
    }
    return table
  }

  /// The same rows as objects, with what a reader of the file alone has to know: what it shows, from
  /// where, under which terms.
  private var json: String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("id", figure.id)
      writer.member("title", figure.title)
      writer.member("description", ifPresent: figure.description)
      writer.member("page", context.configuration.address(of: page) ?? page)
      writer.member("edition", ifPresent: context.configuration.edition?.id)
      writer.member("data_as_of", ifPresent: context.configuration.edition?.dataAsOf)
      writer.member("licence", ifPresent: context.configuration.licence?.name)
      writer.member("sources") { sources(&$0) }
      writer.member("columns") { columns(&$0) }
      for (number, data) in figure.data.enumerated() {
        writer.member(number == 0 ? "rows" : data.name) { $0.value(Self.table(data)) }
      }
    }
    return writer.text + "\n"
  }

  /// What the columns mean, by name.
  private func columns(_ writer: inout JSONWriter) {
    var seen: Set<String> = []
    writer.object { writer in
      for column in figure.data.flatMap(\.table.columns) where seen.insert(column.name).inserted {
        writer.member(column.name) { write(column, &$0) }
      }
    }
  }

  private func write(_ column: DataColumn, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", column.type.rawValue)
      writer.member("title", ifPresent: column.title)
      writer.member(unit: column.unit)
      writer.member("description", ifPresent: column.description)
      guard let measure = column.measure else { return }
      if let precision = measure.precision {
        writer.member("precision") { $0.value(precision) }
      }
      writer.member("direction", ifPresent: measure.direction?.rawValue)
      writer.member("note", ifPresent: measure.note)
      if !measure.sources.isEmpty { writer.member("definition") { $0.value(measure.sources) } }
    }
  }

  private func sources(_ writer: inout JSONWriter) {
    writer.array { writer in
      for id in figure.sources {
        writer.object { writer in
          let source = context.data.sources[id]
          writer.member("id", id)
          writer.member("title", ifPresent: source?.title)
          writer.member("publisher", ifPresent: source?.publisher)
          writer.member("published", ifPresent: source?.published)
          writer.member("url", ifPresent: source?.url)
        }
      }
    }
  }
}

extension DataTable {
  /// Adds a column whose values are given by the row's number.
  fileprivate mutating func append(_ column: DataColumn, _ value: (Int) -> DataValue) {
    columns.append(column)
    for row in rows.indices { rows[row].append(value(row)) }
  }
}
