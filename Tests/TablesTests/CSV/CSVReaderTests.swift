import Diagnostics
import Tables
import Testing

/// A fault as `line:column id`.
func places(_ diagnostics: DiagnosticCollector) -> [String] {
  diagnostics.sorted.map { fault in
    let start = fault.location?.range.start ?? .start
    return "\(start.line):\(start.column) \(fault.id)"
  }
}

@Suite("Reading CSV")
struct CSVReaderTests {
  private func read(
    _ text: String, dialect: CSVDialect = CSVDialect(), limits: CSVLimits = CSVLimits()
  ) -> (rows: [[String]]?, header: [String]?, faults: [String]) {
    let diagnostics = DiagnosticCollector()
    let document = CSVReader.read(
      Array(text.utf8), path: "t.csv", dialect: dialect, limits: limits, into: diagnostics)
    return (
      document?.records.map { $0.map(\.text) }, document?.header.map(\.text), places(diagnostics)
    )
  }

  @Test("cells, quotes, doubled quotes and quoted line breaks are read")
  func cells() {
    let result = read("a,b\n1,\"x, \"\"y\"\"\"\n\"line\none\",\"\"\n")
    #expect(result.header == ["a", "b"])
    #expect(result.rows == [["1", "x, \"y\""], ["line\none", ""]])
    #expect(result.faults.isEmpty)
  }

