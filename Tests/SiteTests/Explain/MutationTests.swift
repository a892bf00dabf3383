import Diagnostics
import Tables
import Testing

@testable import Site

/// The promise of `explain`: nothing outside its prediction changes, and everything inside whose rows
/// change as they are shown does.
///
/// Cells of the briefing's largest table are lowered by half, one at a time, in an order drawn from a fixed seed;
/// once all have been, they are raised by half. The site is built again in memory. Pages, values and figures are compared each time; the files of the site each time in a release build, in a debug
/// build, which is slow, every tenth time.
@Suite struct MutationTests {
  private static let count = 200
  /// How many of the cells must change something that readers see.
  private static let least = 80
  #if DEBUG
    private static let filesEvery = 10
  #else
    private static let filesEvery = 1
  #endif
  private static let table = "mine_production"
  private static let column = "tonnes_reo"

  @Test("another number changes nothing that explain does not predict, and all that it must")
  func halves() throws {
    let files = try #require(Briefing.files, "there is no folder Content/")
    let path = "data/\(Self.table).csv"
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    let drawings = DrawingMemory()
    let before = try Snapshot(files, drawings, withFiles: true)
    #expect(before.errors.isEmpty, "\(before.errors)")
    let comparison = SnapshotComparison(
      before: before,
      prediction: PredictionBuilder(try SiteLineage(before.site, checks: []))
        .prediction(of: .column(table: Self.table, column: Self.column)))
    let changes = try Self.changes(of: text)
    #expect(changes.count == Self.count)
    var changed = 0
    for (number, change) in changes.enumerated() {
      var mutated = files
      mutated[path] = change.applied(to: text)
      let after = try Snapshot(
        mutated, after: before, drawings, withFiles: number.isMultiple(of: Self.filesEvery))
      if comparison.findsChange(in: after, of: "\(change)") { changed += 1 }
    }
    print(
      "\(changed) of \(changes.count) mutations of \(Self.table) changed something that readers see"
    )
    #expect(changed >= Self.least, "\(changed) of \(changes.count) changed something")
  }

  // MARK: Cells

  /// Another number in a cell.
  private struct Change: CustomStringConvertible {
    /// The place of the cell, in bytes.
    var cell: Range<Int>
    /// The number by the old one.
    var factor: Double

    var description: String { "byte \(cell.lowerBound) times \(factor)" }

    func applied(to text: String) -> [UInt8] {
      let bytes = Array(text.utf8)
      let number = Double(String(decoding: bytes[cell], as: UTF8.self)) ?? 0
      let other = Array(String(Int(number * factor)).utf8)
      return bytes[..<cell.lowerBound] + other + bytes[cell.upperBound...]
    }
  }

  /// The changes to be made.
  private static func changes(of text: String) throws -> [Change] {
    let cells = try cells(of: text)
    let changes = [0.5, 1.5].flatMap { factor in cells.map { Change(cell: $0, factor: factor) } }
    return Array(changes.prefix(count))
  }

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
