import Diagnostics
import Tables
import Testing

@testable import Site

/// The promise of `explain`: nothing outside its prediction changes, and everything inside whose rows
/// change as they are shown does.
///
/// Cells of the briefing's largest table are halved, one at a time, and the site is built again. A release
/// build takes 200 of them, a debug build, which is slow, every fortieth of the same.
@Suite struct MutationTests {
  private static let count = 200
  #if DEBUG
    private static let stride = 40
  #else
    private static let stride = 1
  #endif
  private static let table = "mine_production"
  private static let column = "tonnes_reo"

  @Test("halving a number changes nothing that explain does not predict, and all that it must")
  func halves() throws {
    let files = try #require(Briefing.files, "there is no folder Content/")
    let path = "data/\(Self.table).csv"
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    let before = try Snapshot(files)
    let cells = try Self.cells(of: text)
    var changed = 0
    var checked = 0
    for index in Swift.stride(from: 0, to: Self.count, by: Self.stride) {
      let cell = cells[index % cells.count]
      var mutated = files
      mutated[path] = Array(Self.halved(text, cell).utf8)
      let after = try Snapshot(mutated)
      checked += 1
      if Self.compare(before, after, cell) { changed += 1 }
    }
    #expect(changed * Self.count >= 80 * checked, "\(changed) of \(checked) changed something")
  }

  // MARK: Comparison

  /// A build, and what explain predicted for the column.
  private struct Snapshot {
    var site: ResolvedSite
    var outputs: [String: OutputContent]
    var errors: [Diagnostic]
    var prediction: Prediction

    init(_ files: [String: [UInt8]]) throws {
      let output = MemoryOutput()
      let report = try SiteBuild(Briefing.input(files)).run(into: output)
      site = report.site
      outputs = Dictionary(
        uniqueKeysWithValues: output.paths.compactMap { path in
          output.content(of: path).map { (path, $0) }
        })
      errors = report.diagnostics.filter { $0.severity == .error }
      prediction = PredictionBuilder(try SiteLineage(site, checks: []))
        .prediction(of: .column(table: MutationTests.table, column: MutationTests.column))
    }

    /// The rows of a figure as they are shown.
    func shown(_ figure: Figure) -> [[String]] {
      figure.data.flatMap { data -> [[String]] in
        let formatters = data.table.columns.map { try? ValueFormatter($0) }
        return data.table.rows.map { row in
          zip(formatters, row).map { formatter, value in
            (try? formatter?.format(value).text) ?? PlainText.of(value)
          }
        }
      }
    }
  }

  /// Compares two builds; whether anything that readers see has changed.
  private static func compare(_ before: Snapshot, _ after: Snapshot, _ cell: Range<Int>) -> Bool {
    let figures = Set(before.prediction.figures.map(\.id))
    let values = Set(before.prediction.values.map { $0.page + " " + $0.reference })
    var hasChanged = false
    for (old, new) in zip(before.site.pages, after.site.pages) {
      let output = old.plan.output
      if old.body != new.body {
        hasChanged = true
        #expect(before.prediction.pages.contains(output), "\(output) changed for \(cell)")
      }
      for (a, b) in zip(old.evidence, new.evidence) where a.shown != b.shown {
        #expect(values.contains(output + " " + a.reference), "\(a.reference) changed for \(cell)")
      }
      for (a, b) in zip(old.figures, new.figures) {
        let rowsDiffer = before.shown(a) != after.shown(b)
        if rowsDiffer || a.content != b.content {
          #expect(figures.contains(a.id), "\(a.id) changed for \(cell)")
        }
      }
    }
    return compareOutputs(before, after, cell) || hasChanged
  }

  /// Compares the files of two builds, where a claim that has become false does not keep them away.
  private static func compareOutputs(
    _ before: Snapshot, _ after: Snapshot, _ cell: Range<Int>
  ) -> Bool {
    guard after.errors.isEmpty else {
      let claims = Set(before.prediction.claims.map(\.location))
      for error in after.errors where error.id.hasPrefix("claim.") {
        #expect(error.location.map(claims.contains) == true, "\(error) was not predicted")
      }
      return true
    }
    for (path, old) in before.outputs where !isSame(old, after.outputs[path]) {
      #expect(before.prediction.contains(output: path), "\(path) changed for \(cell)")
    }
    for path in after.outputs.keys { #expect(before.outputs[path] != nil, "\(path) is new") }
    for page in before.site.pages {
      for figure in page.figures where figure.isPublished {
        guard let new = after.site.figure(figure.id), before.shown(figure) != after.shown(new)
        else { continue }
        let path = "figures/\(figure.id).html"
        #expect(
          !isSame(before.outputs[path], after.outputs[path]),
          "the rows of \(figure.id) changed, its page did not")
      }
    }
    return false
  }

  private static func isSame(_ a: OutputContent?, _ b: OutputContent?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.hasSameBytes(as: b)
  }

  // MARK: Cells

  /// The places of the column's numbers in the file, in bytes, in an order drawn from a fixed seed.
  private static func cells(of text: String) throws -> [Range<Int>] {
    let table = try #require(
      CSVReader.read(Array(text.utf8), path: "data", into: DiagnosticCollector()))
    let place = try #require(table.header.firstIndex { $0.text == column })
    var lineStarts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      lineStarts.append(offset + 1)
    }
    let bytes = Array(text.utf8)
    var cells = table.records.compactMap { record -> Range<Int>? in
      let cell = record[record.startIndex + place]
      guard let number = Double(cell.text), number >= 2 else { return nil }
      let line = lineStarts[cell.range.start.line - 1]
      let start = line + offset(ofColumn: cell.range.start.column, in: bytes[line...])
      return start..<start + cell.text.utf8.count
    }
    cells.sort { $0.lowerBound < $1.lowerBound }
    var generator = SplitMix(state: 20_261_122)
    cells.shuffle(using: &generator)
    return cells
  }

  /// The bytes before a column, which counts Unicode scalars from 1.
  private static func offset(ofColumn column: Int, in line: ArraySlice<UInt8>) -> Int {
    var scalars = 0
    for (offset, byte) in line.enumerated() where byte & 0xC0 != 0x80 {
      scalars += 1
      if scalars == column { return offset }
    }
    return line.count
  }

  private static func halved(_ text: String, _ cell: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    let number = Double(String(decoding: bytes[cell], as: UTF8.self)) ?? 0
    let half = Array(String(Int(number / 2)).utf8)
    return String(
      decoding: bytes[..<cell.lowerBound] + half + bytes[cell.upperBound...], as: UTF8.self)
  }
}

/// Vigna's SplitMix64: the same numbers on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
