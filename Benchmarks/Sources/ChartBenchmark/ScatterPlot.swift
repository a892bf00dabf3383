import Charts
import Diagnostics
import Documents
import Foundation
import Tables

/// A scatter plot of many points, drawn once in a fresh process.
struct ScatterPlot {
  private let table: DataTable

  init(points: Int) {
    // A fixed generator: the same points each time. Constants of Knuth's MMIX.
    var state: UInt64 = 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let rows = (0..<points).map { index -> [DataValue] in
      let x = random() * 100
      return [.number(x), .number(x + random() * 50), .text("group \(index % 5)")]
    }
    table = DataTable(
      columns: [
        DataColumn("x", .number), DataColumn("y", .number), DataColumn("group", .string),
      ], rows: rows)
  }

  /// Draws and prints.
  func run() throws {
    let spec: DocumentNode = .mapping([
      "data": .mapping(["name": "points"]), "mark": "point",
      "encoding": .mapping([
        "x": .mapping(["field": "x", "type": "quantitative"]),
        "y": .mapping(["field": "y", "type": "quantitative"]),
        "color": .mapping(["field": "group", "type": "nominal"]),
      ]),
    ])
    let before = ProcessorTime.peakMemory
    var chart: RenderedChart?
    let start = ContinuousClock.now
    let seconds = ProcessorTime.seconds {
      chart = Chart.render(
        spec, path: "scatter", data: ["points": table], options: ChartOptions(),
        into: DiagnosticCollector())
    }
    let elapsed = start.duration(to: .now)
    guard let chart else { throw BenchmarkFailure("the scatter plot was not drawn") }
    print(
      "\(table.rows.count) points: cpu \(String(format: "%.3f", seconds)) s, wall \(elapsed), "
        + "peak \(Int(ProcessorTime.peakMemory)) MiB (\(Int(before)) before, with the table), "
        + "picture \(chart.svg.utf8.count) bytes")
  }
}
