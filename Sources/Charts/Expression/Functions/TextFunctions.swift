extension ExpressionFunction {
  /// The longest text that a function makes.
  private static let lengthLimit = 100_000

  /// Functions on texts. Places count UTF-16 units, as in JavaScript.
  static let texts: [ExpressionFunction] = [
    .init("parseFloat", 1...1) { .number(leadingNumber($0[0].toText)) },
    .init("parseInt", 1...2) { .number(leadingInteger($0[0].toText, radix: $0.argument(1))) },
    .init("upper", 1...1) { .text($0[0].toText.uppercased()) },
    .init("lower", 1...1) { .text($0[0].toText.lowercased()) },
    .init("trim", 1...1) { .text(String(JavaScriptNumber.trim($0[0].toText))) },
    .init("split", 2...3) { split($0[0].toText, $0[1].toText, limit: $0.argument(2)) },
    .init("substring", 2...3) { arguments in
      let units = Array(arguments[0].toText.utf16)
      let start = bounded(arguments[1], units.count, default: 0)
      let end = bounded(arguments.argument(2), units.count, default: units.count)
      return .text(String(decoding: units[min(start, end)..<max(start, end)], as: UTF16.self))
    },
    .init("replace", 3...3) { replace($0[0].toText, $0[1], $0[2].toText) },
    .init("pad", 2...4) { pad($0[0].toText, $0[1].toNumber, $0.argument(2), $0.argument(3)) },
    .init("truncate", 2...4) {
      truncate($0[0].toText, $0[1].toNumber, $0.argument(2), $0.argument(3))
    },
    .init("regexp", 1...2) {
      RegularExpression.value($0[0].toText, flags: $0.count > 1 ? $0[1].toText : "")
    },
    .init("test", 1...2) { arguments in
      guard let pattern = RegularExpression(arguments[0]) else { return false }
      return .boolean(pattern.firstMatch(in: arguments.argument(1).toText) != nil)
    },
  ]

  /// `parseFloat`: the number at the beginning of a text.
  private static func leadingNumber(_ text: String) -> Double {
    let trimmed = JavaScriptNumber.trim(text)
    for word in ["Infinity", "+Infinity", "-Infinity"] where trimmed.hasPrefix(word) {
      return JavaScriptNumber.number(word)
    }
    var end = trimmed.startIndex
    var best: Substring?
    for _ in 0..<400 where end < trimmed.endIndex {
      end = trimmed.unicodeScalars.index(after: end)
      let head = trimmed[..<end]
      if JavaScriptNumber.isDecimal(head) {
        best = head
      } else if !"+-.0123456789eE".unicodeScalars.contains(
        trimmed.unicodeScalars[trimmed.unicodeScalars.index(before: end)])
      {
        break
      }
    }
    return best.flatMap { Double($0) } ?? .nan
  }

  private static func leadingInteger(_ text: String, radix: ChartValue) -> Double {
    var rest = JavaScriptNumber.trim(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    var base = Int(exactly: radix.toNumber.rounded(.towardZero)) ?? 0
    if base == 0 || base == 16, rest.hasPrefix("0x") || rest.hasPrefix("0X") {
      rest = rest.dropFirst(2)
      base = 16
    }
    if base == 0 { base = 10 }
    guard (2...36).contains(base) else { return .nan }
    var value = 0.0
    var count = 0
    for character in rest {
      guard let digit = Int(String(character), radix: base) else { break }
      value = value * Double(base) + Double(digit)
      count += 1
    }
    return count == 0 ? .nan : isNegative ? -value : value
  }

  private static func split(_ text: String, _ separator: String, limit: ChartValue) -> ChartValue {
    let units = Array(text.utf16)
    let mark = Array(separator.utf16)
    var parts: [ChartValue] = []
    func add(_ slice: ArraySlice<UInt16>) {
      parts.append(.text(String(decoding: slice, as: UTF16.self)))
    }
    if mark.isEmpty {
      for index in units.indices { add(units[index...index]) }
    } else {
      var start = 0
      var place = 0
      while place + mark.count <= units.count {
        if units[place] == mark[0], units[place..<place + mark.count].elementsEqual(mark) {
          add(units[start..<place])
          place += mark.count
          start = place
        } else {
          place += 1
        }
      }
      add(units[start...])
    }
    let limit = limit.toNumber
    return .list(limit.isNaN ? parts : Array(parts.prefix(Int(max(0, min(limit, 1e9))))))
  }

  /// The first occurrence, or all that a regular expression with the flag `g` finds.
  private static func replace(_ text: String, _ pattern: ChartValue, _ replacement: String)
    -> ChartValue
  {
    let expression =
      pattern.text == nil
      ? RegularExpression(pattern) : RegularExpression(literal: pattern.toText)
    guard let result = expression?.replacing(in: text, with: replacement) else {
      return .text(text)
    }
    return .text(String(result.prefix(lengthLimit)))
  }

  /// vega-util's `pad`: with `left`, `right` (default) or `center`.
  private static func pad(
    _ text: String, _ length: Double, _ character: ChartValue, _ align: ChartValue
  ) -> ChartValue {
    let missing = min(length, Double(lengthLimit)) - Double(text.utf16.count)
    guard missing >= 1 else { return .text(text) }
    let count = Int(missing)
    let fill = character.isMissing ? " " : character.toText
    func filler(_ count: Int) -> String {
      String(repeating: fill, count: min(count, lengthLimit / max(1, fill.utf16.count)))
    }
    switch align.text {
    case "left": return .text(filler(count) + text)
    case "center":
      return .text(filler(count / 2) + text + filler((count + 1) / 2))
    default: return .text(text + filler(count))
    }
  }

  /// vega-util's `truncate`: with `left`, `right` (default) or `center`, and an ellipsis.
  private static func truncate(
    _ text: String, _ length: Double, _ align: ChartValue, _ ellipsis: ChartValue
  ) -> ChartValue {
    let units = Array(text.utf16)
    guard length.isFinite, Double(units.count) > length else { return .text(text) }
    let mark = ellipsis.isMissing ? "\u{2026}" : ellipsis.toText
    let room = max(0, Int(length) - mark.utf16.count)
    func head(_ count: Int) -> String { String(decoding: units.prefix(count), as: UTF16.self) }
    func tail(_ count: Int) -> String { String(decoding: units.suffix(count), as: UTF16.self) }
    switch align.text {
    case "left": return .text(mark + tail(room))
    case "center": return .text(head((room + 1) / 2) + mark + tail(room / 2))
    default: return .text(head(room) + mark)
    }
  }

  private static func bounded(_ value: ChartValue, _ count: Int, default fallback: Int) -> Int {
    if value == .undefined { return fallback }
    let number = value.toNumber
    return number.isNaN ? 0 : Int(max(0, min(number, Double(count))))
  }
}
