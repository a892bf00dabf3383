import Charts
import Diagnostics
import Documents

/// An expression over data of every kind, compiled, evaluated, and used in a chart.
enum ExpressionTarget {
  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let diagnostics = DiagnosticCollector()
    guard let expression = Expression(text, path: "expression", into: diagnostics) else {
      return promise(diagnostics.hasErrors, "neither an expression nor an error")
    }
    let environment = ExpressionEnvironment(parameters: ["limit": 3, "names": ["a", "b"]])
    for value in expression.evaluate(table, environment: environment) {
      _ = (value.toText, value.toNumber, value.toBoolean)
    }
    _ = expression.evaluate(datum: .undefined, environment: environment)
    SpecificationTarget.draw(chart(text), on: nil)
  }

  private static func chart(_ text: String) -> DocumentNode {
    .mapping([
      "data": .mapping(["name": "table"]),
      "transform": [.mapping(["calculate": DocumentNode(.string(text)), "as": "made"])],
      "mark": "point",
      "encoding": .mapping([
        "x": .mapping(["field": "made", "type": "nominal"]),
        "y": .mapping([
          "field": "tonnes", "type": "quantitative",
          "axis": .mapping(["labelExpr": DocumentNode(.string(text))]),
        ]),
      ]),
    ])
  }

  private static let table = ChartTable(
    fields: ["a", "b", "c", "d"],
    rows: [
      [1, "text", true, ["x", 2, .null]],
      [.number(.nan), "2024-02-29", .null, .record(["e": 5, "f": .record(["g": "deep"])])],
      [.number(-1e308), "", false, .undefined],
      [.number(1.5e9), "(a+)+$", .time(1.7e12), []],
    ])
}
