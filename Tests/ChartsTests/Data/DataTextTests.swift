import Charts
import Diagnostics
import Documents
import Tables
import Testing

@Suite("Data read from texts")
struct DataTextTests {
  private func table(_ text: String, _ format: DataFormat) -> ChartTable? {
    ChartTable(text: text, format: format, path: "data", into: DiagnosticCollector())
  }

  private func format(_ json: String, url: String = "a.csv") -> (DataFormat, [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    let node = JSONReader.read(json, path: "spec", into: diagnostics)
    let format = DataFormat(node, url: url, path: "spec", into: diagnostics)
    return (format, diagnostics.sorted)
  }

  @Test("a column of CSV is numbers or truth values where all of it is")
  func inference() throws {
    let found = try #require(
      table(
        "n,b,t,d,code\n1,true,x,2000-01-01,007\n,false,1,2001-01-01,010\n2.5,true,2,,011\n",
        .init(.csv)))
    #expect(found.column("n") == [1, .null, 2.5])
    #expect(found.column("b") == [true, false, true])
    #expect(found.column("t") == ["x", "1", "2"])
    #expect(found.column("d") == ["2000-01-01", "2001-01-01", ""])
    #expect(found.column("code") == ["007", "010", "011"])
  }

  @Test("`parse` decides the types of the columns it names")
  func parses() throws {
    let (format, faults) = format(
      #"{"parse": {"n": "string", "d": "date:'%d.%m.%Y'", "f": "boolean", "u": "date"}}"#)
    #expect(faults.isEmpty)
    let found = try #require(table("n,d,f,u\n1,05.03.2012,0,2012-03-05\n", format))
    let moment = ChartValue.text("2012-03-05").moment
    #expect(found.rows == [["1", .time(moment), false, .time(moment)]])
  }

  @Test("`parse: null` leaves all texts as they are")
  func noInference() throws {
    let (format, _) = format(#"{"parse": null}"#)
    #expect(table("n\n1\n", format)?.rows == [["1"]])
  }

  @Test("a wrong word in `parse` is reported with the near miss")
  func wrongParse() {
    let (_, faults) = format(#"{"parse": {"a": "numbr"}}"#)
    #expect(faults.first?.remedy == "did you mean `number`?")
  }

  @Test(
    "the form follows from the name of the file",
    arguments: [
      ("a.csv", DataFormat.Kind.csv), ("b/c.tsv", .tsv), ("x.json", .json),
      ("x.topojson", .topojson),
      ("x.csv?v=1.2#z", .csv), ("x", .json), ("x.geojson", .json),
    ])
  func kinds(_ url: String, _ kind: DataFormat.Kind) {
    #expect(DataFormat(url: url).kind == kind)
  }

  @Test("tabs separate TSV, and any character DSV")
  func separators() {
    #expect(table("a\tb\n1\t2\n", .init(.tsv))?.rows == [[1, 2]])
    let (format, _) = format(#"{"type": "dsv", "delimiter": "|"}"#)
    #expect(table("a|b\n1|2\n", format)?.rows == [[1, 2]])
  }

  @Test("records of JSON may have different fields")
  func json() throws {
    let found = try #require(
      table(#"[{"a": 1, "b": "x"}, {"b": null, "c": [1]}, 7]"#, .init(.json)))
    #expect(found.fields == ["a", "b", "c", "data"])
    #expect(found.rows[0] == [1, "x", .undefined, .undefined])
    #expect(found.rows[1] == [.undefined, .null, [1], .undefined])
    #expect(found.rows[2][3] == 7)
  }

  @Test("a field that comes late or leaves gaps has a value for each record")
  func sparseRecords() throws {
    let found = try #require(
      table(#"[{"a": 1}, {}, {"b": 2}, {"b": 3, "a": 4}, {}]"#, .init(.json)))
    #expect(found.count == 5)
    #expect(found.column("a") == [1, .undefined, .undefined, 4, .undefined])
    #expect(found.column("b") == [.undefined, .undefined, 2, 3, .undefined])
  }

  @Test("records without fields are rows all the same")
  func emptyRecords() throws {
    let found = try #require(table("[{}, {}]", .init(.json)))
    #expect(found.count == 2)
    #expect(found.rows == [[], []])
    #expect(found.record(1) == .record([:]))
  }

  @Test("`property` leads to the rows")
  func property() throws {
    let (format, _) = format(#"{"property": "a.rows"}"#, url: "x.json")
    #expect(table(#"{"a": {"rows": [{"v": 1}]}}"#, format)?.rows == [[1]])
    let diagnostics = DiagnosticCollector()
    #expect(ChartTable(text: "{}", format: format, path: "x", into: diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.id) == ["chart.data-property"])
  }

  @Test("a table handed in keeps its values, and years become dates when asked")
  func dataTable() {
    let data = DataTable(
      columns: [DataColumn("year", .year), DataColumn("v", .number), DataColumn("d", .date)],
      rows: [[.integer(2012), .null, .text("2012-03-05")]])
    let table = ChartTable(data)
    #expect(table.rows == [[2012, .null, "2012-03-05"]])
    let parsed = table.parsing(
      data.columns.filter { $0.type.isTemporal }.map { ($0.name, $0.temporalParse) })
    #expect(parsed.value(0, "year") == .time(ChartValue.text("2012-01-01").moment))
    #expect(parsed.value(0, "d") == .time(ChartValue.text("2012-03-05").moment))
  }

  @Test("a nested field that is read anew becomes a column of its own")
  func nestedParse() throws {
    let found = try #require(table(#"[{"a": {"d": "2012-03-05"}}]"#, .init(.json)))
    let parsed = found.parsing([("a.d", .date), ("missing", .number)])
    #expect(parsed.fields == ["a", "a.d"])
    #expect(parsed.value(0, "a.d").isTime)
  }

  @Test("a sequence stops before its end and has bounds")
  func sequence() throws {
    func make(_ json: String) -> (ChartTable?, [Diagnostic]) {
      let diagnostics = DiagnosticCollector()
      let node = JSONReader.read(json, path: "s", into: diagnostics)
      return (
        node.flatMap { ChartTable(sequence: $0, path: "s", into: diagnostics) }, diagnostics.sorted
      )
    }
    let (found, _) = make(#"{"start": 0, "stop": 1, "step": 0.25, "as": "x"}"#)
    #expect(found?.column("x") == [0, 0.25, 0.5, 0.75])
    #expect(make(#"{"start": 0, "stop": 1e12}"#).1.map(\.id) == ["chart.sequence"])
    #expect(make(#"{"start": 0}"#).1.map(\.id) == ["chart.sequence"])
    // Each layer draws each number: a million in four of them took gigabytes.
    #expect(make(#"{"start": 45, "stop": 1000000}"#).1.map(\.id) == ["chart.sequence"])
    #expect(make(#"{"stop": 100000}"#).0?.count == 100_000)
    #expect(make(#"{"stop": 5, "step": 0}"#).0?.count ?? 0 == 0)
  }

  @Test("a delimiter that is no ASCII character is an error")
  func delimiter() {
    let diagnostics = DiagnosticCollector()
    var format = DataFormat(.dsv)
    format.delimiter = "\u{E9}"
    #expect(ChartTable(text: "a", format: format, path: "a.dsv", into: diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.id) == ["chart.delimiter"])
  }
}
