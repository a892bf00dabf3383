import Tables

/// `figures/<id>-readme.md`: what the files of a figure hold, on what terms they may be used and how they
/// are cited, so that a download can be passed on.
struct FigureReadme: Sendable {
  let figure: Figure
  /// The page that the figure stands on.
  let page: ResolvedPage
  let site: ResolvedSite

  /// The file's name below `figures/`.
  static func name(of figure: Figure) -> String { figure.id + "-readme.md" }

  /// The Markdown text.
  var text: String {
    var text = "# \(title)\n\n"
    let place = configuration.address(of: page.plan.output + "#" + figure.anchor)
    text += words(.readmeFrom, ["page": page.title]) + (place.map { ", <\($0)>" } ?? "") + ".\n"
    if let edition = configuration.edition {
      let values: KeyValuePairs = [
        "id": edition.id, "published": edition.published, "date": edition.dataAsOf,
      ]
      text += words(.readmeEdition, values) + "\n"
    }
    text += "\n\(words(.readmeFiles))\n"
    for (number, data) in figure.data.enumerated() {
      text += section(FigureDownload.name(of: figure, table: number), data)
    }
    return text + statuses + queries + disputes + sources + terms + citation
  }

  private var configuration: SiteConfiguration { site.configuration }
  private var words: Words { site.context.words }

  private var title: String {
    figure.title.isEmpty ? site.figures[figure.id]?.label ?? figure.id : figure.title
  }

  private func section(_ file: String, _ data: FigureData) -> String {
    let count = words(.readmeRows, ["count": String(data.table.rows.count)])
    var text = "\n## \(file)\n\n\(count)\n\n" + MarkdownText.columnsHead(words)
    for column in FigureDownload.table(data).columns {
      let unit = column.unit.map { unit in
        unit.name.map { "\($0) (\(unit.symbol))" } ?? unit.symbol
      }
      let meaning = [column.title, column.description, column.measure?.note].compactMap(\.self)
      let cells = [column.name, column.type.rawValue, unit ?? "", meaning.joined(separator: ". ")]
      text += "| " + cells.map(MarkdownText.cell).joined(separator: " | ") + " |\n"
    }
    return text
  }

  private var statuses: String {
    if figure.statuses.isEmpty { return "" }
    let statuses = figure.statuses.map(\.word).joined(separator: ", ")
    return "\n" + words(.notAsReported, ["statuses": statuses]) + ".\n"
  }

  /// How the rows are computed: the SQL of the queries, as code.
  private var queries: String {
    let queries = figure.queries.compactMap { query in query.sql.map { (query.name, $0) } }
    if queries.isEmpty { return "" }
    return queries.reduce("\n## \(words(.provenance))\n") { text, query in
      let lines = query.1.split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
      return text + "\n" + words(.readmeQuery, ["name": query.0]) + "\n\n\(code)\n"
    }
  }

  private var disputes: String {
    let entries = figure.disputes.entries.compactMap { site.context.data.disagreements[$0] }
    if entries.isEmpty { return "" }
    var text = "\n## \(words(.disagreements))\n\n"
    for entry in entries { text += "- \(MarkdownText.line(entry.disagreement.sentence(words))).\n" }
    return text
  }

  private var sources: String {
    if figure.sources.isEmpty { return "" }
    var text = "\n## \(words(figure.isExact ? .sources : .allSources))\n\n"
    for id in figure.sources {
      guard let source = site.context.data.sources[id] else { continue }
      let parts = [source.publisher, source.title, source.published].compactMap(\.self)
      text += "- " + MarkdownText.line(parts.joined(separator: ", "))
      text += source.url.map { ", <\($0)>" } ?? ""
      text += source.accessed.map { " (\(words(.accessed)) \($0))" } ?? ""
      text += "\n"
    }
    return text
  }

  private var terms: String {
    guard let licence = configuration.licence else { return "" }
    let address = licence.url.map { " <\($0)>" } ?? ""
    return "\n## \(words(.readmeTerms))\n\n\(licence.title ?? licence.name)\(address)\n"
  }

  private var citation: String {
    let citation = Citation(figure, title: title, on: page, in: site.context)
    return
      "\n## \(words(.readmeCite))\n\n\(MarkdownText.line(citation.text))\n\n```bibtex\n\(citation.bibTeX)```\n"
  }
}

/// Plain texts as Markdown.
enum MarkdownText {
  /// A text as the cell of a table.
  static func cell(_ text: String) -> String { line(text).replacing("|", with: "\\|") }

  /// The head of a table of columns.
  static func columnsHead(_ words: Words) -> String {
    let names = [Word.column, .type, .unit, .meaning].map { cell(words($0)) }
    return "| " + names.joined(separator: " | ") + " |\n| --- | --- | --- | --- |\n"
  }

  /// A text on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension Disagreement {
  /// Who says what, as plain text: `Peru, 2024: 29000 t (new, used here), 13000 t (old)`.
  func sentence(_ words: Words) -> String {
    let values = allValues.enumerated().map { number, value in
      let unit = value.unit.map { $0.symbol == "1" ? "" : " " + $0.symbol } ?? ""
      let preferred = number == 0 && isCompared ? ", " + words(.preferredHere) : ""
      return "\(PlainNumber.text(value.number))\(unit) (\(value.vintage)\(preferred))"
    }
    return "\(subject): \(values.joined(separator: ", "))"
  }
}
