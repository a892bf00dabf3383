/// Numbers written as English words.
enum NumberWords {
  /// The greatest number that may be written as a word without being a figure.
  static let limit = 10.0

  /// What a word counts for; ordinals and plurals count as what they are made of. Words of fractions
  /// (`half`, `third`, `tenths`) are made of small numbers and are none of these.
  static func value(_ word: String) -> Double? {
    let parts = word.split(separator: "-").map { plain(String($0)) }
    switch parts.count {
    case 1: return plain(parts[0]).flatMap { units[$0] ?? tens[$0] ?? powers[$0] }
    case 2:
      guard let ten = parts[0].flatMap({ tens[$0] }), let one = parts[1].flatMap({ units[$0] })
      else { return nil }
      return ten + one
    default: return nil
    }
  }

  /// Whether a word multiplies what stands before it.
  static func isPower(_ word: String) -> Bool { plain(word).map { powers[$0] != nil } ?? false }

  /// What words that follow each other count for: `two hundred thousand` is 200,000.
  static func value(of words: [String]) -> Double {
    var total = 0.0
    var part = 0.0
    for word in words {
      guard let number = value(word) else { continue }
      if !isPower(word) {
        part += number
      } else if number >= 1000 {
        total += max(part, 1) * number
        part = 0
      } else {
        part = max(part, 1) * number
      }
    }
    return total + part
  }

  private static func plain(_ word: String?) -> String? {
    guard let word else { return nil }
    if units[word] != nil || tens[word] != nil || powers[word] != nil { return word }
    if let ordinal = ordinals[word] { return ordinal }
    for ending in ["th", "ths", "s"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if let unit = units[stem] { return unit > limit || ending == "s" ? stem : nil }
      if powers[stem] != nil { return stem }
    }
    guard word.hasSuffix("ieth") || word.hasSuffix("ies") else { return nil }
    let stem = word.dropLast(word.hasSuffix("ies") ? 3 : 4) + "y"
    return tens[String(stem)] == nil ? nil : String(stem)
  }

  private static let units: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let powers: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]
  private static let ordinals = ["twelfth": "twelve", "twelfths": "twelve"]
}
