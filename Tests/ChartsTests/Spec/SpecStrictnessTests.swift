import Diagnostics
import Documents
import Tables
import TestSupport
import Testing

@testable import Charts

/// What authors get wrong is an error at its place.
@Suite("Strict specifications")
struct SpecStrictnessTests {
  private func errors(_ marked: MarkedText) -> [Diagnostic] { ChartProbe(marked.text).errors }

  private func expect(_ marked: MarkedText, _ id: String, remedy: String? = nil) {
    let errors = errors(marked)
    #expect(errors.map(\.id) == [id])
    #expect(errors.first?.location?.range.start == marked[1])
    if let remedy { #expect(errors.first?.remedy?.contains(remedy) == true) }
  }

  @Test("an unknown property of a channel is reported with the near miss")
  func channelProperty() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":"bar","encoding":{"x":{"field":"b",1️⃣"agregate":"sum"}}}"#,
      "chart.unknown-property", remedy: "aggregate")
  }

  @Test("an unknown mark is reported with the near miss")
  func mark() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":1️⃣"bars","encoding":{"x":{"field":"b"}}}"#,
      "chart.unknown-mark", remedy: "bar")
  }

  @Test("an unknown channel is reported with the near miss")
  func channel() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":"bar","encoding":{1️⃣"colour":{"field":"b"}}}"#,
      "chart.unknown-channel", remedy: "color")
  }

  @Test("an unknown field is reported at the field's name")
  func field() {
    expect(
      #"{"data":{"values":[{"price":1}]},"mark":"bar","encoding":{"x":{"field":1️⃣"prise"}}}"#,
      "chart.unknown-field", remedy: "price")
  }

  @Test("an unknown colour scheme is reported")
  func scheme() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":"bar","encoding":{"x":{"field":"b"},"color":{"field":"b","type":"quantitative","scale":{"scheme":1️⃣"viridiss"}}}}"#,
      "chart.unknown-scheme", remedy: "viridis")
  }

  @Test("an unknown property of a mark is reported")
  func markProperty() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":{"type":"bar",1️⃣"opasity":1},"encoding":{"x":{"field":"b"}}}"#,
      "chart.unknown-property", remedy: "opacity")
  }

  @Test("an unknown property of an axis is reported")
  func axisProperty() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":"bar","encoding":{"x":{"field":"b","axis":{1️⃣"gird":true}}}}"#,
      "chart.unknown-property", remedy: "grid")
  }

  @Test("a value of the wrong type is reported at the value")
  func wrongType() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":{"type":"bar","opacity":1️⃣"much"},"encoding":{"x":{"field":"b"}}}"#,
      "chart.wrong-type")
  }

  @Test("an unknown aggregate is reported")
  func aggregate() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":"bar","encoding":{"x":{"field":"b","aggregate":1️⃣"summ"}}}"#,
      "chart.unknown-aggregate", remedy: "sum")
  }

  @Test("an unknown time unit is reported")
  func timeUnit() {
    expect(
      #"{"data":{"values":[{"b":1}]},"mark":"bar","encoding":{"x":{"field":"b","timeUnit":1️⃣"yearmoth"}}}"#,
      "chart.unknown-time-unit", remedy: "yearmonth")
  }

  @Test("an unknown name of data is reported")
  func dataName() {
    let marked: MarkedText =
      #"{"data":{"name":1️⃣"price"},"mark":"bar","encoding":{"x":{"field":"b"}}}"#
    let probe = ChartProbe(
      marked.text, data: ["prices": .init(columns: [.init("b", .number)], rows: [[.number(1)]])])
    #expect(probe.errors.map(\.id) == ["chart.unknown-data"])
    #expect(probe.errors.first?.location?.range.start == marked[1])
  }

  @Test("data by address is refused where the caller reads none")
  func url() {
    expect(
      #"{"data":{"url":1️⃣"a.csv"},"mark":"bar","encoding":{"x":{"field":"b"}}}"#, "chart.no-url")
  }

  @Test("a specification without a view is reported")
  func noView() {
    #expect(ChartProbe(#"{"data":{"values":[]}}"#).errors.map(\.id) == ["chart.no-view"])
  }

  @Test("a view of two kinds is reported")
  func twoKinds() {
    #expect(ChartProbe(#"{"mark":"bar","layer":[]}"#).errors.first?.id == "chart.no-view")
  }

  @Test("a broken number format is reported")
  func numberFormat() {
    let probe = ChartProbe(
      chart("\"bar\"", #""x":{"field":"b","type":"quantitative","axis":{"format":"..q"}}"#))
    #expect(probe.errors.map(\.id).contains("chart.bad-format"))
  }

  @Test("a configuration is checked like the rest")
  func config() {
    let probe = ChartProbe(
      chart("\"bar\"", #""x":{"field":"b"}"#, more: #","config":{"axiss":{}}"#))
    #expect(probe.errors.first?.remedy?.contains("axis") == true)
  }

  @Test("several faults of one specification are all reported")
  func several() {
    let probe = ChartProbe(chart(#"{"type":"bar","colr":"red"}"#, #""x":{"feild":"b"}"#))
    #expect(probe.errors.count == 2)
  }

  @Test("a property of the language that is not drawn is a warning that names it")
  func unsupported() {
    let probe = ChartProbe(chart(#"{"type":"bar","cursor":"pointer"}"#, #""x":{"field":"b"}"#))
    #expect(probe.errors.isEmpty)
    #expect(probe.chart != nil)
    #expect(probe.diagnostics.first?.summary.contains("`cursor`") == true)
  }

  @Test("views nested without end are refused")
  func depth() {
    var text = #"{"mark":"bar"}"#
    for _ in 0..<60 { text = #"{"hconcat":[\#(text)]}"# }
    #expect(ChartProbe(text).errors.map(\.id) == ["chart.too-deep"])
  }
}
