import Diagnostics
import Tables
import Testing

/// The vectors of d3-time-format.
@Suite("d3-time-format vectors")
struct TimeVectorTests {
  private func result(_ function: String, _ arguments: [String]) throws -> String {
    func milliseconds(_ text: String) throws -> Double { try #require(CalendarTime.parse(text)) }
    switch function {
    case "utcFormat":
      return try TimeFormat(arguments[0]).format(try milliseconds(arguments[1]))
    case "utcParse":
      return try TimeFormat(arguments[0]).parse(arguments[1]).map(CalendarTime.isoText) ?? "null"
    case "isoFormat": return CalendarTime.isoText(try milliseconds(arguments[0]))
    default: return CalendarTime.parse(arguments[0]).map(CalendarTime.isoText) ?? "null"
    }
  }

  @Test("every vector gives the expected text or time")
  func vectors() throws {
    guard let bytes = Suites.bytes("d3-vectors/d3-time-format.csv") else { return }
    let table = try #require(
      CSVReader.read(bytes, path: "d3-time-format.csv", into: DiagnosticCollector()))
    for record in table.records {
      let cells = record.map(\.text)
      let list = cells[2].dropFirst(2).dropLast(2)
      let arguments = list.split(separator: "\",\"", omittingEmptySubsequences: false)
      #expect(try result(cells[1], arguments.map(String.init)) == cells[3], "\(cells)")
    }
    #expect(table.records.count == 163)
  }
}
