import Charts
import Diagnostics
import Foundation
import Tables

/// The d3 vectors that lie beside the repository, where they are there.
enum Vectors {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/suites/d3-vectors")

  /// The rows of a file by column; nil, and a line that says so, where it is missing.
  static func rows(_ name: String) throws -> [[String: String]]? {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else {
      print("SKIPPED: the vectors \(name) are not beside the repository")
      return nil
    }
    let table = CSVReader.read([UInt8](data), path: name, into: DiagnosticCollector())
    guard let table else { return [] }
    let names = table.header.map(\.text)
    return table.records.map { record in
      Dictionary(zip(names, record.map(\.text))) { first, _ in first }
    }
  }

  /// The value of a JavaScript literal; `<name>` stands for a text.
  static func value(_ literal: String) -> ChartValue? {
    let quoted = literal.replacing(/<([^>]*)>/) { "'<\($0.output.1)>'" }
    let diagnostics = DiagnosticCollector()
    return Expression(quoted, path: "vector", into: diagnostics)?.evaluate()
  }
}

extension ChartValue {
  /// Whether two values are equal, numbers within a tolerance relative to their size, NaN with itself.
  func isClose(to other: ChartValue, tolerance: Double = 1e-12) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      return a == b || (a.isNaN && b.isNaN) || (a - b).magnitude <= tolerance * max(1, b.magnitude)
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isClose(to: $1, tolerance: tolerance) }
    default:
      return self == other
    }
  }
}
