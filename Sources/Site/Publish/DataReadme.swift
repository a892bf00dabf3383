import Tables

/// `data/README.md`: what the files are, what their columns mean, and on what terms they may be used.
struct DataReadme: Sendable {
  let site: ResolvedSite

  private var configuration: SiteConfiguration { site.configuration }
  private var words: Words { site.context.words }

  /// The Markdown text.
  var text: String {
    let package = site.context.data.package
    let title = package?.title ?? words(.dataOf, ["site": configuration.title])
    var text = "# \(title)\n\n"
    if let description = package?.description { text += description + "\n\n" }
    if let edition = configuration.edition {
      let values: KeyValuePairs = [
        "id": edition.id, "published": edition.published, "date": edition.dataAsOf,
      ]
      text += words(.readmeEdition, values) + "\n\n"
    }
    text += words(.readmeTables) + "\n\n"
    for table in site.context.data.tables { text += section(table) }
    return text + terms
  }

  private func section(_ table: SiteTable) -> String {
    var text = "## \(table.name).csv\n\n"
    if let title = table.resource.title { text += title + ". " }
    if let description = table.resource.description { text += description }
    let count = words(.readmeRows, ["count": String(table.table.rows.count)])
    text += "\n\n\(count)\n\n" + MarkdownText.columnsHead(words)
    for field in table.schema.fields {
      let meaning = [field.title, field.description].compactMap { $0 }.joined(separator: ". ")
      let cells = [field.name, field.type.rawValue, unit(field), meaning]
      text += "| " + cells.map(MarkdownText.cell).joined(separator: " | ") + " |\n"
    }
    return text + "\n"
  }

  private func unit(_ field: FieldSchema) -> String {
    switch field.unit {
    case .fixed(let unit)?:
      site.context.data.package?.units.resolve(unit).name ?? unit.name ?? unit.symbol
    case .column(let column)?: words(.unitInColumn, ["column": column])
    case nil: ""
    }
  }

  private var terms: String {
    var text = ""
    if let licence = configuration.licence {
      text += "## \(words(.readmeTerms))\n\n\(licence.title ?? licence.name)"
      text += licence.url.map { " <\($0)>\n\n" } ?? "\n\n"
    }
    let citation = Citation(
      output: "data/index.html", title: configuration.title, isDataset: true, in: site.context)
    return text + "## \(words(.readmeCite))\n\n\(MarkdownText.line(citation.text))\n"
  }
}
