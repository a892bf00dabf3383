import Diagnostics
import Tables
import Testing

@testable import Charts

/// What holds for the two drawings of a chart on a page.
@Suite("Two drawings of a chart")
struct PageDecisionTests {
  private static let output = DataTable(
    columns: [
      DataColumn("country", .string), DataColumn("year", .year),
      DataColumn("kt", .number, unit: DataUnit("kt")),
    ],
    rows: rows())

  private static func rows() -> [[DataValue]] {
    let countries = ["China", "Democratic Republic of Somewhere-Elsewhere", "Australia"]
    var rows: [[DataValue]] = []
    for (place, country) in countries.enumerated() {
      for year in 2010...2025 {
        let value = Double((3 - place) * 40 + year - 2010)
        rows.append([.text(country), .integer(year), .number(value)])
      }
    }
    return rows
  }

  private func draw(
    _ spec: String, _ width: ChartOptions.PageWidth, colours: [String: [String: String]] = [:]
  ) -> ChartProbe {
    ChartProbe(
      spec, data: ["t": Self.output],
      options: ChartOptions(
        mode: .page(width), theme: .page(width), colourMode: .classes, colours: colours,
        showsTitle: false))
  }

  private func chart(_ mark: String, _ encoding: String, more: String = "") -> String {
    #"{"data":{"name":"t"},"mark":"\#(mark)","encoding":{\#(encoding)}\#(more)}"#
  }

  private let bars = #""y":{"field":"country"},"x":{"field":"kt","aggregate":"sum"}"#
  private let line =
    #""x":{"field":"year","type":"temporal"},"y":{"field":"kt"},"color":{"field":"country"}"#

  // MARK: sizes

