import Markdown
import Tables

extension GeneratedPages {
  /// A page for each figure and one that lists them.
  var figures: [GeneratedPage] {
    let ids = StandingPages(site: site, words: words).publishedFigures
    if ids.isEmpty { return [] }
    let index = GeneratedPage(
      output: "figures/index.html", template: "figures", title: words(.figures),
      description: description(
        .figuresDescription,
        ["count": context.texts.count(ids.count), "site": context.configuration.title]),
      maker: "the figures"
    ) { [context] values, addresses in
      var html = HTMLWriter()
      for id in ids {
        guard let place = context.site.figures[id], let figure = context.site.figure(id) else {
          continue
        }
        let page = context.site.label(of: place.page)
        html.item(
          figure.title.isEmpty ? place.label : figure.title, "\(page), \(place.label)",
          context.configuration.isFrozen ? place.address : "figures/\(id).html", addresses)
      }
      values[.list] = html.html
    }
    // In a frozen edition the address of a figure leads to the page that it stands on.
    return context.configuration.isFrozen ? [index] : [index] + ids.compactMap(page)
  }

  /// The way to a figure: by the page that it stands on.
  private func crumbs(to output: String, _ name: String) -> [(label: String, output: String)] {
    let home = (label: words(.home), output: "index.html")
    return output == home.output ? [home] : [home, (name, output)]
  }

  private func page(ofFigure id: String) -> GeneratedPage? {
    guard let place = site.figures[id], let figure = site.figure(id) else { return nil }
    let page = site.pages[place.page]
    let name = site.label(of: place.page)
    let view = FigureView(context: context, figure: figure, page: page, label: place.label)
    return GeneratedPage(
      output: view.output, template: "figure", title: view.title,
      documentTitle: "\(view.title) (\(name), \(place.label))",
      description: Self.shortened(view.description), maker: "the figure \(id)",
      location: figure.location,
      crumbs: crumbs(to: page.plan.output, name),
      dataset: { view.dataset }
    ) { values, addresses in view.fill(&values, addresses) }
  }
}

/// What the page of a figure shows.
struct FigureView: Sendable {
  let context: RenderContext
  let figure: Figure
  let page: ResolvedPage
  /// What references call it: `Figure 3`.
  let label: String

  /// The page of the figure.
  var output: String { "figures/\(figure.id).html" }
  /// The finding, or the number where there is none.
  var title: String { figure.title.isEmpty ? label : figure.title }

