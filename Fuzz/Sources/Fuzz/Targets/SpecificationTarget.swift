import Charts
import Diagnostics
import Documents
import Tables

/// A specification as text: what an author writes.
enum SpecificationTarget {
  static func run(_ bytes: [UInt8]) {
    let diagnostics = DiagnosticCollector()
    let text = String(decoding: bytes, as: UTF8.self)
    guard let node = JSONReader.read(text, path: "spec", into: diagnostics) else { return }
    draw(node, on: nil)
  }

  /// Draws a specification and checks the picture; one that is not drawn must have an error.
  static func draw(_ node: DocumentNode, on page: ChartOptions.PageWidth?) {
    var options = ChartOptions(load: { $0 == "table.csv" ? Array("a,b\n1,x\n2,y\n".utf8) : nil })
    if let page {
      options.mode = .page(page)
      options.theme = .page(page)
      options.colourMode = .classes
    }
    let diagnostics = DiagnosticCollector()
    let chart = Chart.render(
      node, path: "spec", data: ["table": table], options: options, into: diagnostics)
    guard let chart else {
      return promise(diagnostics.hasErrors, "neither a picture nor an error")
    }
    promise(chart.width.isFinite && chart.height.isFinite, "the picture has no size")
    SVGCheck.run(chart.svg)
  }

  private static let table = DataTable(
    columns: [
      DataColumn("year", .year), DataColumn("name", .string),
      DataColumn("tonnes", .number, unit: DataUnit("t"), format: ",.1f"),
      DataColumn("tonnes_status", .string),
    ],
    rows: [
      [.integer(2020), .text("first"), .number(12.5), .text("reported")],
      [.integer(2021), .text("second"), .null, .text("withheld")],
      [.integer(2022), .text("first"), .number(-3), .text("estimated")],
      [.integer(2022), .text("third & last"), .number(1e9), .text("provisional")],
    ])
}
