/// ISO 8601 durations.
enum DurationText {
  /// The length in seconds, with years of 365.2425 days and months of a twelfth; nil for other texts.
  static func seconds(_ text: String) -> Double? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == "P" else { return nil }
    let year = 365.2425 * 86_400
    var units: [(Character, Double)] = [
      ("Y", year), ("M", year / 12), ("W", 604_800), ("D", 86_400),
    ]
    var total = 0.0
    var count = 0
    var isTime = false
    while let next = rest.first {
      if next == "T" {
        guard !isTime, rest.count > 1 else { return nil }
        isTime = true
        units = [("H", 3600), ("M", 60), ("S", 1)]
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest[digits.endIndex...]
      guard let amount = Double(digits), let unit = rest.popFirst(),
        let index = units.firstIndex(where: { $0.0 == unit }),
        !digits.contains(".") || unit == "S"
      else { return nil }
      total += amount * units[index].1
      units.removeFirst(index + 1)
      count += 1
    }
    return count > 0 ? (isNegative ? -total : total) : nil
  }
}
