import TestSupport
import Testing

@testable import Charts

/// Whole pictures that were looked at once.
@Suite("Pictures")
struct PictureTests {
  @Test("a bar chart")
  func bars() throws {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}"#,
        more: #","title":"Amounts""#))
    try expectSnapshot(probe.svg, named: "bars.svg")
  }

  @Test("two series with a legend")
  func series() throws {
    let values =
      #"[{"x":1,"y":2,"c":"u"},{"x":2,"y":3,"c":"u"},{"x":1,"y":1,"c":"v"},{"x":2,"y":4,"c":"v"}]"#
    let probe = ChartProbe(
      chart(
        "\"line\"",
        #""x":{"field":"x","type":"quantitative"},"y":{"field":"y","type":"quantitative"},"color":{"field":"c","type":"nominal"}"#,
        values: values))
    try expectSnapshot(probe.svg, named: "series.svg")
  }

  @Test("small multiples with headers")
  func multiples() throws {
    let values = #"[{"x":1,"c":"u"},{"x":2,"c":"v"}]"#
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"x","type":"quantitative"},"row":{"field":"c","type":"nominal"}"#,
        values: values))
    try expectSnapshot(probe.svg, named: "multiples.svg")
  }
}
