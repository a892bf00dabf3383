public import Diagnostics

/// Reads CSV by RFC 4180, and refuses what it does not allow: nothing is padded, dropped or guessed.
public enum CSVReader {
  /// Takes a file apart. Every fault is an error with its line and column; rows with faults are not
  /// among the records. Nil where the bytes are no UTF-8 text, hold no row, or more than the limits.
  public static func read(
    _ bytes: [UInt8], path: String, dialect: CSVDialect = CSVDialect(),
    limits: CSVLimits = CSVLimits(), into diagnostics: DiagnosticCollector
  ) -> CSVDocument? {
    var faults = FaultLog(path: path, limit: limits.faults)
    defer { faults.report(into: diagnostics, id: "csv.more-faults") }
    guard bytes.count < UInt32.max else {
      faults.add("csv.too-large", at: .start, "a table of at most 4 GB can be read")
      return nil
    }
    let document: CSVDocument? = bytes.withUnsafeBufferPointer { buffer in
      guard isText(buffer, &faults) else { return nil }
      var scanner = CSVScanner(buffer, dialect: dialect, limits: limits)
      guard scanner.scan(&faults) else { return nil }
      let storage = CSVStorage(
        bytes: bytes, quote: dialect.quote, spans: scanner.spans, rowStarts: scanner.rowStarts)
      return CSVDocument(storage, hasHeader: dialect.header)
    }
    if let document { checkNames(document.header, path: path, &faults) }
    return document
  }

  /// Reports bytes that are no UTF-8, and NUL.
  private static func isText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ faults: inout FaultLog
  ) -> Bool {
    var index = 0
    while let fault = UTF8Check.firstFault(in: bytes, from: index), faults.count < 10 {
      let named = bytes[fault].map { "0x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      faults.add(
        "csv.encoding", at: SourceRange(BytePlaces.position(of: fault.lowerBound, in: bytes)),
        "a table is UTF-8 text", found: named.joined(separator: " "),
        remedy: "save the file as UTF-8")
      index = fault.upperBound
    }
    if let null = bytes.firstIndex(of: 0) {
      faults.add(
        "csv.nul", at: SourceRange(BytePlaces.position(of: null, in: bytes)),
        "a table holds no NUL character", remedy: "save the file as UTF-8 text")
    }
    return faults.count == 0
  }

  /// Every column has a name, and no two the same.
  private static func checkNames(_ header: [CSVCell], path: String, _ faults: inout FaultLog) {
    var seen: [String: CSVCell] = [:]
    for cell in header {
      let name = cell.text
      if name.allSatisfy(\.isWhitespace) {
        faults.add(
          "csv.blank-header", at: cell.range, "a column has no name",
          remedy: "name it in the first row, or take the column out")
      } else if let first = seen[name] {
        faults.add(
          "csv.duplicate-header", at: cell.range, "two columns have the same name", found: name,
          notes: [.init("the first is here", at: SourceLocation(path, first.range))])
      } else {
        seen[name] = cell
      }
    }
  }
}
