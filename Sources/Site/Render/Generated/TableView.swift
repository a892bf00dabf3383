import Markdown
import Tables

/// What the page of a table shows.
struct TableView: Sendable {
  let context: RenderContext
  let table: SiteTable

  /// What the table is called.
  var title: String { table.resource.title ?? table.name }

  /// What it holds.
  var description: String { table.resource.description ?? extent }

  /// What it holds, for search engines, which want more than a few words.
  var fullDescription: String {
    guard let text = table.resource.description, text.unicodeScalars.count < 70 else {
      return description
    }
    return "\(text) \(extent)"
  }

  /// How large it is, and what is said of its columns.
  private var extent: String {
    context.words(
      .tableDescription,
      [
        "table": title, "rows": context.texts.count(table.table.rows.count),
        "columns": context.texts.count(table.table.columns.count),
        "site": context.configuration.title,
      ])
  }

  private static let formats = [("CSV", "text/csv"), ("JSON", "application/json")]

  private var files: [(output: String, type: String, label: String)] {
    Self.formats.map { format, type in
      ("data/\(table.name).\(format.lowercased())", type, "\(title), \(format)")
    }
  }

  /// What links to the files say: their titles, formats and sizes.
  private var downloads: [(output: String, label: String)] {
    let sizes = [DataOutputs.csv(table.table), DataOutputs.json(table.table)].map(
      FileSize.text(of:))
    return zip(files, sizes).map { ($0.output, "\($0.label), \($1)") }
  }

  private var period: String? { TablePeriod.of(table) }

  /// The ids of the sources that its rows name.
  private var sources: [String] {
    table.sourceIDs.filter { context.site.context.data.sources[$0] != nil }
  }

  /// The table as data, for machines.
  var dataset: StructuredData.Dataset {
    StructuredData.Dataset(
      name: title, description: "\(title). \(description)", output: "data/\(table.name).html",
      period: period, places: TablePlaces(table).names,
      variables: table.table.columns.map(StructuredData.Dataset.Variable.init),
      files: files.map { ($0.output, $0.type) },
      sources: sources.compactMap { context.site.context.data.sources[$0] },
      licence: table.resource.licenses.first.flatMap { $0.path ?? $0.name })
  }

  /// Puts the table into the values of its page.
  func fill(_ values: inout TemplateValues, _ addresses: PageAddresses) {
    values[.kicker] = context.words(.table)
    values[.standfirst] = description
    values[.facts] = facts(addresses)
    values[.dictionary] = dictionary
    values[.downloads] = DownloadList(addresses).html(downloads)
    values[.checks] = TableChecks(context: context, table: table).html
    let citation = Citation(
      output: "data/\(table.name).html", title: title, isDataset: true, in: context.site.context)
    values[.citation] = citation.text
    values[.bibtex] = citation.bibTeX
    values[.uses] = context.list(of: context.uses.tables[table.name] ?? [], addresses)
  }

  private func facts(_ addresses: PageAddresses) -> String {
    let (words, texts) = (context.words, context.texts)
    var html = HTMLWriter()
    html.fact(words(.name)) { $0.element("code", text: table.name) }
    html.fact(words(.rows), texts.count(table.table.rows.count))
    html.fact(words(.columns), texts.count(table.table.columns.count))
    html.fact(words(.period), period.map(RenderContext.shown))
    html.fact(words(.dataTo), table.lastPeriod(by: context.configuration.edition).map(texts.date))
    html.fact(words(.place), TablePlaces(table).text)
    html.fact(words(.lastRead), freshness)
    let disputed = context.site.context.data.disagreements.entries(of: table.name)
      .count { $0.disagreement.isCompared }
    if disputed > 0 {
      html.fact(words(.disputedValues)) { html in
        html.link(
          "\(DisagreementIndex.output)#\(table.name)", addresses, text: texts.count(disputed))
      }
    }
    if !table.schema.primaryKey.isEmpty {
      html.fact(words(.key), table.schema.primaryKey.joined(separator: ", "))
    }
    if !sources.isEmpty {
      html.fact(words(.sources)) { html in context.writeSources(sources, &html, addresses) }
    }
    html.fact(words(.licence)) { context.writeLicence(of: table, &$0) }
    html.fact(words(.checksum)) { $0.element("code", [("class", "hash")], text: table.hash) }
    return html.html
  }

  /// When the sources were last read, and when they are to be read again.
  private var freshness: String? {
    let data = context.site.context.data
    guard let day = data.lastRetrieval(of: table) else { return nil }
    var text = context.texts.date(day)
    guard let interval = table.resource.updateEvery ?? data.package?.updateEvery,
      let due = interval.due(after: day)
    else { return text }
    text += "; " + context.words(.replacedEvery, ["interval": interval.words])
    text += ", " + context.due(due)
    return text
  }

  private var dictionary: String {
    var html = HTMLWriter()
    let rows = table.table.columns.enumerated().map { index, column in
      let field = table.schema.field(column.name)
      return DictionaryTable.Row(
        name: column.name, title: column.title, type: column.type.rawValue, unit: column.unit,
        meaning: meaning(of: column, field),
        values: context.texts.extent(of: column.name, in: table.table),
        missing: table.table.rows.count { $0[index].isNull })
    }
    DictionaryTable(words: context.words, id: "columns", name: table.name, rows: rows).write(&html)
    return html.html
  }

  /// What the schema says of a column, with the column that holds its unit.
  private func meaning(of column: DataColumn, _ field: FieldSchema?) -> String? {
    var parts = [column.description].compactMap { $0 }
    if case .column(let name)? = field?.unit {
      parts.append("\(context.words(.unit)): \(name)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ". ")
  }
}
