import Diagnostics
import Documents
import Testing

@testable import Charts

/// Inputs that nobody means: each is read or refused, none stops the program.
@Suite("Random input")
struct RandomInputTests {
  @Test("expressions of random pieces are evaluated or refused")
  func expressions() {
    let pieces = [
      "1", "-", "+", "*", "(", ")", "[", "]", "{", "}", ",", ":", "?", "datum", ".a", "['b']",
      "'x'", "\"", "/a/", "/",
      "!", "&&", "||", "==", "<", ">>>", "if(", "max(", "slice(", "pad('a',", "sequence(",
      "timeFormat(", "year(", " ",
      "1e308", "0x", "NaN", "null", "regexp('(a|b)*',", "datetime(", "replace(", "format(",
      "truncate(", "in", "%",
    ]
    var random = RandomTexts(seed: 1)
    for _ in 0..<4000 {
      let text = random.text(of: pieces, length: 14)
      let diagnostics = DiagnosticCollector()
      let expression = Expression(text, path: "x", into: diagnostics)
      #expect((expression == nil) == diagnostics.hasErrors, "\(text)")
      _ = expression?.evaluate(datum: .record(["a": 3, "b": "y"])).toText
    }
  }

  @Test("functions take arguments of every kind")
  func functions() {
    let values = [
      "undefined", "null", "true", "NaN", "Infinity", "-1", "1e308", "0.5", "'text'", "''", "[]",
      "[1,'a',null]", "{}",
      "{a:[1]}", "datetime(2012,0,1)", "/a/g", "datetime(NaN)",
    ]
    var random = RandomTexts(seed: 2)
    for name in ExpressionFunction.names.sorted() where name != "if" {
      for _ in 0..<40 {
        let arguments = (0..<random.number(below: 5)).map { _ in
          values[random.number(below: values.count)]
        }
        let text = "\(name)(\(arguments.joined(separator: ",")))"
        _ = Expression(text, path: "x", into: DiagnosticCollector())?.evaluate().toText
      }
    }
  }

  @Test("patterns of random pieces are matched or refused")
  func patterns() {
    let pieces = [
      "a", "b", ".", "*", "+", "?", "(", ")", "|", "[", "]", "^", "$", "{2}", "{1,", "}", "\\d",
      "\\", "-", "(?:", "\\b",
    ]
    var random = RandomTexts(seed: 3)
    for _ in 0..<4000 {
      let pattern = random.text(of: pieces, length: 12)
      guard let expression = try? RegularExpression(pattern, flags: "gi") else { continue }
      _ = expression.replacing(in: "aab 12 b-A", with: "<$1$&$$>")
    }
  }

  @Test("dates of random pieces are read or refused")
  func dates() {
    let pieces = [
      "2012", "1", "31", "-", "/", ":", " ", "T", "Z", "+", "Jan", "PM", ",", ".", "(", "GMT",
      "99999999", "Mon",
    ]
    var random = RandomTexts(seed: 4)
    for _ in 0..<8000 {
      if let moment = DateText.parse(random.text(of: pieces, length: 10)) {
        #expect(moment.magnitude <= CivilTime.limit)
        _ = DateText.javaScript(moment)
      }
    }
  }

  @Test("damaged TopoJSON gives shapes or diagnostics, and paths of finite numbers")
  func topology() {
    let text = """
      {"type":"Topology","transform":{"scale":[0.5,90],"translate":[10,20]},"arcs":[[[2,0],[0,2]],[[2,2],[-200,0],[0,-2]]],
      "objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1]]},{"type":"MultiPolygon","arcs":[[[-1,1]]]},
      {"type":"LineString","arcs":[1,-2]},{"type":"Point","coordinates":[3,4]}]}}}
      """
    var format = DataFormat(.topojson)
    format.feature = "a"
    var random = RandomTexts(seed: 5)
    for round in 0..<1500 {
      let damaged = random.mutation(of: text, changes: 1 + round % 4)
      let table = ChartTable(text: damaged, format: format, path: "t", into: DiagnosticCollector())
      guard let table else { continue }
      let kind = GeoProjection.Kind.allCases[round % GeoProjection.Kind.allCases.count]
      for row in table.indices {
        #expect(GeoProjection(kind).path(table.record(row)).isFinite)
      }
    }
  }

  @Test("damaged transforms are decoded or refused, and applied")
  func transforms() {
    let texts =
      TransformCase.summaries + TransformCase.intervals + TransformCase.shapes
      + TransformCase.curves + TransformCase.filters
    var random = RandomTexts(seed: 6)
    let table = ChartTable(
      fields: ["a", "b", "t", "d"],
      rows: [[1, "x", 2, .time(0)], [.null, "y", -7, .number(.nan)]])
    for one in texts {
      for _ in 0..<15 {
        let damaged = random.mutation(of: one.transforms, changes: 2)
        let diagnostics = DiagnosticCollector()
        guard let nodes = JSONReader.read(damaged, path: "t", into: diagnostics)?.list else {
          continue
        }
        for node in nodes {
          _ = DataTransform.decode(node, path: "t", into: diagnostics)?.apply(to: table)
        }
      }
    }
  }
}
