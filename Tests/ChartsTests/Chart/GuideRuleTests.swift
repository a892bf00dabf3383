import Testing

@testable import Charts

/// Legends, bins and sizes that several views or channels decide on together.
@Suite("Guides of several views")
struct GuideRuleTests {
  private static let rows =
    #"[{"a":"A","b":28,"c":"u"},{"a":"B","b":55,"c":"v"},{"a":"C","b":43,"c":"v"},{"a":"D","b":7,"c":"u"}]"#
  private static let b = #"{"field":"b","type":"quantitative"}"#

  @Test("legends that are independent stand beside their plot, one for each layer")
  func independent() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"resolve":{"legend":{"size":"independent"}},"layer":[
      {"mark":"circle","encoding":{"x":\(Self.b),"size":{"field":"b","type":"quantitative","title":"One"}}},
      {"mark":"circle","encoding":{"x":\(Self.b),"size":{"field":"b","type":"quantitative","title":"Two"}}}]}
      """)
    #expect(probe.texts("legend-title") == ["One", "Two"])
  }

  @Test("a colour that fills and one that outlines share symbols, not a bar")
  func symbolsForTwoPaints() {
    let probe = ChartProbe(
      chart(
        #"{"type":"line","point":true}"#, #""x":\#(Self.b),"y":\#(Self.b),"color":\#(Self.b)"#,
        values: Self.rows))
    #expect(probe.svg.contains("role-legend-symbol"))
    #expect(!probe.svg.contains("role-legend-gradient"))
  }

  @Test("shapes alone have no legend of outlines, and places on a map none at all")
  func channelsWithoutLegend() {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":\#(Self.b),"angle":\#(Self.b),"fillOpacity":\#(Self.b)"#,
        values: Self.rows))
    #expect(probe.texts("legend-label").isEmpty)
  }

  @Test("moments in legends have the configured format")
  func moments() {
    let values = #"[{"a":"2020-01-01","b":1},{"a":"2024-01-01","b":2}]"#
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":\#(Self.b),"color":{"field":"a","type":"temporal"}"#, values: values))
    #expect(probe.texts("legend-label").contains("Jan 01, 2022"))
  }

  @Test("bins of small multiples are reckoned from the rows of all")
  func facetBins() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"facet":{"column":{"field":"c","type":"nominal"}},"spec":{
      "mark":"bar","encoding":{"x":{"field":"b","bin":true},"y":{"aggregate":"count"}}}}
      """)
    #expect(Set(probe.rects.map { ($0.width * 10).rounded() }).count == 1)
  }

  @Test("facets in facets keep their axes, and say both titles once")
  func nestedFacets() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"facet":{"column":{"field":"c"}},"spec":{
      "facet":{"column":{"field":"a"}},"spec":{"mark":"point","encoding":{"x":\(Self.b),"y":\(Self.b)}}}}
      """)
    #expect(probe.texts("title-text").filter { $0.contains("/") } == ["c / a"])
    #expect(probe.texts("axis-title").filter { $0 == "b" }.count > 2)
  }

  @Test(
    "null keeps the domain of paths only where the author says so", arguments: ["show", "filter"])
  func invalid(mode: String) {
    let values = #"[{"a":"A","b":1,"e":1},{"a":"B","b":null,"e":99},{"a":"C","b":3,"e":2}]"#
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"b","type":"quantitative"},"y":{"field":"e","type":"quantitative"}"#,
        values: values, more: #","config":{"mark":{"invalid":"\#(mode)"}}"#))
    #expect(probe.texts("axis-label").contains("100") == (mode == "show"))
    #expect(probe.paths.count == (mode == "show" ? 3 : 2))
  }

  @Test("a picture is as large as written where autosize asks for it")
  func autosize() {
    let fitted = ChartProbe(
      chart(
        "\"point\"", #""x":\#(Self.b),"y":\#(Self.b)"#, values: Self.rows,
        more: #","width":240,"height":160,"autosize":{"type":"fit","contains":"padding"}"#))
    #expect(fitted.chart?.width == 240)
    #expect(fitted.chart?.height == 160)
    let bare = ChartProbe(
      chart(
        "\"point\"", #""x":\#(Self.b)"#, values: Self.rows,
        more: #","width":100,"height":50,"autosize":"none""#))
    #expect(bare.chart?.width == 110)
  }

  @Test("maps are cut off at the plot where the author sets their scale")
  func mapClip() {
    func clips(_ projection: String) -> Bool {
      ChartProbe(
        """
        {"data":{"values":[{"lon":0,"lat":0},{"lon":90,"lat":40}]},"mark":"circle",
        "projection":{"type":"mercator"\(projection)},"encoding":{
        "longitude":{"field":"lon"},"latitude":{"field":"lat"}}}
        """
      ).svg.contains("clip-path")
    }
    #expect(clips(#","scale":500"#))
    #expect(!clips(""))
  }

  @Test("a missing part of an area is nothing, also where the amount parts the areas")
  func missingParts() {
    let probe = ChartProbe(
      chart(
        "\"area\"", #""x":{"field":"a","type":"nominal"},"y":\#(Self.b),"detail":\#(Self.b)"#,
        values: Self.rows))
    #expect(probe.texts("axis-label").last == "55")
  }

  @Test("box plots take bins and time units beside their values")
  func boxplotBins() {
    let probe = ChartProbe(
      chart(
        "\"boxplot\"",
        #""x":{"field":"b","bin":{"step":30}},"y":{"field":"b","type":"quantitative"}"#,
        values: Self.rows))
    #expect(probe.errors.isEmpty)
    #expect(probe.texts("axis-title").contains("b (binned)"))
  }

  @Test(
    "specifications beside the point end in a picture or a diagnostic",
    arguments: [
      // Fewer thresholds than sizes.
      #"{"data":{"values":[{}]},"mark":"point","encoding":{"size":{"field":"h","type":"quantitative","scale":{"type":"threshold","range":[10,100,300]}}}}"#,
      // No data, and a transform that makes columns.
      #"{"transform":[{"pivot":"t","value":"c","groupby":["k"]}],"mark":"bar","encoding":{"x":{"field":"k"},"y":{"field":"g","type":"quantitative"}}}"#,
      // No data, and a condition on a summary.
      #"{"mark":"boxplot","encoding":{"x":{"field":"o","type":"nominal"},"y":{"field":"o","type":"nominal"}}}"#,
      // An expression that is no number.
      #"{"params":[{"name":"n","expr":"0/0"}],"data":{"values":[{}]},"mark":"bar","encoding":{"x":{"field":"a","axis":{"tickCount":{"expr":"n"}}}},"columns":{"expr":"n"}}"#,
    ])
  func noTrap(text: String) {
    let probe = ChartProbe(text)
    #expect(probe.chart != nil || !probe.errors.isEmpty)
  }
}