  @Test("a column has the contents of its cells, and one that is not there has none")
  func columns() throws {
    let text = "a,b\n1,\"x, \"\"y\"\"\"\n\"line\none\",\"\"\n"
    let document = try #require(
      CSVReader.read(Array(text.utf8), path: "t.csv", into: DiagnosticCollector()))
    #expect(document.texts(ofColumn: 0) == ["1", "line\none"])
    #expect(document.texts(ofColumn: 1) == ["x, \"y\"", ""])
    #expect(document.texts(ofColumn: 2).isEmpty)
    #expect(document.texts(ofColumn: -1).isEmpty)
  }

  @Test(
    "the byte order mark, CRLF and a missing last line break make no difference",
    arguments: ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "\u{FEFF}a,b\n1,2", "a,b\r\n1,2"])
  func lineEnds(text: String) {
    let result = read(text)
    #expect(result.header == ["a", "b"])
    #expect(result.rows == [["1", "2"]])
    #expect(result.faults.isEmpty)
  }

  @Test(
    "each fault is reported at its line and column",
    arguments: [
      ("a,b\n1\n2,3\n", "2:2 csv.ragged-row"),
      ("a,b\n1,2,3\n", "2:5 csv.ragged-row"),
      ("a,b\nä,2,\"3\"\n", "2:5 csv.ragged-row"),
      ("a,b\n1,\"2\n3,4\n", "2:3 csv.unterminated-quote"),
      ("a,b\n1,\"2\"x\n", "2:6 csv.text-after-quote"),
      ("a,b\n1,x\"2\"\n", "2:4 csv.quote"),
      ("a,\n1,2\n", "1:3 csv.blank-header"),
      ("a,b,a\n1,2,3\n", "1:5 csv.duplicate-header"),
      ("a,b\n\n1,2\n", "2:1 csv.blank-line"),
      ("a,b\n,\n1,2\n", "2:1 csv.blank-line"),
      ("a,b\r1,2\r", "1:4 csv.line-break"),
      ("", "1:1 csv.empty"),
      ("\na,b\n", "1:1 csv.blank-line"),
      ("a,b\n1,\"x\ny\",3\n", "3:4 csv.ragged-row"),
    ])
  func faults(text: String, expected: String) {
    #expect(read(text).faults.first == expected)
  }

  @Test("all faults of a file are reported, and the good rows are there")
  func allFaults() {
    let result = read("a,b\n1\n2,3\n4,5,6\n\n7,\"8\"9\n")
    #expect(
      result.faults == [
        "2:2 csv.ragged-row", "4:5 csv.ragged-row", "5:1 csv.blank-line",
        "6:6 csv.text-after-quote",
      ])
    #expect(result.rows == [["2", "3"]])
  }

  @Test("faults beyond the limit are counted")
  func manyFaults() {
    let diagnostics = DiagnosticCollector()
    let text = "a,b\n" + String(repeating: "1\n", count: 70)
    _ = CSVReader.read(Array(text.utf8), path: "t.csv", into: diagnostics)
    #expect(diagnostics.sorted.count == 51)
    let rest = diagnostics.sorted.first { $0.id == "csv.more-faults" }
    #expect(rest?.summary == "20 more faults in this file are not listed")
  }

  @Test("bytes that are no UTF-8 are named with their place")
  func encoding() {
    let diagnostics = DiagnosticCollector()
    let bytes = Array("a,b\nä,".utf8) + [0xC3, 0x28, 0x0A]
    #expect(CSVReader.read(bytes, path: "t.csv", into: diagnostics).map(\.header.count) == nil)
    #expect(places(diagnostics) == ["2:3 csv.encoding"])
    #expect(diagnostics.sorted.first?.found == "0xc3")
  }

  @Test(
    "ill-formed UTF-8 of every kind is refused",
    arguments: [
      [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF, 0xFE], [0xE2, 0x82],
    ] as [[UInt8]])
  func illFormed(bytes: [UInt8]) {
    let diagnostics = DiagnosticCollector()
    #expect(
      CSVReader.read(Array("a\n".utf8) + bytes, path: "t", into: diagnostics)
        .map(\.header.count) == nil)
    #expect(diagnostics.sorted.first?.id == "csv.encoding")
  }

  @Test("NUL is refused")
  func null() {
    #expect(read("a,b\n1,\u{0}\n").faults == ["2:3 csv.nul"])
  }

  @Test("limits on columns, cells and rows are kept")
  func limits() {
    let narrow = CSVLimits(columns: 2, cellBytes: 5, rows: 1)
    #expect(read("a,b,c\n", limits: narrow).faults == ["1:5 csv.columns"])
    #expect(read("a,b\n1,123456\n", limits: narrow).faults == ["2:3 csv.cell-length"])
    #expect(read("a,b\n1,\"1234567\"\n", limits: narrow).faults == ["2:3 csv.cell-length"])
    #expect(read("a,b\n1,2\n3,4\n", limits: narrow).faults == ["3:1 csv.rows"])
  }

  @Test("the dialect's delimiter, quote, comments and missing header are followed")
  func dialect() {
    let dialect = CSVDialect(
      delimiter: UInt8(ascii: "|"), quote: UInt8(ascii: "'"), header: false,
      comment: UInt8(ascii: "#"))
    let result = read("# note, 'x\n1|'a|b'\n2|c\n", dialect: dialect)
    #expect(result.rows == [["1", "a|b"], ["2", "c"]])
    #expect(result.header == [])
    let spaced = read("a, \"b\"\n1, \"2\"\n", dialect: CSVDialect(skipsInitialSpace: true))
    #expect(spaced.header == ["a", "b"])
    #expect(spaced.rows == [["1", "2"]])
  }

  @Test("a blank line is a row of a table with one column")
  func oneColumn() {
    let result = read("a\n1\n\n2\n")
    #expect(result.rows == [["1"], [""], ["2"]])
    #expect(result.faults.isEmpty)
  }

  @Test("a cell knows its range, quotes and line breaks included")
  func ranges() throws {
    let document = try #require(
      CSVReader.read(Array("a,b\nä,\"x\ny\"\n".utf8), path: "t", into: DiagnosticCollector()))
    let record = try #require(document.records.first)
    #expect(record.line == 2)
    #expect(record[record.startIndex + 1].range.start == SourcePosition(line: 2, column: 3))
    #expect(record[record.startIndex + 1].range.end == SourcePosition(line: 3, column: 3))
  }
}
