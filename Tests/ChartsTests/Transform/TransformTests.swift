import Charts
import Diagnostics
import Documents
import Testing

@Suite("Transforms")
struct TransformTests {
  private let table = ChartTable(
    fields: ["k", "v"], rows: [["a", 1], ["b", 5], ["a", 3], ["c", .null], ["b", 2]])

  private func transform(_ text: String) throws -> any TableTransform {
    let diagnostics = DiagnosticCollector()
    let node = try #require(JSONReader.read(text, path: "t", into: diagnostics))
    return try #require(DataTransform.decode(node, path: "t", into: diagnostics))
  }

  @Test("rows with the extreme value are given whole")
  func argmax() throws {
    let result = AggregateTransform(
      [AggregateField(.argmax, "v", as: "top"), AggregateField(.argmin, "v", as: "low")]
    ).apply(to: table)
    #expect(result.value(0, "top.k") == "b")
    #expect(result.value(0, "low.v") == 1)
  }

  @Test("all rows of a group are given as a list")
  func values() {
    let result = AggregateTransform([AggregateField(.values, as: "all")], groupBy: ["k"]).apply(
      to: table)
    #expect(result.count == 3)
    #expect(result.value(0, "all[1].v") == 3)
  }

  @Test("a bootstrapped interval holds the mean and is the same every time")
  func interval() {
    let aggregation = AggregateTransform([
      AggregateField(.ci0, "v", as: "low"), AggregateField(.ci1, "v", as: "high"),
    ])
    let result = aggregation.apply(to: table)
    #expect(result == aggregation.apply(to: table))
    let (low, high) = (result.value(0, "low").toNumber, result.value(0, "high").toNumber)
    #expect(low < 2.75 && 2.75 < high && low >= 1 && high <= 5)
  }

  @Test("a lookup takes over fields, the last row of a key counts, and others get the default")
  func lookup() throws {
    let other = ChartTable(
      fields: ["id", "name"], rows: [["a", "first"], ["a", "last"], ["b", "bee"]])
    let environment = TransformEnvironment(data: { node in
      node["name"]?.string == "names" ? other : nil
    })
    let fields = try transform(
      #"{"lookup": "k", "from": {"data": {"name": "names"}, "key": "id", "fields": ["name"]}, "default": "?"}"#
    )
    #expect(
      fields.apply(to: table, environment).column("name") == ["last", "bee", "last", "?", "bee"])
    let whole = try transform(
      #"{"lookup": "k", "from": {"data": {"name": "names"}, "key": "id"}, "as": "o"}"#)
    #expect(whole.apply(to: table, environment).value(1, "o.name") == "bee")
  }

  @Test("a sample has the size asked for and is the same every time")
  func sample() {
    let rows = (0..<500).map { [ChartValue.number(Double($0))] }
    let table = ChartTable(fields: ["i"], rows: rows)
    let sample = SampleTransform(20).apply(to: table)
    #expect(sample.count == 20)
    #expect(sample == SampleTransform(20).apply(to: table))
    #expect(Set(sample.rows).count == 20)
    #expect(SampleTransform(1000).apply(to: table) == table)
  }