  /// Measure, place and period, and where the figure stands.
  var description: String {
    let subtitle = figure.subtitle.map { HTMLText.of($0.html(at: output, figures: .init())) }
    let parts = [
      subtitle ?? figure.description,
      context.words(
        .figureDescription,
        ["figure": label, "page": page.title, "site": context.configuration.title]),
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.map { text in
      text.hasSuffix(".") ? text : text + "."
    }.joined(separator: " ")
  }

  /// The files of the figure with their media types.
  var files: [(output: String, type: String, size: String)] {
    FigureDownload(figure: figure, page: page.plan.output, context: context.site.context).files.map
    {
      ("figures/" + $0.name, Self.mediaType($0.name), FileSize.text(of: $0.make()))
    }
  }

  /// The figure as data, for machines.
  var dataset: StructuredData.Dataset {
    let columns = figure.data.flatMap(\.table.columns)
    return StructuredData.Dataset(
      name: title, description: "\(title). \(description)", output: output,
      period: TablePeriod.of(figure.data.map(\.table))
        ?? PeriodSpan(of: figure.rows).map(TablePeriod.of), places: places,
      variables: columns.map(StructuredData.Dataset.Variable.init),
      files: files.map { ($0.output, $0.type) },
      sources: figure.sources.compactMap { context.site.context.data.sources[$0] })
  }

  /// The places that its rows are about: those of a column that a table read declares as `place`, else those
  /// that all rows of the tables read are about.
  private var places: [String] {
    let resources = context.site.context.data.tables.filter { figure.reads[$0.name] != nil }
      .map(\.resource)
    let names = Set(resources.compactMap(\.place))
    let places = figure.data.flatMap { data in
      data.table.columns.indices.filter { names.contains(data.table.columns[$0].name) }
        .flatMap { column in data.table.rows.compactMap { $0[column].text } }
    }
    return (places.isEmpty ? resources.flatMap(\.places) : places).uniqued()
  }

  /// Puts the figure into the values of its page.
  func fill(_ values: inout TemplateValues, _ addresses: PageAddresses) {
    values[.kicker] = label
    values[.figure] = addresses.html(whole)
    values[.dictionary] = dictionary
    values[.provenance] = provenance(addresses)
    values[.revisions] = context.revisions.html(of: figure.id, context, addresses)
    values[.facts] = facts(addresses)
    values[.downloads] = DownloadList(addresses).html(
      files.map {
        let format = SitePath.fileExtension($0.output).uppercased()
        return ($0.output, "\(format), \(SitePath.name($0.output)), \($0.size)")
      })
    values[.citation] = citation.text
    values[.bibtex] = citation.bibTeX
    values[.embed] = embed
  }

  /// The figure under the title of its page, its table open.
  private var whole: SiteHTML {
    let frame = FigureHTML(context.site.context)
    var html = SiteHTML()
    html.append("<figure id=\"\(HTMLEscaping.escape(figure.anchor))\" class=\"figure\">\n")
    if let subtitle = figure.subtitle {
      html.append("<figcaption><p class=\"fig-sub\">")
      html.append(subtitle)
      html.append("</p></figcaption>\n")
    }
    html.append(figure.content)
    html.append(frame.foot(figure))
    // A table that shows all of its rows needs them no second time.
    if figure.kind != .table || figure.isCut {
      html.append(frame.dataTables(figure, isOpen: true))
    }
    html.append("</figure>\n")
    return html
  }

  /// The columns of each table handed to the figure.
  private var dictionary: String {
    var html = HTMLWriter()
    for (number, data) in figure.data.enumerated() {
      let rows = data.table.columns.map { column in
        DictionaryTable.Row(
          name: column.name, title: column.title, type: column.type.rawValue, unit: column.unit,
          meaning: column.description,
          values: context.texts.extent(of: column.name, in: data.table),
          missing: nil)
      }
      DictionaryTable(
        words: context.words, id: "columns-\(number + 1)", name: data.name, rows: rows
      )
      .write(&html)
    }
    return html.html
  }

  /// The queries behind the figure, and the tables that they read.
  private func provenance(_ addresses: PageAddresses) -> String {
    LineageHTML(context: context, addresses: addresses).list(
      figure.queries.map(\.name), reads: Set(figure.reads.keys), on: page)
  }

  private func facts(_ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    html.fact(context.words(.pages)) { html in
      html.link("\(page.plan.output)#\(figure.anchor)", addresses, text: page.title)
    }
    if !figure.sources.isEmpty {
      html.fact(context.words(figure.isExact ? .sources : .allSources)) { html in
        context.writeSources(figure.sources, inFull: true, &html, addresses)
      }
    }
    if !figure.rows.isEmpty {
      html.fact(context.words(.basis)) { html in
        LineageHTML(context: context, addresses: addresses).writeRows(figure.rows, &html)
      }
    }
    if let span = PeriodSpan(of: figure.rows) {
      html.fact(context.words(.period), ValueWriter(context.site.context).period(span))
    }
    if !figure.statuses.isEmpty {
      let statuses = figure.statuses.map { status in
        [status.mark, context.words.status(status)].compactMap { $0 }.joined(separator: " ")
      }
      html.fact(context.words(.status), statuses.joined(separator: ", "))
    }
    html.fact(context.words(.licence)) { html in
      let licence = context.configuration.licence
      html.link(external: licence?.url, text: licence?.title ?? licence?.name ?? "–")
    }
    return html.html
  }

  private var citation: Citation {
    Citation(figure, title: title, on: page, in: context.site.context)
  }

  /// The frame that shows the figure on another site; only for sites with an address.
  private var embed: String? {
    context.configuration.address(of: output).map { address in
      let (title, address) = (HTMLEscaping.escape(title), HTMLEscaping.escape(address))
      return "<iframe src=\"\(address)\" title=\"\(title)\" width=\"720\" height=\"640\"></iframe>"
    }
  }

  private static func mediaType(_ name: String) -> String {
    switch SitePath.fileExtension(name) {
    case "csv": "text/csv"
    case "json": "application/json"
    default: "image/svg+xml"
    }
  }
}

extension DataColumn {
  /// The name for readers, with the unit.
  var readerName: String {
    let name = title ?? name
    guard let unit, unit.symbol != "1" else { return name }
    return "\(name) (\(unit.name ?? unit.symbol))"
  }
}
