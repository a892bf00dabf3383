import Diagnostics
import Testing

@testable import Tables

/// A small generator with a fixed seed, so that every run sees the same inputs.
private struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite("Random input")
struct RandomInputTests {
  private func text(_ alphabet: String, _ random: inout FixedRandom) -> String {
    let letters = Array(alphabet)
    return String(
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      })
  }

  @Test("any bytes are a table or have faults")
  func csv() {
    var random = FixedRandom(seed: 1)
    let alphabet = Array("a,\"\r\n\0#;ä\u{FEFF}".utf8) + [0xC3, 0xFF]
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let faults = DiagnosticCollector()
      let document = CSVReader.read(bytes, path: "t", into: faults)
      guard let document else {
        #expect(faults.hasErrors)
        continue
      }
      for record in document.records {
        for cell in record { #expect(cell.range.start <= cell.range.end) }
        #expect(record.count == document.header.count)
      }
    }
  }

  @Test("what is written as CSV reads back the same")
  func roundTrip() throws {
    var random = FixedRandom(seed: 2)
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in
        (0..<2).map { _ in DataValue.text("x" + text("a,\"\r\n é😀", &random)) }
      }
      let table = DataTable(
        columns: [DataColumn("a", .string), DataColumn("b", .string)], rows: rows)
      let document = try #require(
        CSVReader.read(Array(CSVWriter.text(table).utf8), path: "t", into: DiagnosticCollector()))
      #expect(document.records.map { $0.map { DataValue.text($0.text) } } == rows)
    }
  }

  @Test("any format is one or is refused, and writes any number")
  func formats() {
    var random = FixedRandom(seed: 3)
    let numbers = [
      0, -0.0, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude, -1234.5, .infinity, .nan,
    ]
    for _ in 0..<3000 {
      let specifier = text("<>=^+-( $#0123456789,.~rspefgdxXobcn%é", &random)
      guard let format = try? NumberFormat(specifier) else { continue }
      for number in numbers { #expect(!format.format(number).isEmpty) }
    }
    for _ in 0..<3000 {
      guard let format = try? TimeFormat(text("%aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ-_0 ", &random))
      else {
        continue
      }
      _ = numbers.map(format.format)
      _ = format.parse(text("0123456789:+-ZAPM ", &random))
    }
  }

  @Test("any pattern is one or is refused, and ends on any text")
  func patterns() {
    var random = FixedRandom(seed: 4)
    for _ in 0..<5000 {
      guard let pattern = try? Pattern(text("ab.*+?()[]^$|\\{}12,-dp", &random)) else { continue }
      _ = pattern.matches(text("ab1", &random))
    }
  }

  @Test("rounding agrees with the exact expansion")
  func rounding() {
    var random = FixedRandom(seed: 5)
    for _ in 0..<5000 {
      let value = Double(bitPattern: random.next()).magnitude
      guard value.isFinite, value > 0 else { continue }
      let count = Int.random(in: 1...21, using: &random)
      let quick = DecimalDigits.significant(value, count: count)
      let exact = DecimalDigits.exact(value).rounded(to: count)
      #expect(quick.digits == exact.digits && quick.exponent == exact.exponent, "\(value)")
      #expect(
        Double(String(decoding: DecimalDigits.exact(value).scientific, as: UTF8.self)) == value)
    }
  }

  @Test("numbers of everyday size round as their exact expansion does")
  func everyday() {
    var random = FixedRandom(seed: 6)
    for _ in 0..<5000 {
      let value = Double(Int.random(in: 1...10_000_000, using: &random)) / 1000
      let count = Int.random(in: 1...10, using: &random)
      let quick = DecimalDigits.significant(value, count: count)
      let exact = DecimalDigits.exact(value).rounded(to: count)
      #expect(quick.digits == exact.digits && quick.exponent == exact.exponent, "\(value)")
    }
  }
}
