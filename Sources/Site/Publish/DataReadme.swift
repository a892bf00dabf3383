import Tables

/// `data/README.md`: what the files are, what their columns mean, and on what terms they may be used.
struct DataReadme: Sendable {
  let site: ResolvedSite

  /// The Markdown text.
  var text: String {
    let configuration = site.configuration
    var text = "# \(site.context.data.package?.title ?? "Data of \(configuration.title)")\n\n"
    if let description = site.context.data.package?.description { text += description + "\n\n" }
    if let edition = configuration.edition {
      text += "Edition \(edition.id), data as of \(edition.dataAsOf).\n\n"
    }
    text += """
      The files are UTF-8 with a header row; an empty cell means that there is no value. \
      `datapackage.json` describes them for machines.


      """
    for table in site.context.data.tables { text += section(table) }
    return text + terms
  }

  private func section(_ table: SiteTable) -> String {
    var text = "## \(table.name).csv\n\n"
    if let title = table.resource.title { text += title + ". " }
    if let description = table.resource.description { text += description }
    text += "\n\n\(table.table.rows.count) rows.\n\n| Column | Type | Unit | Meaning |\n"
    text += "| --- | --- | --- | --- |\n"
    for field in table.schema.fields {
      let meaning = [field.title, field.description].compactMap { $0 }.joined(separator: ". ")
      let cells = [field.name, field.type.rawValue, unit(field), meaning]
      text += "| " + cells.map(Self.cell).joined(separator: " | ") + " |\n"
    }
    return text + "\n"
  }

  private func unit(_ field: FieldSchema) -> String {
    switch field.unit {
    case .fixed(let unit)?:
      site.context.data.package?.units.resolve(unit).name ?? unit.name ?? unit.symbol
    case .column(let column)?: "see \(column)"
    case nil: ""
    }
  }

  private var terms: String {
    let configuration = site.configuration
    var text = ""
    if let licence = configuration.licence {
      text += "## Terms\n\n\(licence.title ?? licence.name)"
      text += licence.url.map { " <\($0)>\n\n" } ?? "\n\n"
    }
    let publisher = configuration.publisher.map { $0.name + ", " } ?? ""
    let edition = configuration.edition.map { ", edition \($0.id) (\($0.published))" } ?? ""
    let address = configuration.address(of: "data/index.html").map { ", <\($0)>" } ?? ""
    return text + "## To cite\n\n\(publisher)*\(configuration.title)*\(edition)\(address).\n"
  }

  /// A text as the cell of a Markdown table.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