  @Test(
    "a width that fits is kept; one that does not is an error in the wide, filled in the narrow")
  func writtenWidth() {
    let fits = draw(chart("bar", bars, more: #","width":100"#), .narrow)
    #expect(fits.plots.map(\.width) == [100] && fits.errors.isEmpty)
    let tooWide = chart("bar", bars, more: #","width":900"#)
    #expect(draw(tooWide, .wide).errors.map(\.id) == ["chart.width"])
    #expect(draw(tooWide, .narrow).chart?.width == 344)
  }

  @Test("a height is the plot's in both drawings", arguments: ChartOptions.PageWidth.allCases)
  func writtenHeight(width: ChartOptions.PageWidth) {
    #expect(draw(chart("line", line, more: #","height":150"#), width).plots.map(\.height) == [150])
  }

  @Test(
    "views stand in as many columns as leave each 280 or 140 pixels",
    arguments: [(ChartOptions.PageWidth.wide, 2), (.narrow, 1)])
  func columns(width: ChartOptions.PageWidth, expected: Int) {
    let view =
      #"{"mark":"line","encoding":{"x":{"field":"year","type":"temporal"},"y":{"field":"kt"}}}"#
    let probe = draw(
      #"{"data":{"name":"t"},"columns":3,"concat":[\#(view),\#(view),\#(view)]}"#, width)
    #expect(Set(probe.plots.map(\.x1)).count == expected)
    #expect(probe.plots.allSatisfy { $0.width >= (width == .wide ? 280 : 140) })
  }

  // MARK: guides

  @Test("legends stand at the top left", arguments: ChartOptions.PageWidth.allCases)
  func legends(width: ChartOptions.PageWidth) throws {
    let probe = draw(
      chart(
        "bar",
        #""x":{"field":"year","type":"ordinal"},"y":{"field":"kt"},"color":{"field":"country"}"#),
      width)
    #expect(probe.chart?.hasLegend == true)
    #expect(try #require(probe.plots.first).y1 > 20)
    #expect(probe.texts("legend-title").isEmpty)
  }

  @Test("labels below an axis are never turned", arguments: ChartOptions.PageWidth.allCases)
  func level(width: ChartOptions.PageWidth) {
    let probe = draw(
      chart("bar", #""x":{"field":"country"},"y":{"field":"kt","aggregate":"sum"}"#), width)
    #expect(probe.labels("axis-label").allSatisfy { $0.angle == 0 })
  }

  @Test(
    "labels beside bars are wrapped, never cut, and the bands grow with them",
    arguments: ChartOptions.PageWidth.allCases)
  func wrapped(width: ChartOptions.PageWidth) throws {
    let probe = draw(chart("bar", bars), width)
    let labels = probe.labels("axis-label").filter { $0.align == .right }
    let metrics = TextMetrics(coverage: .widestFallback)
    let boxes = labels.map { metrics.bounds($0) }.sorted { $0.y1 < $1.y1 }
    #expect(labels.count == 3 && !labels.contains { $0.lines.joined().contains("…") })
    #expect(labels.flatMap(\.lines).joined(separator: " ").contains("Elsewhere"))
    for (upper, lower) in zip(boxes, boxes.dropFirst()) { #expect(upper.y2 <= lower.y1) }
    let rects = probe.rects.sorted { $0.y < $1.y }
    for (rect, box) in zip(rects, boxes) {
      #expect(abs(rect.y + rect.height / 2 - box.center.y) < 2)
    }
  }

  @Test("no tick of x stands without its label", arguments: ChartOptions.PageWidth.allCases)
  func ticks(width: ChartOptions.PageWidth) {
    let probe = draw(chart("bar", bars), width)
    let numbers = probe.labels("axis-label").filter {
      $0.align != .right || $0.position.y > 0 && $0.position.x > 0
    }
    #expect(probe.figures("axis-grid").count == numbers.count)
  }

  @Test("a zero has no sign where the other numbers of an axis have one")
  func unsignedZero() {
    let encoding = """
      "x":{"field":"kt","aggregate":"sum","type":"quantitative","axis":{"format":"+,d"}},
      "y":{"field":"country","type":"nominal"}
      """
    let labels = draw(chart("bar", encoding), .wide).texts("axis-label")
    #expect(labels.contains("0") && !labels.contains("+0"), "\(labels)")
    #expect(labels.contains { $0.hasPrefix("+") })
  }

  @Test("years are labelled from the first to the last", arguments: ChartOptions.PageWidth.allCases)
  func years(width: ChartOptions.PageWidth) throws {
    let labels = draw(chart("line", line), width).texts("axis-label").filter {
      $0.hasPrefix("20") && $0.count == 4
    }
    #expect(labels.first == "2010" && labels.last == "2025")
    #expect(labels == labels.sorted() && (3...9).contains(labels.count))
  }

  @Test("an axis has no title where the subtitle holds its unit")
  func unit() {
    func title(_ subtitle: String) -> [String] {
      draw(
        chart(
          "line", #""x":{"field":"year","type":"temporal"},"y":{"field":"kt"}"#,
          more: #","title":{"text":"T","subtitle":"\#(subtitle)"}"#),
        .wide
      ).texts("axis-title")
    }
    #expect(title("Mine output, kt").isEmpty)
    #expect(!title("Mine output").isEmpty)
  }

  @Test(
    "names at the ends of lines touch neither each other nor the edge",
    arguments: ChartOptions.PageWidth.allCases)
  func names(width: ChartOptions.PageWidth) throws {
    let probe = draw(chart("line", line), width)
    let metrics = TextMetrics(coverage: .widestFallback)
    let texts = probe.marks("text").compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }
    let boxes = texts.map { metrics.bounds($0) }.sorted { $0.y1 < $1.y1 }
    #expect(texts.count == 3 && !texts.contains { $0.lines.joined().contains("…") })
    for (upper, lower) in zip(boxes, boxes.dropFirst()) { #expect(upper.y2 <= lower.y1 + 0.5) }
    let chart = try #require(probe.chart)
    #expect(boxes.allSatisfy { $0.x2 + chart.scene.origin.x <= chart.width })
  }

  // MARK: colours

  @Test("colours are bound to values; what is not listed is grey, and a written scale wins")
  func bound() {
    let colours = ["country": ["China": "s2", "Australia": "s3"]]
    func fills(_ scale: String) -> Set<Paint?> {
      Set(
        draw(
          chart("bar", #"\#(bars),"color":{"field":"country"\#(scale)}"#), .wide, colours: colours
        ).rects.map(\.style.fill))
    }
    #expect(fills("") == [.token(.s2), .token(.s3), .token(.context)])
    #expect(
      fills(#","scale":{"range":["red","green","blue"]}"#) == [
        .literal("red"), .literal("green"), .literal("blue"),
      ])
  }

  @Test("no colour of the theme stands for two values: those beyond the fifth are grey")
  func many() {
    let rows = (0..<8).map { #"{"k":"K\#($0)","v":1}"# }.joined(separator: ",")
    let probe = draw(
      #"{"data":{"values":[\#(rows)]},"mark":"bar","encoding":{"x":{"field":"k","type":"nominal"},"y":{"field":"v","type":"quantitative"},"color":{"field":"k","type":"nominal"}}}"#,
      .wide)
    let fills = probe.rects.map(\.style.fill)
    #expect(fills.filter { $0 == .token(.context) }.count == 3)
    #expect(Set(fills).count == 6)
  }

  @Test("more than five coloured values are a warning")
  func crowded() {
    let rows = (0..<6).map { #"{"k":"K\#($0)","v":1}"# }.joined(separator: ",")
    let spec =
      #"{"data":{"values":[\#(rows)]},"mark":"bar","encoding":{"x":{"field":"k","type":"nominal"},"y":{"field":"v","type":"quantitative"},"color":{"field":"k","type":"nominal"}}}"#
    let colours = [
      "k": Dictionary(uniqueKeysWithValues: (0..<6).map { ("K\($0)", "s\($0 % 5 + 1)") })
    ]
    #expect(draw(spec, .wide, colours: colours).diagnostics.map(\.id) == ["chart.many-colours"])
    #expect(draw(spec, .narrow, colours: colours).diagnostics.isEmpty)
    #expect(draw(spec, .wide).diagnostics.isEmpty)
  }

  @Test(
    "small multiples with axes of their own fit the drawing at both widths",
    arguments: [
      ChartOptions.PageWidth.wide, .narrow,
    ])
  func multiples(width: ChartOptions.PageWidth) throws {
    let probe = draw(
      #"""
      {"data":{"name":"t"},"mark":"line","height":110,
       "transform":[{"filter":"length(datum.country) < 12"},{"calculate":"datum.country == 'China' ? datum.kt * 1e7 : datum.kt","as":"v"}],
       "encoding":{"facet":{"field":"country","columns":2},"x":{"field":"year","type":"temporal"},
                   "y":{"field":"v","type":"quantitative","axis":{"tickCount":3,"format":",d"}}},
       "resolve":{"scale":{"y":"independent"}}}
      """#, width)
    let drawn = try #require(probe.chart)
    #expect(drawn.scene.width <= width.total)
  }
}
