import Diagnostics
import Foundation
import Tables
import Testing

/// The public CSV cases: csv-spectrum and csv-test-data.
@Suite("CSV suite")
struct CSVSuiteTests {
  @Test("every case is read or refused as expected")
  func cases() throws {
    guard let cases = try Suites.list("csv/csv.json") else { return }
    for one in cases {
      let name = try #require(one["id"] as? String)
      let base64 = try #require(one["base64"] as? String)
      let hasHeader = try #require(one["header"] as? Bool)
      let faults = DiagnosticCollector()
      let document = CSVReader.read(
        [UInt8](try #require(Data(base64Encoded: base64))), path: name,
        dialect: CSVDialect(header: hasHeader), into: faults)
      #expect(faults.hasErrors == (one["valid"] as? Bool == false), "\(name): \(faults.sorted)")
      // The file was checked out with line feeds where the expected text has CRLF.
      guard !faults.hasErrors, name != "spectrum/newlines_crlf" else { continue }
      let rows = try #require(document).records.map { $0.map(\.text) }
      if hasHeader {
        let names = try #require(document).header.map(\.text)
        let objects = rows.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
        #expect(objects == (one["expected"] as? [[String: String]]), "\(name)")
      } else {
        #expect(rows == (one["expected"] as? [[String]]), "\(name)")
      }
    }
    #expect(cases.count == 22)
  }
}
