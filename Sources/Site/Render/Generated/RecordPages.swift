import Markdown
import Tables

extension GeneratedPages {
  /// The pages of editions that were computed from the data alone: nobody has kept theirs, so these are made
  /// from the record, for every figure one.
  var records: [GeneratedPage] {
    guard !site.configuration.isFrozen else { return [] }
    return site.history.frozen.filter(\.isOfDataAlone).flatMap(pages)
  }

  private func pages(of record: EditionRecord) -> [GeneratedPage] {
    guard let edition = record.edition else { return [] }
    let view = RecordView(context: context, record: record, edition: edition)
    let start = GeneratedPage(
      output: "\(record.folder)/index.html", template: "changes", title: view.title,
      description: description(
        .recordDescription,
        [
          "id": edition.id, "site": context.configuration.title,
          "date": context.texts.date(edition.dataAsOf),
        ]),
      maker: "the edition \(record.id)", crumbs: view.crumbs.dropLast()
    ) { values, addresses in
      values[.edition] = context.line(of: edition)
      values[.list] = view.overview(addresses)
    }
    return [start]
      + record.figures.sorted { inByteOrder($0.key, $1.key) }.map { id, figure in
        GeneratedPage(
          output: view.output(of: id), template: "figure", title: view.title(of: id, figure),
          documentTitle: "\(view.title(of: id, figure)) (\(id), \(view.title))",
          description: Self.shortened(
            words(.recordDescription, view.descriptionValues) + " " + figure.title),
          maker: "the edition \(record.id)", isIndexed: false, crumbs: view.crumbs
        ) { values, addresses in
          view.fill(&values, id, figure, addresses)
        }
      }
  }
}

/// Shows the record of an edition of which there are no pages.
struct RecordView: Sendable {
  let context: RenderContext
  let record: EditionRecord
  let edition: SiteConfiguration.Edition

  private var words: Words { context.words }
  private var site: ResolvedSite { context.site }

  /// What the edition is called.
  var title: String { words(.editionNamed, ["id": edition.id]) }

  /// The values of the words that describe the edition.
  var descriptionValues: KeyValuePairs<String, String> {
    [
      "id": edition.id, "site": context.configuration.title,
      "date": context.texts.date(edition.dataAsOf),
    ]
  }

  /// The way to a figure of the edition.
  var crumbs: [(label: String, output: String)] {
    [
      (words(.home), "index.html"), (words(.editions), EditionArchive.folder + "/index.html"),
      (title, "\(record.folder)/index.html"),
    ]
  }

  /// The page of a figure.
  func output(of id: String) -> String { "\(record.folder)/figures/\(id).html" }

  /// What a figure is called.
  func title(of id: String, _ figure: EditionRecord.FigureEntry) -> String {
    figure.title.isEmpty ? id : figure.title
  }

  /// What the edition is, its figures page by page, and its values in texts.
  func overview(_ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    html.element("p", text: words(.recordExplanation, descriptionValues))
    html.raw("\n")
    writeQuantities(&html, addresses)
    writeFigures(&html, addresses)
    writeValues(&html, addresses)
    return html.html
  }

  private func writeQuantities(_ html: inout HTMLWriter, _ addresses: PageAddresses) {
    if record.quantities.isEmpty { return }
    html.element("h2", [("id", "quantities")], text: words(.valuesUsed))
    html.raw("<ul>\n")
    for (name, rows) in record.quantities.sorted(by: { inByteOrder($0.key, $1.key) }) {
      html.open("li")
      html.text("\(context.title(ofTable: rows.name)): \(words(.rows).lowercased()) ")
      html.text(context.texts.count(rows.table.rows.count) + ", ")
      html.link(RecordFiles.data(of: name, in: record), addresses, text: "CSV")
      html.close("li")
    }
    html.raw("</ul>\n")
  }

  private func writeFigures(_ html: inout HTMLWriter, _ addresses: PageAddresses) {
    html.element("h2", [("id", "figures")], text: words(.figures))
    let pages = Dictionary(grouping: record.figures, by: \.value.page)
    for page in pages.keys.sorted(by: inByteOrder) {
      html.element("h3", text: name(ofPage: page))
      html.raw("<ul>\n")
      for (id, figure) in (pages[page] ?? []).sorted(by: { inByteOrder($0.key, $1.key) }) {
        html.open("li", [("id", "fig-" + id)])
        html.link(output(of: id), addresses, text: title(of: id, figure))
        html.close("li")
      }
      html.raw("</ul>\n")
    }
  }

  private func writeValues(_ html: inout HTMLWriter, _ addresses: PageAddresses) {
    if record.values.isEmpty { return }
    html.element("h2", [("id", "values")], text: words(.changedTexts))
    html.open(
      "div",
      [("class", "scroll long"), ("role", "region"), ("aria-labelledby", "all"), ("tabindex", "0")])
    html.open("table")
    html.element("caption", [("id", "all")], text: words(.changedTexts))
    html.open("thead")
    html.open("tr")
    for word in [Word.value, .pages, .period, .source] {
      html.element("th", [("scope", "col")], text: words(word))
    }
    html.close("tr")
    html.close("thead")
    html.open("tbody")
    for value in record.values {
      html.open("tr")
      html.element("th", [("scope", "row")], text: text(of: value))
      html.open("td")
      html.text(name(ofPage: value.page) + ", ")
      html.element("code", text: value.reference)
      html.close("td")
      html.element("td", text: value.period ?? words(.noAnswer))
      html.open("td")
      context.writeSources(value.basis.sources, &html, addresses)
      html.close("td")
      html.close("tr")
    }
    html.close("tbody")
    html.close("table")
    html.close("div")
  }

