import Diagnostics
import Markdown
import Tables

extension GeneratedPages {
  /// The catalogue of the tables and a page for each.
  var data: [GeneratedPage] {
    let tables = site.context.data.tables
    if tables.isEmpty { return [] }
    let package = site.context.data.package
    let catalogue = GeneratedPage(
      output: "data/index.html", template: "data", title: words(.data),
      description: package?.description.map { Self.shortened($0) }
        ?? description(
          .dataDescription,
          ["count": context.texts.count(tables.count), "site": context.configuration.title]),
      maker: "the data package"
    ) { [context] values, addresses in
      if let text = package?.description, values[.body] == nil { values[.standfirst] = text }
      values[.list] = context.catalogue(addresses)
      let labels = ["datapackage.json": "Data Package, JSON", "README.md": "README, Markdown"]
      values[.downloads] = DownloadList(addresses).html(
        DataOutputs(site: context.site).files.compactMap { file in
          labels[file.name].map {
            ("data/" + file.name, "\($0), \(FileSize.text(of: file.make()))")
          }
        })
    }
    return [catalogue] + tables.map(page)
  }

  private func page(of table: SiteTable) -> GeneratedPage {
    let view = TableView(context: context, table: table)
    return GeneratedPage(
      output: "data/\(table.name).html", template: "table", title: view.title,
      documentTitle: "\(words(.data)): \(view.title)",
      description: Self.shortened(view.fullDescription),
      maker: "the table \(table.name)", location: SourceLocation(table.path),
      crumbs: [
        (words(.home), "index.html"),
        (context.label(ofStanding: "data/index.html", .data), "data/index.html"),
      ],
      dataset: { view.dataset }
    ) { values, addresses in view.fill(&values, addresses) }
  }
}

extension RenderContext {
  /// What a generated page is called: as its author's page says, else by a fixed word.
  func label(ofStanding output: String, _ word: Word) -> String {
    site.context.index.page(at: output).map { site.label(of: $0) } ?? words(word)
  }

  /// The tables with rows, columns, period and files, as an HTML table.
  fileprivate func catalogue(_ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    html.open(
      "div",
      [
        ("class", "scroll"), ("role", "region"), ("aria-labelledby", "page-tables"),
        ("tabindex", "0"),
      ])
    html.open("table", [("class", "catalogue")])
    html.element("caption", [("id", "page-tables")], text: words(.tables))
    html.open("thead")
    html.open("tr")
    for (word, style) in [
      (Word.table, nil), (.rows, "num"), (.columns, "num"), (.period, nil), (.licence, nil),
      (.download, nil),
    ] as [(Word, String?)] {
      html.element("th", [("scope", "col"), ("class", style)], text: words(word))
    }
    html.close("tr")
    html.close("thead")
    html.open("tbody")
    for table in site.context.data.tables {
      html.open("tr")
      html.open("th", [("scope", "row")])
      html.link("data/\(table.name).html", addresses, text: title(ofTable: table.name))
      html.close("th")
      html.element("td", [("class", "num")], text: texts.count(table.table.rows.count))
      html.element("td", [("class", "num")], text: texts.count(table.table.columns.count))
      let period = TablePeriod.of(table).map(Self.shown) ?? words(.noAnswer)
      html.element("td", text: period)
      html.open("td")
      writeLicence(of: table, &html)
      html.close("td")
      html.open("td", [("class", "download")])
      let contents = [
        ("CSV", DataOutputs.csv(table.table)), ("JSON", DataOutputs.json(table.table)),
      ]
      for (format, content) in contents {
        html.open("a", [("href", addresses.to("data/\(table.name).\(format.lowercased())"))])
        html.element(
          "span", [("class", "visually-hidden")], text: "\(title(ofTable: table.name)), ")
        html.text("\(format), \(FileSize.text(of: content))")
        html.close("a")
      }
      html.close("td")
      html.close("tr")
    }
    html.close("tbody")
    html.close("table")
    html.close("div")
    return html.html
  }

  /// The terms of a table itself, else those of the package, else those of the site.
  func writeLicence(of table: SiteTable, _ html: inout HTMLWriter) {
    if let own = table.resource.licenses.first ?? site.context.data.package?.licenses.first {
      html.link(external: own.path, text: own.title ?? own.name ?? own.path ?? words(.noAnswer))
    } else if let licence = configuration.licence {
      html.link(external: licence.url, text: licence.title ?? licence.name)
    } else {
      html.text(words(.noAnswer))
    }
  }

  /// A period as readers see it: `2010 – 2024`.
  static func shown(_ period: String) -> String { period.replacing("/", with: " – ") }
}

/// Files to be downloaded, as list items.
struct DownloadList {
  private let addresses: PageAddresses

  /// A list on a page.
  init(_ addresses: PageAddresses) {
    self.addresses = addresses
  }

  /// The items: what each file is, with its format.
  func html(_ files: [(output: String, label: String)]) -> String {
    var html = HTMLWriter()
    for file in files {
      html.open("li")
      html.link(file.output, addresses, text: file.label)
      html.close("li")
    }
    return html.html
  }
}
