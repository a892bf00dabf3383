import Testing

@testable import Charts

/// Every mark puts its figures where Vega-Lite 6 puts them.
@Suite("Marks")
struct MarkTests {
  private let category = #""x":{"field":"a","type":"nominal"}"#
  private let amount = #""y":{"field":"b","type":"quantitative"}"#

  @Test("bars are 18 wide in steps of 20 and reach from zero")
  func bars() {
    let probe = ChartProbe(chart("\"bar\"", "\(category),\(amount)"))
    #expect(probe.rects.map(\.x) == [1, 21, 41])
    #expect(probe.rects.map(\.width) == [18, 18, 18])
    #expect(probe.rects.allSatisfy { abs($0.y + $0.height - 300) < 1e-9 })
    #expect(probe.rects.map(\.height).max() == 300)
  }

  @Test("points stand in the middle of steps of 20, hollow and 0.7 opaque")
  func points() {
    let probe = ChartProbe(chart("\"point\"", "\(category),\(amount)"))
    #expect(probe.paths.compactMap(\.position?.x) == [10, 30, 50])
    #expect(probe.paths.allSatisfy { $0.style.opacity == 0.7 && $0.style.strokeWidth == 2 })
  }

  @Test("circles and squares are filled", arguments: ["circle", "square"])
  func filledPoints(mark: String) {
    let probe = ChartProbe(chart("\"\(mark)\"", "\(category),\(amount)"))
    #expect(probe.paths.count == 3)
    #expect(
      probe.paths.allSatisfy { $0.style.fill == .literal("#4c78a8") && $0.style.stroke == nil })
  }

  @Test("a line is one path a series")
  func lines() {
    let values = #"[{"x":1,"y":2,"c":"u"},{"x":2,"y":3,"c":"u"},{"x":1,"y":1,"c":"v"}]"#
    let probe = ChartProbe(
      chart(
        "\"line\"",
        #""x":{"field":"x","type":"quantitative"},"y":{"field":"y","type":"quantitative"},"color":{"field":"c","type":"nominal"}"#,
        values: values))
    #expect(probe.marks("line").count == 2)
  }

  @Test("an area is filled down to zero")
  func areas() {
    let probe = ChartProbe(
      chart("\"area\"", #""x":{"field":"b","type":"ordinal"},"# + amount))
    #expect(probe.marks("area").count == 1)
    #expect(probe.paths.first?.path.bounds.y2 == 300)
  }

  @Test("a rule on one axis crosses the plot")
  func rules() {
    let probe = ChartProbe(chart("\"rule\"", amount))
    let rules = probe.marks("rule").compactMap { node in
      if case .rule(let rule) = node { rule } else { nil }
    }
    #expect(rules.count == 3)
    #expect(rules.allSatisfy { abs($0.from.x - $0.to.x) == 20 && $0.from.y == $0.to.y })
  }

  @Test("ticks are one pixel thin and 15 long")
  func ticks() {
    let probe = ChartProbe(
      chart(
        "\"tick\"", #""x":{"field":"b","type":"quantitative"},"y":{"field":"a","type":"nominal"}"#))
    #expect(probe.rects.map(\.width) == [1, 1, 1])
    #expect(probe.rects.allSatisfy { abs($0.height - 15) < 1e-9 })
  }

  @Test("texts are formatted and black")
  func texts() {
    let probe = ChartProbe(
      chart(
        "\"text\"",
        #"\#(category),\#(amount),"text":{"field":"b","type":"quantitative","format":".1f"}"#))
    let texts = probe.marks("text").compactMap { node in
      if case .text(let text) = node { text } else { nil }
    }
    #expect(texts.map(\.lines) == [["28.0"], ["55.0"], ["43.0"]])
    #expect(texts.allSatisfy { $0.style.fill == .literal("black") })
  }

  @Test("rectangles fill their cells")
  func rects() {
    let probe = ChartProbe(
      chart("\"rect\"", #"\#(category),"y":{"field":"b","type":"ordinal"}"#))
    #expect(probe.rects.allSatisfy { $0.width == 20 && $0.height == 20 })
  }

  @Test("arcs share the circle by their amounts")
  func arcs() {
    let probe = ChartProbe(
      chart(
        "\"arc\"",
        #""theta":{"field":"b","type":"quantitative"},"color":{"field":"a","type":"nominal"}"#))
    #expect(probe.marks("arc").count == 3)
    #expect(probe.paths.allSatisfy { $0.position == Point(150, 150) })
  }

  @Test("a trail is one outline")
  func trails() {
    let probe = ChartProbe(
      chart(
        "\"trail\"",
        #""x":{"field":"b","type":"quantitative"},\#(amount),"size":{"field":"b","type":"quantitative"}"#
      ))
    #expect(probe.marks("trail").count == 1)
  }

  @Test("composite marks become plain ones", arguments: ["boxplot", "errorbar", "errorband"])
  func composites(mark: String) {
    let probe = ChartProbe(chart("\"\(mark)\"", amount))
    #expect(probe.errors.isEmpty)
    #expect(!probe.marks("rect").isEmpty || !probe.marks("rule").isEmpty)
  }

  @Test("shapes of a map are projected")
  func shapes() {
    let values = """
      [{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[0,10],[10,10],[10,0],[0,0]]]}}]
      """
    let probe = ChartProbe(
      #"{"data":{"values":\#(values)},"mark":"geoshape","projection":{"type":"mercator"}}"#)
    #expect(probe.marks("shape").count == 1)
  }

  @Test("points over a line are a second layer")
  func overlay() {
    let probe = ChartProbe(
      chart(#"{"type":"line","point":true}"#, #""x":{"field":"b","type":"quantitative"},"# + amount)
    )
    #expect(probe.marks("line").count == 1)
    #expect(probe.marks("symbol").count == 3)
  }

  @Test("rounded piles are clipped as a whole")
  func roundedStacks() {
    let probe = ChartProbe(chart(#"{"type":"bar","cornerRadiusEnd":4}"#, "\(category),\(amount)"))
    #expect(probe.svg.contains("clip-path"))
    #expect(probe.marks("rect").count == 3)
  }

  @Test("images stand in the middle of their place, and only safe addresses are written")
  func images() {
    let values = #"[{"b":1,"u":"a.png"},{"b":2,"u":"javascript:alert(1)"},{"b":3}]"#
    let probe = ChartProbe(
      chart(
        #"{"type":"image","width":40,"height":30}"#,
        #""x":{"field":"b","type":"quantitative","scale":{"domain":[0,3]}},"url":{"field":"u"}"#,
        values: values))
    let boxes = probe.marks("image").compactMap {
      if case .image(let image) = $0 { image.box } else { nil }
    }
    #expect(boxes.first.map { $0.center.x } == 100 && boxes.first.map { $0.width } == 40)
    #expect(probe.svg.contains(#"<image href="a.png""#) && !probe.svg.contains("javascript"))
    #expect(probe.rects.isEmpty)
  }

  @Test("marks link where a channel says so")
  func links() {
    let values = #"[{"a":"A","b":1,"u":"a.html"}]"#
    let probe = ChartProbe(
      chart("\"bar\"", #"\#(category),\#(amount),"href":{"field":"u"}"#, values: values))
    #expect(probe.svg.contains(#"href="a.html""#))
  }
}