  private func text(of value: EditionRecord.Value) -> String {
    let mark = DataStatus(rawValue: value.status)?.mark
    let unit = value.unit.flatMap { unit in
      unit == "1" || value.shown.contains(unit) ? nil : unit
    }
    return [value.shown, unit, mark].compactMap(\.self).joined(separator: "\u{A0}")
  }

  /// What a page of the edition is called: as the site calls it today, else by its address.
  private func name(ofPage output: String) -> String {
    site.context.index.page(at: output).map { site.label(of: $0) } ?? output
  }

  // MARK: Figures

  /// Puts a figure into the values of its page.
  func fill(
    _ values: inout TemplateValues, _ id: String, _ figure: EditionRecord.FigureEntry,
    _ addresses: PageAddresses
  ) {
    values[.kicker] = title
    values[.edition] = context.line(of: edition)
    let writer = FigureDataHTML(writer: ValueWriter(site.context), words: words)
    values[.figure] =
      "<p>\(HTMLEscaping.escape(words(.recordExplanation, descriptionValues)))</p>\n"
      + figure.tables.enumerated().map { number, rows in
        writer.html(rows.figureData, id: "rows-\(number + 1)", isLong: true)
      }.joined()
    values[.facts] = facts(id, figure, addresses)
    values[.downloads] = DownloadList(addresses).html(
      figure.tables.indices.map { number in
        let file = RecordFiles.table(number, of: id, figure, in: record)
        return (file, "CSV, \(SitePath.name(file))")
      })
    var cited = context.site.context
    cited.configuration.edition = edition
    let citation = Citation(
      output: output(of: id), title: title(of: id, figure), isDataset: true, in: cited)
    values[.citation] = citation.text
    values[.bibtex] = citation.bibTeX
  }

  private func facts(
    _ id: String, _ figure: EditionRecord.FigureEntry, _ addresses: PageAddresses
  ) -> String {
    var html = HTMLWriter()
    if let place = site.figures[id] {
      html.fact(words(.today)) { html in
        html.link(
          place.address, addresses, text: "\(name(ofPage: figure.page)), \(place.label)")
      }
    }
    html.fact(words(figure.basis.isExact ? .sources : .allSources)) { html in
      context.writeSources(figure.basis.sources, &html, addresses)
    }
    html.fact(words(.tables)) { html in
      context.writeTables(figure.basis.reads.keys.sorted(by: inByteOrder), &html, addresses)
    }
    html.fact(words(.checksum)) { html in
      for (number, table) in figure.basis.reads.keys.sorted(by: inByteOrder).enumerated() {
        guard let input = record.inputs[table] else { continue }
        if number > 0 { html.text("; ") }
        html.element("code", text: "\(table) \(input.hash.prefix(12))…")
      }
    }
    return html.html
  }
}

extension EditionRecord.Rows {
  /// The rows as a figure holds them: units, statuses and sources apart from the columns they speak of.
  fileprivate var figureData: FigureData {
    let kept = table.columns.indices.filter { index in
      let name = table.columns[index].name
      return name != "source"
        && !["_unit", "_status"].contains { suffix in
          name.hasSuffix(suffix) && table.index(of: String(name.dropLast(suffix.count))) != nil
        }
    }
    let statuses = kept.map { table.index(of: table.columns[$0].name + "_status") }
    let source = table.index(of: "source")
    return FigureData(
      name: name,
      table: DataTable(
        columns: kept.map { table.columns[$0] },
        rows: table.rows.map { row in kept.map { row[$0] } }),
      statuses: table.rows.map { row in
        zip(kept, statuses).map { place, status in
          let word = status.flatMap { row[$0].text }
          return word.flatMap(DataStatus.init) ?? (row[place].isNull ? .unknown : .reported)
        }
      },
      sources: table.rows.map { row in SourceIDs.split(source.flatMap { row[$0].text } ?? "") })
  }
}

/// The files that are made from the record of an edition: the record itself and, where there are no pages, the rows
/// of its figures.
struct RecordFiles {
  let record: EditionRecord

  /// The output of the values used of one column.
  static func data(of name: String, in record: EditionRecord) -> String {
    "\(record.folder)/data/\(Slug.of(name)).csv"
  }

  /// The output of one of the tables of a figure.
  static func table(
    _ number: Int, of id: String, _ figure: EditionRecord.FigureEntry, in record: EditionRecord
  ) -> String {
    let suffix = number == 0 ? "" : "-" + Slug.of(figure.tables[number].name)
    return "\(record.folder)/figures/\(id)\(suffix).csv"
  }

  /// The files with what makes them.
  var files: [(output: String, make: @Sendable () -> String)] {
    var files: [(String, @Sendable () -> String)] = [
      ("\(record.folder)/edition.json", { [record] in record.json })
    ]
    if !record.isOfDataAlone { return files }
    for (name, rows) in record.quantities {
      files.append((Self.data(of: name, in: record), { CSVWriter.text(rows.table) }))
    }
    for (id, figure) in record.figures {
      for (number, rows) in figure.tables.enumerated() {
        files.append(
          (Self.table(number, of: id, figure, in: record), { CSVWriter.text(rows.table) }))
      }
    }
    return files.sorted { inByteOrder($0.0, $1.0) }
  }
}
