import Diagnostics
import Foundation
import Tables
import Testing

/// The vectors of d3-format that name the default locale or define their own.
@Suite("d3-format vectors")
struct NumberVectorTests {
  private struct Argument {
    var text: String
    var isText: Bool
  }

  /// The result of a vector as text; nil where the specifier is refused.
  private func result(_ function: String, _ arguments: [Argument], _ locale: NumberLocale)
    -> String?
  {
    func number(_ index: Int) -> Double { Double(arguments[index].text) ?? .nan }
    func text(_ value: Int?) -> String { value.map(String.init) ?? "NaN" }
    switch function {
    case "format", "formatSpecifier":
      guard let format = try? NumberFormat(arguments[0].text, locale: locale) else {
        return nil
      }
      if arguments.count < 2 { return "" }
      if arguments[1].isText { return format.format(text: arguments[1].text) }
      return format.format(number(1))
    case "formatPrefix":
      let format = try? NumberFormat(
        arguments[0].text, prefixFor: number(1), locale: locale)
      return format?.format(number(2))
    case "precisionFixed": return text(NumberPrecision.fixed(step: number(0)))
    case "precisionPrefix":
      return text(NumberPrecision.prefix(step: number(0), value: number(1)))
    default: return text(NumberPrecision.round(step: number(0), max: number(1)))
    }
  }

  /// The arguments of a vector as texts: JSON strings without escapes, and JavaScript's numbers.
  private func arguments(_ json: String) -> [Argument] {
    var arguments: [Argument] = []
    var rest = json.dropFirst().dropLast()
    while !rest.isEmpty {
      let isText = rest.hasPrefix("\"")
      if isText { rest.removeFirst() }
      let end = rest.firstIndex(of: isText ? "\"" : ",") ?? rest.endIndex
      arguments.append(Argument(text: String(rest[..<end]), isText: isText))
      rest = rest[end...].dropFirst(isText ? 2 : 1)
    }
    return arguments
  }

  private func locale(_ definition: String) throws -> NumberLocale? {
    if definition.isEmpty { return .enUS }
    guard definition.hasPrefix("{") else { return nil }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(definition.utf8)) as? [String: Any])
    let currency = json["currency"] as? [String] ?? ["", ""]
    return NumberLocale(
      decimal: json["decimal"] as? String ?? ".", thousands: json["thousands"] as? String ?? "",
      grouping: json["grouping"] as? [Int] ?? [], currency: (currency[0], currency[1]),
      percent: json["percent"] as? String ?? "%", minus: json["minus"] as? String ?? "\u{2212}",
      nan: json["nan"] as? String ?? "NaN")
  }

  @Test("every vector gives the expected text")
  func vectors() throws {
    guard let bytes = Suites.bytes("d3-vectors/d3-format.csv") else { return }
    let faults = DiagnosticCollector()
    let table = try #require(CSVReader.read(bytes, path: "d3-format.csv", into: faults))
    #expect(faults.sorted.isEmpty)
    var checked = 0
    for record in table.records {
      let cells = record.map(\.text)
      guard let locale = try locale(cells[3]) else { continue }
      let expected = cells[5] == "error" ? nil : cells[4]
      #expect(result(cells[1], arguments(cells[2]), locale) == expected, "\(cells)")
      checked += 1
    }
    #expect(checked == 478)
  }
}
