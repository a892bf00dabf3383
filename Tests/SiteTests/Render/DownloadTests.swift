import Testing

@testable import Site

/// What links to files say.
@Suite struct DownloadTests {
  @Test(
    "a size is told in whole kilobytes, from a megabyte on with a decimal",
    arguments: [
      (0, "1 kB"), (1499, "1 kB"), (1500, "2 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"),
      (1_250_000, "1.3 MB"),
    ])
  func sizes(bytes: Int, text: String) {
    #expect(FileSize.text(bytes) == text.replacing(" ", with: "\u{A0}"))
  }

  private static func site() throws -> BuiltSite {
    let chart = """
      ```sql grown_rows
      WITH RECURSIVE n(t) AS (SELECT 1 UNION ALL SELECT t + 1 FROM n WHERE t < 400)
      SELECT 'Year ' || t AS year, t FROM n ORDER BY t
      ```

      ```vega-lite grown
      title: {text: It has grown, subtitle: Tonnes a year}
      data: {name: grown_rows}
      mark: point
      encoding: {x: {field: t, type: quantitative}, y: {field: t, type: quantitative}, detail: {field: year}}
      ```
      """
    let site = try SiteFixture.withData(["a.md": SiteFixture.page("A finding", chart)]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    return site
  }

  @Test("every link to a file of a figure tells the size that the file has")
  func figureFiles() throws {
    let site = try Self.site()
    for (file, label) in [
      ("figures/grown.csv", "Data, CSV"), ("figures/grown.json", "Data, JSON"),
      ("figures/grown.svg", "Drawing, SVG"),
    ] {
      let size = FileSize.text(of: site.text(file))
      #expect(size != "1\u{A0}kB")
      #expect(site.text("a.html").contains("<a href=\"\(file)\">\(label), \(size)</a>"))
    }
  }

  @Test("a long heading does not make the file of a drawing wider than the drawing")
  func drawingWidth() throws {
    let long = String(repeating: "tonnes of rare earth oxide equivalent ", count: 6)
    let chart = """
      ```vega-lite long
      title: {text: "\(long)", subtitle: "\(long)"}
      data: {values: [{year: "2023", t: 1}, {year: "2024", t: 2}]}
      mark: bar
      encoding: {x: {field: year, type: nominal}, y: {field: t, type: quantitative}}
      ```
      """
    let site = try SiteFixture(["index.md": SiteFixture.page("Home", chart)]).build()
    let svg = site.text("figures/long.svg")
    let width = try #require(PageMarkup(svg).values(of: "width").first.flatMap(Double.init))
    #expect(width <= 720)
    #expect(svg.ranges(of: "equivalent").count >= 12)
  }

  @Test("so do the figure's page, the page of a table, and the catalogue")
  func otherPages() throws {
    let site = try Self.site()
    let csv = FileSize.text(of: site.text("figures/grown.csv"))
    #expect(site.text("figures/grown.html").contains("CSV, grown.csv, \(csv)</a>"))
    let table = FileSize.text(of: site.text("data/output.json"))
    #expect(site.text("data/output.html").contains("JSON, \(table)</a>"))
    #expect(site.text("data/index.html").contains("JSON, \(table)</a>"))
    let package = FileSize.text(of: site.text("data/datapackage.json"))
    #expect(site.text("data/index.html").contains("Data Package, JSON, \(package)</a>"))
  }

  @Test("a read-me, a citation and a feed speak the language of the site")
  func language() throws {
    var fixture = SiteFixture.withData([
      "a.md": SiteFixture.page(
        "Ein Befund",
        "```table ranking\ntitle: Wer\ndata: output\nsort: [country, year]\n```")
    ])
    fixture.files["site.yaml"] = """
      title: Bericht
      url: https://example.org/
      language: de
      edition: {id: "2026", published: 2026-06-30, data_as_of: 2026-05-31}
      """
    fixture.templates["strings.yaml"] = """
      de:
        readmeFrom: "Aus „{page}“"
        readmeEdition: "Ausgabe {id} vom {published}, Daten bis {date}."
        readmeRows: "{count} Zeilen."
        column: Spalte
        readmeCite: Zitieren
        citedEdition: "Ausgabe {id}, Daten bis {date}"
      """
    let site = try fixture.build()
    let figure = site.text("figures/ranking-readme.md")
    for text in [
      "Aus „Ein Befund“", "Ausgabe 2026 vom 2026-06-30, Daten bis 2026-05-31.", " Zeilen.\n",
      "| Spalte |", "## Zitieren", "Ausgabe 2026, Daten bis 2026-05-31",
    ] {
      #expect(figure.contains(text), "\(text)")
    }
    let data = site.text("data/README.md")
    for text in ["Ausgabe 2026 vom", " Zeilen.\n", "| Spalte |", "## Zitieren"] {
      #expect(data.contains(text), "\(text)")
    }
    #expect(site.text("a.html").contains("Ausgabe 2026, Daten bis 2026-05-31"))
  }
}