  @Test("a selection keeps the rows that agree with its initial value")
  func selection() throws {
    let filter = try transform(#"{"filter": {"param": "s"}}"#)
    func rows(_ value: ChartValue?) -> Int {
      let parameters = value.map { ["s": $0] } ?? [:]
      return filter.apply(
        to: table, TransformEnvironment(expressions: .init(parameters: parameters))
      ).count
    }
    #expect(rows([.record(["k": "a"])]) == 2)
    #expect(rows([.record(["v": [2, 5]])]) == 3)
    #expect(rows([.record(["k": "a", "v": 3]), .record(["k": "c"])]) == 2)
    #expect(rows([]) == 5)
    // A plain parameter without a value is false.
    #expect(rows(nil) == 0)
    let strict = try transform(#"{"filter": {"param": "s", "empty": false}}"#)
    #expect(strict.apply(to: table).count == 0)
  }

  @Test("the extent is a parameter's value")
  func extent() throws {
    let extent = try #require(
      try transform(#"{"extent": "v", "param": "e"}"#) as? ExtentTransform)
    #expect(extent.value(table) == [1, 5])
    #expect(extent.parameter == "e")
  }

  @Test("negative and positive values are stacked apart")
  func stack() {
    let table = ChartTable(fields: ["v"], rows: [[2], [-1], [3], [-4]])
    let result = StackTransform("v", groupBy: [], as: ("s", "e")).apply(to: table)
    #expect(result.column("s") == [0, 0, 2, -1])
    #expect(result.column("e") == [2, -1, 5, -5])
  }

  @Test("a hundred thousand rows go through a window in a moment")
  func largeWindow() throws {
    let rows = (0..<100_000).map { [ChartValue.number(Double($0 % 97)), .number(Double($0))] }
    let table = ChartTable(fields: ["g", "v"], rows: rows)
    let window = try transform(
      #"{"window": [{"op": "sum", "field": "v", "as": "s"}, {"op": "rank", "as": "r"}], "sort": [{"field": "v"}]}"#
    )
    #expect(window.apply(to: table).value(99_999, "s") == 4_999_950_000)
  }

  @Test("a table groups by several fields in the order of their appearance")
  func grouping() {
    let table = ChartTable(
      fields: ["a", "b"], rows: [[1, "x"], [1, "y"], [.time(1), "x"], [.null, "x"]])
    let grouping = Grouping(table, by: [FieldPath("a"), FieldPath("b")])
    #expect(grouping.groups == [[0, 2], [1], [3]])
    #expect(grouping.groupOfRow == [0, 1, 0, 2])
  }
}

@Suite("Moving summaries")
struct SlidingSummaryTests {
  private static let operations: [AggregateOperation] = [
    .valid, .missing, .sum, .mean, .median, .q1, .q3, .min, .max, .argmin, .argmax, .distinct,
    .product, .stdev,
  ]

  @Test("a summary that moves is the one that is made anew for each frame", arguments: operations)
  func sameAsAnew(_ operation: AggregateOperation) {
    let column: [ChartValue] = [3, 1, .null, 4, 1, "", 5, .number(.nan), 9, 2, 6, 5, 3, 5]
    let table = ChartTable(fields: ["v"], rows: column.map { [$0] })
    let frames: [(before: Int?, after: Int?)] = [
      (nil, 0), (1, 1), (0, nil), (nil, nil), (3, 0), (0, 0),
    ]
    for frame in frames {
      let window = WindowTransform(
        [.init(.aggregate(operation), "v", as: "r")], frame: frame)
      let found = window.apply(to: table).column("r")
      for row in column.indices {
        let low = frame.before.map { max(0, row - $0) } ?? 0
        let high = frame.after.map { min(column.count - 1, row + $0) } ?? column.count - 1
        let anew = operation.apply(Array(column[low...high])) { .record(["v": column[low + $0]]) }
        #expect(found[row].isClose(to: anew), "\(frame) \(row)")
      }
    }
  }

  @Test("sums of large and small numbers do not drift")
  func drift() {
    let column: [ChartValue] = [1e16, 1, -1e16, 1, 0.1, 0.2]
    let table = ChartTable(fields: ["v"], rows: column.map { [$0] })
    let window = WindowTransform([.init(.aggregate(.sum), "v", as: "r")], frame: (1, 0))
    #expect(window.apply(to: table).value(5, "r").isClose(to: .number(0.3)))
  }

  @Test("a pivot that would fill the memory is reported and cut")
  func largePivot() {
    let rows = (0..<2000).map { [ChartValue.number(Double($0)), .number(Double($0))] }
    let table = ChartTable(fields: ["a", "b"], rows: rows)
    let diagnostics = DiagnosticCollector()
    let result = PivotTransform("a", value: "b", groupBy: ["b"]).apply(
      to: table, TransformEnvironment(diagnostics: diagnostics))
    #expect(diagnostics.sorted.map(\.id) == ["chart.transform-size"])
    #expect(result.fields.count <= 1001)
  }

  @Test("an imputation that would fill the memory is reported and cut")
  func largeImputation() {
    let rows = (0..<3000).map { [ChartValue.number(Double($0)), .number(Double($0))] }
    let table = ChartTable(fields: ["a", "b"], rows: rows)
    let diagnostics = DiagnosticCollector()
    _ = ImputeTransform("v", key: "a", groupBy: ["b"]).apply(
      to: table, TransformEnvironment(diagnostics: diagnostics))
    #expect(diagnostics.sorted.map(\.id) == ["chart.transform-size"])
  }
}
