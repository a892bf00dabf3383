import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct GeneratedPageTests {
  private static let figure = """
    `= output[country=China].tonnes` [@mcs-2024]

    ```table outputs
    title: China mines most
    subtitle: Mine output, tonnes
    data: output
    columns: {country: {}, tonnes: {}}
    sort: [-tonnes]
    ```
    """

  private static func site(_ files: [String: String] = [:]) throws -> BuiltSite {
    var all = ["a.md": SiteFixture.page("Output", figure, "tags: [mining]")]
    all.merge(files) { $1 }
    return try SiteFixture.withData(all).build()
  }

  @Test("a figure has a page with its table open, columns, query, citation and files")
  func figurePage() throws {
    let page = try Self.site().markup("figures/outputs.html")
    #expect(page.html.contains("<h1>China mines most</h1>"))
    let figure = page.between("<figure id=\"fig-outputs\"", "</figure>") ?? ""
    #expect(figure.ranges(of: "<table>").count == 1)
    #expect(figure.contains("<th scope=\"row\">China</th>"))
    #expect(page.html.contains("<p class=\"kicker\">Table 1</p>"))
    #expect(page.values(of: "href").contains("../a.html#fig-outputs"))
    #expect(page.values(of: "href").contains("outputs.csv"))
    #expect(page.values(of: "href").contains("../data/output.html"))
    #expect(
      page.between("class=\"dictionary\"", "</table>")?.contains("<code>tonnes</code>") == true)
    #expect(page.html.contains("Test site (2025): China mines most. Test site, edition 2025"))
    #expect(
      page.html.contains("&lt;iframe src=&quot;https://example.org/figures/outputs.html&quot;"))
  }

  @Test("a table that shows some of its rows has all of them on its own page")
  func cutTable() throws {
    let cut = Self.figure.replacing("sort: [-tonnes]", with: "sort: [-tonnes]\nlimit: 1")
    let site = try Self.site(["a.md": SiteFixture.page("Output", cut, "tags: [mining]")])
    let figure =
      site.markup("figures/outputs.html").between("<figure id=\"fig-outputs\"", "</figure>") ?? ""
    #expect(figure.contains("<details open"))
    #expect(figure.ranges(of: "<table>").count == 2)
  }

  @Test("the tables behind a figure of several have names of their own")
  func severalTables() throws {
    let chart = """
      ```vega-lite pair
      title: {text: Two together, subtitle: Tonnes}
      hconcat:
      - {data: {name: output}, mark: bar, encoding: {y: {field: country}, x: {field: tonnes}}}
      - {data: {name: producers}, mark: bar, encoding: {y: {field: country}, x: {field: tonnes}}}
      ```
      """
    let site = try Self.site(["pair.md": SiteFixture.page("Pair", chart)])
    let page = site.text("figures/pair.html")
    #expect(page.contains(">The rows behind the figure 1<"))
    #expect(page.contains(">The rows behind the figure 2<"))
  }

  @Test("a table without a column of places may declare where all of its rows hold")
  func declaredPlaces() throws {
    let package = try #require(SiteFixture.withData().files["data/datapackage.yaml"])
    #expect(package.contains("path: output.csv"))
    let site = try Self.site([
      "data/datapackage.yaml": package.replacing(
        "path: output.csv", with: "path: output.csv\n    places: [Northland, Southland]")
    ])
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(site.text("data/output.html").contains("<dt>Places</dt><dd>Northland, Southland</dd>"))
    for page in ["data/output.html", "figures/outputs.html"] {
      let data = try #require(site.markup(page).structuredData)
      #expect(data.contains("\"spatialCoverage\":[{\"@type\":\"Place\",\"name\":\"Northland\"}"))
    }
  }

  @Test("a figure's page describes it as a dataset with its files")
  func figureData() throws {
    let site = try Self.site()
    let text = try #require(site.markup("figures/outputs.html").structuredData)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let graph = object?["@graph"] as? [[String: Any]] ?? []
    let dataset = try #require(graph.first { $0["@type"] as? String == "Dataset" })
    let description = dataset["description"] as? String ?? ""
    #expect((50...5000).contains(description.count))
    #expect(dataset["license"] as? String == "https://example.org/l")
    let files = dataset["distribution"] as? [[String: Any]] ?? []
    #expect(
      files.compactMap { $0["contentUrl"] as? String }.contains(
        "https://example.org/figures/outputs.csv"))
    let works = dataset["isBasedOn"] as? [[String: Any]]
    #expect(works?.compactMap { $0["url"] as? String } == ["https://example.org/mcs"])
    #expect(works?.count == 2)
  }

  @Test("the list of figures leads to each")
  func figureList() throws {
    let page = try Self.site().markup("figures/index.html")
    #expect(page.values(of: "href").contains("outputs.html"))
    #expect(page.html.contains("<p>Output, Table 1</p>"))
  }

  @Test("a site without figures, tags or data has no pages for them")
  func absent() throws {
    let site = try SiteFixture(["index.md": SiteFixture.page("Home")]).build()
    #expect(site.htmlPaths == ["404.html", "a-z.html", "index.html"])
  }

  @Test("the catalogue lists every table with rows, columns and files")
  func catalogue() throws {
    let page = try Self.site().markup("data/index.html")
    #expect(page.html.contains("<a href=\"output.html\">Mine output</a>"))
    #expect(page.values(of: "href").contains("output.csv"))
    #expect(page.values(of: "href").contains("datapackage.json"))
    #expect(page.html.contains("<td class=\"num\">4</td>"))
    #expect(page.html.contains("<td>2024</td>"))
  }

  @Test("a table's page tells columns, units, missing values, sources and who uses it")
  func tablePage() throws {
    let page = try Self.site().markup("data/output.html")
    #expect(page.html.contains("<h1>Mine output</h1>"))
    let dictionary = page.between("class=\"dictionary\"", "</table>") ?? ""
    #expect(dictionary.contains("<td>tonnes (t)</td>"))
    #expect(dictionary.contains("<td>300 – 390,000</td>"))
    #expect(dictionary.contains("<td class=\"num\">1</td>"))
    #expect(!dictionary.contains("<td></td>"))
    #expect(page.values(of: "href").contains("../sources.html#mcs-2024"))
    let uses = page.between("id=\"page-uses\"", "</section>") ?? ""
    #expect(uses.contains("<a href=\"../a.html\">Output</a>"))
    #expect(uses.contains("Table 1, China mines most"))
  }

  @Test("a table's page describes it as a dataset with its period and files")
  func tableData() throws {
    let text = try #require(try Self.site().markup("data/output.html").structuredData)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let dataset = (object?["@graph"] as? [[String: Any]])?.first
    #expect(dataset?["@type"] as? String == "Dataset")
    #expect(dataset?["temporalCoverage"] as? String == "2024")
    let variables = dataset?["variableMeasured"] as? [[String: String]] ?? []
    #expect(variables.contains { $0["name"] == "tonnes" && $0["unitText"] == "tonnes" })
  }

  @Test("the sources page lists every source with an anchor and every use")
  func sources() throws {
    let page = try Self.site().markup("sources.html")
    #expect(page.values(of: "id").contains("mcs-2025"))
    #expect(page.html.contains("<a href=\"https://example.org/mcs\" rel=\"noopener\">"))
    let entry = page.between("<li id=\"mcs-2024\">", "<li id=") ?? page.html
    #expect(entry.contains("<a href=\"a.html\">Output</a>"))
    #expect(entry.contains("31 January 2024"))
  }

  @Test("a source that no page uses says so")
  func unusedSource() throws {
    let page = try SiteFixture.withData().build().markup("sources.html")
    #expect(page.count("Not used on any page of this edition.") == 2)
  }

  @Test("an author's page at a generated address gives title and opening, the list follows")
  func authorsOpening() throws {
    let site = try Self.site([
      "sources.md": SiteFixture.page("Where it comes from", "Read this first.", "nav: Origins"),
      "data/index.md": SiteFixture.page("All tables"),
    ])
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.markup("sources.html")
    #expect(page.html.contains("<h1>Where it comes from</h1>"))
    let opening = page.html.firstRange(of: "Read this first.")
    let list = page.html.firstRange(of: "<li id=\"mcs-2025\">")
    #expect(opening != nil && list != nil)
    if let opening, let list { #expect(opening.lowerBound < list.lowerBound) }
    #expect(site.text("index.html").contains("<a href=\"sources.html\">Origins</a>"))
    #expect(site.text("data/index.html").contains("<h1>All tables</h1>"))
    #expect(site.text("data/index.html").contains("Mine output"))
  }

  @Test("tags have a page each and one for all")
  func tags() throws {
    let site = try Self.site(["b.md": SiteFixture.page("B", "", "tags: [mining, Rare earths]")])
    #expect(site.text("tags/index.html").contains("<a href=\"mining.html\">mining</a> (2)"))
    let page = site.markup("tags/mining.html")
    #expect(page.values(of: "href").contains("../a.html"))
    #expect(page.values(of: "href").contains("../b.html"))
    #expect(site.text("a.html").contains("<a href=\"tags/mining.html\">mining</a>"))
    #expect(site.output.paths.contains("tags/rare-earths.html"))
  }

  @Test("a folder without an index gets a list of its pages")
  func folders() throws {
    let site = try Self.site([
      "us-strategy/one.md": SiteFixture.page("One"),
      "us-strategy/b/two.md": SiteFixture.page("Two"),
    ])
    let page = site.markup("us-strategy/index.html")
    #expect(page.html.contains("<h1>Us strategy</h1>"))
    #expect(page.values(of: "href").contains("one.html"))
    #expect(page.values(of: "href").contains("b/index.html"))
  }

  @Test("an author's index of a folder is followed by the list of its pages")
  func sectionList() throws {
    let site = try Self.site([
      "b/index.md": SiteFixture.page("Section", "Opening."), "b/c.md": SiteFixture.page("Inside"),
      "b/d.md": SiteFixture.page("Hidden", "", "nav: false"),
    ])
    let list = site.markup("b/index.html").between("class=\"listing\"", "</ul>") ?? ""
    #expect(list.contains("<a href=\"c.html\">Inside</a>"))
    #expect(!list.contains("Hidden"))
  }

  @Test("the landing page leads to every chapter with its finding")
  func landing() throws {
    let site = try Self.site()
    let chapters = site.markup("index.html").between("class=\"cards\"", "</ul>") ?? ""
    #expect(chapters.contains("<h3><a href=\"a.html\">Output</a></h3>"))
  }

  @Test("the page for what is not found writes absolute addresses")
  func notFound() throws {
    var fixture = SiteFixture.withData()
    fixture.files["site.yaml"] = "title: T\nurl: https://example.org/sub/site/\n"
    let page = try fixture.build().markup("404.html")
    for address in page.values(of: "href") where !address.hasPrefix("#") {
      #expect(address.hasPrefix("/sub/site/") || address.hasPrefix("https://"), "\(address)")
    }
    #expect(page.html.contains("noindex"))
    #expect(!page.html.contains("rel=\"canonical\""))
  }

  @Test("the index from A to Z groups by letter without marks, digits last")
  func alphabet() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"),
      "a.md": SiteFixture.page("\u{C9}lan", "", "terms: [5G]"),
      "b.md": SiteFixture.page("earth", "", "tags: [Zinc]"),
    ]).build()
    let page = site.markup("a-z.html")
    let letters = page.html.ranges(of: "<h2 id=\"letter-").map {
      String(page.html[$0.upperBound...].drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
    #expect(letters == ["E", "H", "Z", "0–9"])
    let group = page.between("<h2 id=\"letter-1\">E</h2>", "</section>") ?? ""
    #expect(PageMarkup(group).values(of: "href") == ["b.html", "a.html"])
  }

  @Test("the glossary and fields with entries stand in the index from A to Z")
  func glossary() throws {
    var fixture = SiteFixture.withData([
      "countries/[iso3].md": SiteFixture.page(
        "\"`= row.country`\"", "", "each: {query: producers, key: iso3}"),
      "data/glossary.csv": "term,definition,page\nOxide,What ore becomes,index.md\n",
    ])
    fixture.files["data/datapackage.yaml"] =
      (fixture.files["data/datapackage.yaml"] ?? "").replacing(
        "{name: country, type: string}",
        with: "{name: country, type: string, entries: \"countries/{iso3}.md\"}")
        + """

          - name: glossary
            path: glossary.csv
            schema:
              fields:
                - {name: term, type: string}
                - {name: definition, type: string}
                - {name: page, type: string}
        """
    let site = try fixture.build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.markup("a-z.html")
    #expect(page.html.contains("<a href=\"index.html\">Oxide</a><p>What ore becomes</p>"))
    #expect(page.html.contains("<a href=\"countries/vnm.html\">Viet Nam</a>"))
  }

  @Test("row pages carry the profile's template and the way to their folder")
  func profile() throws {
    let site = try Self.site([
      "countries/index.md": SiteFixture.page("Countries"),
      "countries/[iso3].md": SiteFixture.page(
        "\"`= row.country`\"", "", "each: {query: producers, key: iso3}"),
    ])
    let page = site.markup("countries/chn.html")
    #expect(page.html.contains("<body class=\"page-profile\">"))
    #expect(page.html.contains("<p class=\"kicker\">Countries</p>"))
  }

  @Test("files of the theme stand below assets, the site's own in place of the built-in")
  func assets() throws {
    var fixture = SiteFixture(["index.md": SiteFixture.page("Home")])
    fixture.templates = ["theme.css": "p { margin: 0 }", "fonts/a.woff2": "x"]
    let site = try fixture.build()
    #expect(site.text("assets/theme.css") == "p { margin: 0 }")
    #expect(site.output.paths.contains("assets/fonts/a.woff2"))
  }

  @Test("every page can be reached from the landing page")
  func reachable() throws {
    let site = try Self.site(["b/c.md": SiteFixture.page("C"), "b/d/e.md": SiteFixture.page("E")])
    var seen: Set = ["index.html"]
    var waiting = ["index.html"]
    while let path = waiting.popLast() {
      for address in site.markup(path).values(of: "href") where !address.contains("://") {
        let file = address.prefix { $0 != "#" }
        guard !file.isEmpty, let target = SitePath.resolve(file, from: SitePath.folder(path))
        else { continue }
        if target.hasSuffix(".html"), seen.insert(target).inserted { waiting.append(target) }
      }
    }
    #expect(Set(site.htmlPaths).subtracting(seen) == ["404.html"])
  }

  @Test("what a table's page says is escaped, whatever the schema holds")
  func escaping() throws {
    var fixture = SiteFixture.withData()
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?.replacing(
      "title: Mine output", with: "title: '<img src=x> \"\u{301}'")
    let site = try fixture.build()
    #expect(site.errors.isEmpty)
    for path in site.htmlPaths { #expect(!site.text(path).contains("<img"), "\(path)") }
    #expect(site.text("data/output.html").contains("&lt;img src=x&gt; &quot;\u{301}"))
  }

  @Test("the summary for language models lists every page with its finding")
  func summary() throws {
    let text = try Self.site(["b.md": SiteFixture.page("On [e] marks")]).text("llms.txt")
    #expect(text.hasPrefix("# Test site\n\nEdition 2025, 30 June 2025."))
    #expect(text.contains("- [Output](https://example.org/a.md): A sentence that says"))
    #expect(text.contains("- [On \\[e\\] marks](https://example.org/b.md)"))
    #expect(text.contains("- [Sources](https://example.org/sources.md)"))
  }

  @Test("the catalogue says in full what the package holds, search engines get the beginning")
  func catalogueDescription() throws {
    var fixture = SiteFixture.withData()
    let long = Array(repeating: "Words about the data", count: 12).joined(separator: " ")
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?.replacing(
      "title: Test data", with: "title: Test data\ndescription: \(long)")
    let page = try fixture.build().markup("data/index.html")
    #expect(page.html.contains("<p class=\"standfirst\">\(long)</p>"))
    let description = page.between("<meta name=\"description\" content=\"", "\"") ?? ""
    #expect(description.count <= 160 && description.hasSuffix("…"))
  }

  @Test("a period is that of the rows, not the day on which a source was read")
  func period() throws {
    let site = try Self.site()
    #expect(site.text("data/output.html").contains("<dt>Period</dt><dd>2024</dd>"))
    #expect(!site.text("data/sources.html").contains("<dt>Period</dt>"))
  }

  @Test("the foot leads to the pages that the site names first, and marks the page that it is on")
  func foot() throws {
    let site = try SiteFixture([
      "site.yaml": """
      title: Test site
      url: https://example.org/
      publisher: {name: The desk, email: desk@example.org}
      footer: [about.md, {title: Index, page: a-z.html}]
      """,
      "index.md": SiteFixture.page("Home"), "about.md": SiteFixture.page("About"),
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let foot = try #require(site.markup("about.html").between("<footer", "</footer>"))
    let links = PageMarkup(foot).values(of: "href")
    #expect(links.prefix(2) == ["about.html", "a-z.html"])
    #expect(links.count { $0 == "a-z.html" } == 1)
    #expect(links.contains("mailto:desk@example.org"))
    #expect(foot.contains("<a href=\"about.html\" aria-current=\"page\">About</a>"))
    #expect(!site.markup("index.html").html.contains("aria-current"))
  }

  @Test("a page at an old address leads on by itself, under the policy of all pages")
  func redirect() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"),
      "b/new.md": SiteFixture.page("New", "", "aliases: [a/old.html]"),
    ]).build()
    let page = site.markup("a/old.html")
    #expect(page.html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../b/new.html\">"))
    #expect(page.html.contains("Content-Security-Policy"))
    #expect(page.html.contains("<link rel=\"canonical\" href=\"https://example.org/b/new.html\">"))
    #expect(page.html.contains("<a href=\"../b/new.html\">New</a>"))
    #expect(page.html.contains("content=\"noindex\""))
    #expect(page.values(of: "id").contains("page-main"))
    #expect(!site.text("sitemap.xml").contains("a/old.html"))
  }

  @Test("the class of a page is that of no part of one, whose look it would take on")
  func classes() throws {
    let site = try Self.site()
    var parts: Set<String> = []
    var pages: Set<String> = []
    for path in site.htmlPaths {
      let classes = site.markup(path).values(of: "class")
      pages.formUnion(classes.prefix(1))
      parts.formUnion(classes.dropFirst().flatMap { $0.split(separator: " ").map(String.init) })
    }
    #expect(pages.isSuperset(of: ["page-figure", "page-tags", "page-sources"]))
    #expect(parts.isSuperset(of: ["figure", "tags", "sources"]))
    #expect(pages.isDisjoint(with: parts))
  }

  @Test(
    "letters with a stroke and joined letters stand with those they are written for",
    arguments: [("Đông Pao", "D"), ("Ørsted", "O"), ("Łódź", "L"), ("Æther", "A"), ("Écrins", "E")])
  func letters(term: String, letter: String) throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home", "", "terms: [\(term)]")
    ]).build()
    let page = site.markup("a-z.html")
    #expect(page.between(">\(letter)</h2>", "</section>")?.contains(term) == true)
  }
}
