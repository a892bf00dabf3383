import Diagnostics
import Documents
import Testing

@testable import Charts

@Suite("Box plots and error bands")
struct BoxplotTests {
  private func svg(_ mark: String, _ rows: String, _ channels: String) throws -> String {
    let text = """
      {"data": {"values": [\(rows)]}, "mark": \(mark), "encoding": {\(channels)}}
      """
    let collector = DiagnosticCollector()
    let node = try #require(JSONReader.read(text, path: "box.vl.json", into: collector))
    let chart = Chart.render(
      node, path: "box.vl.json", data: [:], options: ChartOptions(), into: collector)
    return try #require(chart).svg
  }

  private let position =
    #""x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}"#

  @Test("a median in a box without height takes the box's colour")
  func degenerateBox() throws {
    let flat = #"{"k": "a", "v": 3}, {"k": "a", "v": 3}"#
    let tall = #"{"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 9}"#
    #expect(!(try svg(#""boxplot""#, flat, position)).contains("fill=\"white\" opacity"))
    #expect((try svg(#""boxplot""#, tall, position)).contains("fill=\"white\" opacity"))
  }

  @Test("the ends of whiskers are black, whatever colour the boxes have")
  func endTicks() throws {
    let rows = #"{"k": "a", "v": 1}, {"k": "a", "v": 2}, {"k": "a", "v": 9}"#
    let mark = #"{"type": "boxplot", "extent": "min-max", "ticks": true, "color": "teal"}"#
    let text = try svg(mark, rows, position)
    #expect(text.contains("fill=\"black\""))
    #expect(text.contains("fill=\"teal\""))
  }

  @Test("values beyond the whiskers have the colour of their box")
  func outliers() throws {
    let rows = (1...9).map { #"{"k": "a", "v": \#($0)}"# } + [#"{"k": "a", "v": 99}"#]
    let text = try svg(
      #""boxplot""#, rows.joined(separator: ", "),
      position + #", "color": {"value": "purple"}"#)
    #expect(text.contains("stroke=\"purple\""))
  }

  @Test("what is told about an error band parts its rows")
  func tooltipGroups() throws {
    let rows = #"{"k": 1, "v": 1}, {"k": 1, "v": 5}, {"k": 2, "v": 4}, {"k": 2, "v": 8}"#
    let plane =
      #""x": {"field": "k", "type": "quantitative"}, "y": {"field": "v", "type": "quantitative"}"#
    let joined = try svg(#""errorband""#, rows, plane)
    let parted = try svg(#""errorband""#, rows, plane + #", "tooltip": {"field": "v"}"#)
    #expect(joined != parted)
  }
}
