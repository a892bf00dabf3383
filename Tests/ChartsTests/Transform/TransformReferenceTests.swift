import Charts
import Diagnostics
import Documents
import Testing

/// Transforms of Vega-Lite and what the reference, Vega-Lite 6.4 on Vega 6.2, makes of them.
@Suite("Transforms beside the reference")
struct TransformReferenceTests {
  private func check(_ one: TransformCase) throws {
    let diagnostics = DiagnosticCollector()
    var table = try #require(
      ChartTable(
        text: TransformCase.data, format: DataFormat(.json), path: "data", into: diagnostics)
    ).parsing([("d", .date)])
    let nodes = try #require(JSONReader.read(one.transforms, path: "t", into: diagnostics)?.list)
    for node in nodes {
      let transform = try #require(DataTransform.decode(node, path: "t", into: diagnostics))
      table = transform.apply(to: table)
    }
    #expect(diagnostics.sorted.isEmpty)
    let rows = table.rows.indices.map { row in
      one.fields.map { written(table.value(row, $0)) }.joined(separator: "|")
    }
    #expect(rows.count == one.rows.count)
    for (found, expected) in zip(rows, one.rows) {
      #expect(isClose(found, expected), "\(found) is not \(expected)")
    }
  }

  /// A moment is written as its number, as the reference holds it.
  private func written(_ value: ChartValue) -> String {
    value.isTime ? ChartValue.number(value.toNumber).toText : value.toText
  }

  private func isClose(_ a: String, _ b: String) -> Bool {
    let (x, y) = (parts(a), parts(b))
    return x.count == y.count
      && zip(x, y).allSatisfy { p, q in
        guard p != q, let number = Double(p), let other = Double(q) else { return p == q }
        return (number - other).magnitude <= 1e-9 * max(1, other.magnitude)
      }
  }

  private func parts(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "," }
  }

  @Test("aggregates and windows give the reference's rows", arguments: TransformCase.summaries)
  func summaries(_ one: TransformCase) throws { try check(one) }

  @Test("stacks, bins and time units give the reference's rows", arguments: TransformCase.intervals)
  func intervals(_ one: TransformCase) throws { try check(one) }

  @Test("folds, pivots and imputations give the reference's rows", arguments: TransformCase.shapes)
  func shapes(_ one: TransformCase) throws { try check(one) }

  @Test(
    "densities, regressions and quantiles give the reference's rows",
    arguments: TransformCase.curves)
  func curves(_ one: TransformCase) throws { try check(one) }

  @Test("filters keep the reference's rows", arguments: TransformCase.filters)
  func filters(_ one: TransformCase) throws { try check(one) }
}
