import Diagnostics
import Documents
import Tables
import TestSupport
import Testing

@testable import Site

@Suite struct ChartFigureTests {
  private func chart(_ more: String = "", name: String = " leaders") -> ResolveFixture {
    ResolveFixture(
      MarkedText(
        """
        ```vega-lite\(name)
        title: {text: "China leads with `= latest.tonnes`", subtitle: Output in tonnes}
        data: {name: latest}
        mark: bar
        encoding:
          y: {field: country, title: null}
          x: {field: tonnes, title: null}
        \(more)
        ```
        """))
  }

  @Test("a chart has a number, title, two drawings, sources, downloads and its table folded")
  func whole() throws {
    let html = try chart().html()
    #expect(
      html.hasPrefix(
        """
        <figure id="fig-leaders" class="figure">
        <figcaption>
        <span class="fig-number">Figure 1</span>
        <h2 class="fig-title">China leads with 270,000</h2>
        <p class="fig-sub">Output in tonnes</p>
        </figcaption>
        <div class="chart">
        <svg
        """.trimmingBlanks), "\(html)")
    #expect(
      html.split(separator: "<svg ").dropFirst().map { $0.contains("class=\"wide\"") } == [
        true, false,
      ])
    #expect(html.contains("class=\"narrow\""))
    #expect(TagScanner(html).doubledAttributes == [])
    #expect(html.contains("role=\"img\""))
    #expect(html.contains("<p class=\"fig-source\">Sources: "))
    #expect(html.contains("<a href=\"figures/leaders.svg\">"))
    #expect(html.contains("<details><summary>Table of this figure</summary>"))
    #expect(html.contains("<th scope=\"row\">China</th>"))
    #expect(!html.contains("style="))
  }

  @Test("the folded table has the columns of the chart, or those named")
  func columns() throws {
    let page = try chart().page()
    let figure = try #require(page.figures.first)
    #expect(figure.data.first?.table.columns.map(\.name) == ["country", "tonnes"])
    #expect(figure.standaloneSVG?.hasPrefix("<svg") == true)
    #expect(figure.standaloneSVG?.contains("var(--") == false)
    #expect(figure.description != nil)
    #expect(figure.sources == ["mcs-2024", "mcs-2025"])
    let named = try chart("figure: {columns: [iso3, tonnes]}").page()
    #expect(named.figures.first?.data.first?.table.columns.map(\.name) == ["iso3", "tonnes"])
  }

  @Test("whole numbers that the chart takes as names, such as years, are shown as it writes them")
  func names() throws {
    func table(_ type: String) throws -> String {
      try ResolveFixture(
        MarkedText(
          """
          ```sql since
          SELECT 2000 + 21 AS begun, 1500 AS tonnes, 'mcs-2025' AS source
          ```

          ```vega-lite since
          title: The beginning
          data: {name: since}
          mark: bar
          encoding:
            x: {field: begun, type: \(type)}
            y: {field: tonnes, type: quantitative}
          ```
          """)
      ).html()
    }
    #expect(try table("ordinal").contains(">2021</"))
    #expect(try table("ordinal").contains(">1,500</"))
    #expect(try table("quantitative").contains(">2,021</"))
  }

  @Test("the title is a claim, and stands in the report")
  func check() throws {
    try chart("figure:\n  check: 1️⃣latest.tonnes < 5").expectFault(
      "claim.false", found: "China leads with 270,000")
    let page = try chart("figure:\n  check: latest.tonnes > 5").page()
    #expect(page.claims.first?.words == "China leads with 270,000")
  }

  @Test(
    "faults of a chart stand at the part at fault",
    arguments: [
      ("figure: {1️⃣nte: x}", "document.unknown-key"), ("figure: {columns: [1️⃣iso]}", "chart.column"),
      ("figure: {narrow: {1️⃣data: {name: shares}}}", "chart.drawing"),
      ("figure: {narrow: {encoding: {x: {1️⃣field: year}}}}", "chart.drawing"),
      ("figure: {narrow: 1️⃣[a]}", "chart.drawing"), ("figure: 1️⃣text", "document.type"),
    ])
  func faults(more: String, id: String) throws {
    try chart(more).expectFault(id)
  }

  @Test("an unknown name of data stands at the name")
  func unknownData() throws {
    try ResolveFixture("```vega-lite c\ndata: {name: 1️⃣lates}\nmark: bar\n```").expectFault(
      "query.unknown-name", remedy: "latest")
  }

  @Test("faults of the specification have their place in the page")
  func places() throws {
    let site = try ResolveFixture(
      "Text.\n\n```vega-lite c\ndata: {name: latest}\nmark: bra\nencoding: {x: {field: tonnes}}\n```"
    ).build()
    #expect(site.errors.contains { $0.location?.range.start.line == 10 }, "\(site.errors)")
  }

  @Test("a number typed in a text that is not seen is a warning")
  func description() throws {
    try chart("description: 1️⃣A bar of 270,000 tonnes").expectFault(
      "text.hidden-number", severity: .warning, found: "270,000")
  }

  @Test(
    "a change of a drawing may set looks, not content",
    arguments: [
      ("{height: 200, config: {axis: {grid: false}}}", true), ("{mark: {size: 5}}", true),
      ("{encoding: {x: {axis: {values: [1]}}}}", true), ("{transform: []}", false),
      ("{encoding: {y: {aggregate: sum}}}", false),
      ("{encoding: {x: {scale: {domain: [0, 1]}}}}", false),
      ("{layer: [{mark: line}]}", false), ("null", true),
    ])
  func patches(patch: String, isAllowed: Bool) throws {
    let diagnostics = DiagnosticCollector()
    let spec = try #require(
      JSONReader.read(
        #"{"data":{"name":"a"},"layer":[{"mark":"bar"}],"encoding":{"x":{"field":"b"}}}"#,
        path: "", into: diagnostics))
    let change = try #require(yaml(patch))
    _ = DrawingPatch(spec: spec, path: "", diagnostics: diagnostics).applied(change)
    #expect(diagnostics.hasErrors != isAllowed)
  }

  @Test("annotations of a drawing may differ, layers of data may not")
  func layers() throws {
    let diagnostics = DiagnosticCollector()
    let spec = try #require(yaml("{layer: [{mark: bar}, {data: {values: [1]}, mark: text}]}"))
    let change = try #require(
      yaml("{layer: [{mark: {type: bar}}, {data: {values: [2]}, mark: rule}]}"))
    let patched = DrawingPatch(spec: spec, path: "", diagnostics: diagnostics).applied(change)
    #expect(!diagnostics.hasErrors)
    #expect(patched["layer"]?.list?.count == 2)
  }

  @Test("names of data are found wherever a specification asks for them, but its own")
  func dataNames() throws {
    let spec = try #require(
      yaml(
        "{datasets: {own: []}, data: {name: a}, layer: [{data: {name: b}}, {data: {name: own}},"
          + " {data: {name: c, values: []}}], transform: [{lookup: x, from: {data: {name: d}}}],"
          + " hconcat: [{data: {name: a}}]}"))
    #expect(spec.dataNames.compactMap(\.string) == ["a", "b", "d"])
  }

  private func yaml(_ text: String) -> DocumentNode? {
    YAMLTree.read(text)
  }
}
