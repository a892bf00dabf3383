import Diagnostics
import Documents
import Tables
import Testing

@testable import Charts

/// Drawings for pages: their size, their guides, and names at the ends of lines.
@Suite struct PageDrawingTests {
  static let output = DataTable(
    columns: [
      DataColumn("country", .string), DataColumn("year", .year), DataColumn("kt", .number),
      DataColumn("kt_status", .string),
    ],
    rows: ["China", "United States of America", "Australia"].enumerated().flatMap {
      place, country in
      (2018...2025).map { year in
        [
          .text(country), .integer(year), .number(Double((3 - place) * 40 + (year - 2018) * 5)),
          .text(year > 2023 ? "estimated" : "reported"),
        ]
      }
    })

  func draw(
    _ text: String, _ width: ChartOptions.PageWidth, shortNames: [String: [String: String]] = [:]
  ) throws -> (chart: RenderedChart, faults: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let node = try #require(JSONReader.read(text, path: "c.json", into: collector))
    let options = ChartOptions(
      name: "c", mode: .page(width), theme: .page(width), colourMode: .classes, showsTitle: false,
      shortNames: shortNames)
    let chart = try #require(
      Chart.render(
        node, path: "c.json", data: ["output": Self.output], options: options, into: collector))
    return (chart, collector.sorted)
  }

  static let line = """
    {"data": {"name": "output"}, "mark": "line", "encoding": {
      "x": {"field": "year", "type": "temporal"}, "y": {"field": "kt"}, "color": {"field": "country"}}}
    """
  static let bars = """
    {"data": {"name": "output"}, "mark": "bar", "encoding": {
      "y": {"field": "country"}, "x": {"field": "kt", "aggregate": "sum", "title": null}}}
    """

  @Test("a drawing fills the width of its page in all", arguments: ChartOptions.PageWidth.allCases)
  func fillsWidth(width: ChartOptions.PageWidth) throws {
    for spec in [Self.line, Self.bars] {
      let chart = try draw(spec, width).chart
      #expect(chart.width == width.total)
    }
  }

  @Test(
    "without a height, a continuous y gives the standard height",
    arguments: ChartOptions.PageWidth.allCases)
  func standardHeight(width: ChartOptions.PageWidth) throws {
    #expect(abs(try draw(Self.line, width).chart.height - width.standardHeight) <= 1)
  }

  @Test("a discrete y is as tall as its bands of 28 need")
  func discreteHeight() throws {
    let chart = try draw(Self.bars, .wide).chart
    #expect(chart.height > 3 * 28 && chart.height < 3 * 28 + 40)
  }

  @Test(
    "nothing that is drawn lies outside of the picture", arguments: ChartOptions.PageWidth.allCases)
  func nothingClipped(width: ChartOptions.PageWidth) throws {
    for spec in [Self.line, Self.bars] {
      let chart = try draw(spec, width).chart
      let metrics = TextMetrics(coverage: .widestFallback)
      let bounds = SceneBounds(metrics: metrics).bounds(of: .group(chart.scene.root))
        .translated(chart.scene.origin.x, chart.scene.origin.y)
      #expect(bounds.x1 >= -0.5 && bounds.x2 <= chart.width + 0.5, "\(bounds) \(chart.width)")
      #expect(bounds.y1 >= -0.5 && bounds.y2 <= chart.height + 0.5)
    }
  }

  @Test("lines wear their names, and there is no legend")
  func directLabels() throws {
    let chart = try draw(Self.line, .wide).chart
    #expect(chart.hasDirectLabels && !chart.hasLegend)
    #expect(chart.svg.contains(">China</text>") && !chart.svg.contains("role-legend"))
  }

  @Test("an author's legend stays")
  func writtenLegend() throws {
    let spec = Self.line.replacing(
      #""color": {"field": "country"}"#,
      with: #""color": {"field": "country", "legend": {"orient": "bottom"}}"#)
    let chart = try draw(spec, .wide).chart
    #expect(chart.hasLegend && !chart.hasDirectLabels)
  }

  @Test("the narrow drawing uses short names where the long ones do not fit")
  func shortNames() throws {
    let short = ["country": ["United States of America": "United States"]]
    #expect(try draw(Self.line, .narrow, shortNames: short).chart.svg.contains(">United States<"))
    #expect(try draw(Self.line, .wide, shortNames: short).chart.svg.contains("of America<"))
  }

  @Test("estimates are dashed in lines")
  func dashes() throws {
    let svg = try draw(Self.line, .wide).chart.svg
    #expect(svg.contains(#"stroke-dasharray="4,3""#))
    let plain = Self.output.rows.map { $0.dropLast() + [.text("reported")] }
    let collector = DiagnosticCollector()
    let node = try #require(JSONReader.read(Self.line, path: "c.json", into: collector))
    let table = DataTable(columns: Self.output.columns, rows: plain.map(Array.init))
    let chart = try #require(
      Chart.render(
        node, path: "c.json", data: ["output": table],
        options: ChartOptions(mode: .page(.wide), theme: .page(.wide)), into: collector))
    #expect(!chart.svg.contains("stroke-dasharray"))
  }

  @Test("labels below an axis are never turned")
  func levelLabels() throws {
    let spec = """
      {"data": {"name": "output"}, "mark": "bar", "encoding": {
        "x": {"field": "country"}, "y": {"field": "kt", "aggregate": "sum", "title": null}}}
      """
    #expect(!(try draw(spec, .wide).chart.svg.contains("rotate(")))
  }

  @Test("a width that the page has no room for is an error of the wide drawing")
  func tooWide() throws {
    let collector = DiagnosticCollector()
    let spec = Self.line.replacing(#""mark""#, with: #""width": 900, "mark""#)
    let node = try #require(JSONReader.read(spec, path: "c.json", into: collector))
    let options = ChartOptions(mode: .page(.wide), theme: .page(.wide))
    let chart = Chart.render(
      node, path: "c.json", data: ["output": Self.output], options: options, into: collector)
    #expect(chart == nil)
    #expect(collector.sorted.map(\.id) == ["chart.width"])
  }

  @Test("a normalized stack is told in per cent, whatever the column's format")
  func shares() throws {
    let collector = DiagnosticCollector()
    let spec = Self.bars.replacing(#""aggregate": "sum""#, with: #""stack": "normalize""#)
      .replacing(#""y":"#, with: #""color": {"field": "year", "type": "nominal"}, "y":"#)
    let node = try #require(JSONReader.read(spec, path: "c.json", into: collector))
    var table = Self.output
    table.columns[2].format = ",d"
    let chart = try #require(
      Chart.render(
        node, path: "c.json", data: ["output": table],
        options: ChartOptions(mode: .page(.wide), theme: .page(.wide)), into: collector))
    #expect(chart.svg.contains(">100%</text>"))
  }

  @Test("a title longer than the drawing takes no room from the plot")
  func longTitle() throws {
    func marks(_ title: String) throws -> String {
      let collector = DiagnosticCollector()
      let spec = Self.bars.replacing(#""mark""#, with: #""title": "\#(title)", "mark""#)
      let node = try #require(JSONReader.read(spec, path: "c.json", into: collector))
      let chart = try #require(
        Chart.render(
          node, path: "c.json", data: ["output": Self.output],
          options: ChartOptions(mode: .page(.wide), theme: .page(.wide)), into: collector))
      let start = try #require(chart.svg.firstRange(of: "mark-rect role-mark")?.upperBound)
      return String(chart.svg[start...].prefix(120))
    }
    let long = String(repeating: "a long title ", count: 20)
    #expect(try marks("Short") == marks(long))
  }

  @Test("colours are classes of the stylesheet, not attributes of a style")
  func classes() throws {
    let svg = try draw(Self.line, .wide).chart.svg
    #expect(svg.contains("stroke-s1") && !svg.contains("style=") && !svg.contains("var(--"))
  }
}
