/// Finds the figures that an author typed in a text: digits, and number words above ten, except in dates
/// of the calendar, in names such as `NdPr-17`, and in the names of units (`thousand tonnes`).
enum TypedFigures {
  /// What stands in a text for something that was computed.
  static let computed: Character = "\u{FFFC}"

  /// One figure.
  struct Found: Equatable {
    /// The figure with some text around it.
    var text: String
    /// What it counts for; nil where it cannot be told.
    var value: Double?
  }

  /// The figures of a text, those in digits first.
  static func figures(in text: String) -> [Found] {
    let text = withoutDates(text)
    return digits(in: text) + words(in: text)
  }

  // MARK: Dates

  /// The text with each date of the calendar as `·`: years from 1700 to 2099 and ranges of them, decades,
  /// months and days with the month's name, and ISO dates. A year before a unit is an amount.
  private static func withoutDates(_ text: String) -> String {
    let month =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    let year = "(?:1[789]|20)[0-9]{2}"
    let notAmount =
      "(?![0-9])(?![.,%][0-9])(?!\\s?(?:%|per cent|percent|kt\\b|t\\b|tonnes|tons|kilograms|dollars))"
    let patterns = [
      "\\b\(year)-[0-9]{2}(?:-[0-9]{2})?\\b",
      "\\b[0-9]{1,2}(?:[–-][0-9]{1,2}| (?:and|to) [0-9]{1,2})? \(month)\\b",
      "\\b\(month) [0-9]{1,2}\\b(?!,[0-9])",
      "(?:^|[^0-9$€£.,])\(year)s?(?:[–/-][0-9]{2,4})?\(notAmount)",
    ]
    return patterns.reduce(text) { text, pattern in
      guard let regex = try? Regex(pattern) else { return text }
      return text.replacing(regex, with: "·")
    }
  }

  // MARK: Digits

  private static func digits(in text: String) -> [Found] {
    var found: [Found] = []
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      defer { index += 1 }
      guard characters[index].isNumber else { continue }
      let start = index
      while index + 1 < characters.count, goesOn(index + 1, of: characters) { index += 1 }
      if isName(before: start, of: characters) { continue }
      let written = String(characters[start...index])
      found.append(
        Found(
          text: around(start...index, of: characters),
          value: Double(written.replacing(",", with: ""))))
    }
    return found
  }

  private static func goesOn(_ index: Int, of characters: [Character]) -> Bool {
    if characters[index].isNumber { return true }
    guard characters[index] == "," || characters[index] == "." else { return false }
    return index + 1 < characters.count && characters[index + 1].isNumber
  }

  /// Whether the digit at `index` goes on with a name: `Nd2`, `F-35`.
  private static func isName(before index: Int, of characters: [Character]) -> Bool {
    guard index > 0 else { return false }
    if characters[index - 1].isLetter { return true }
    return index > 1 && characters[index - 1] == "-" && characters[index - 2].isUppercase
  }

  // MARK: Words

  private static func words(in text: String) -> [Found] {
    let characters = Array(text)
    var found: [Found] = []
    var sequence: [Range<Int>] = []
    func finish() {
      let words = sequence.map { String(characters[$0]).lowercased() }
      defer { sequence = [] }
      guard let first = sequence.first, let last = sequence.last else { return }
      let value = NumberWords.value(of: words)
      if value <= NumberWords.limit || isUnit(words, first.lowerBound, last.upperBound, characters)
      {
        return
      }
      found.append(
        Found(text: around(first.lowerBound...last.upperBound - 1, of: characters), value: value))
    }
    for range in wordRanges(of: characters) {
      let isNext =
        sequence.last.map {
          characters[$0.upperBound..<range.lowerBound].allSatisfy(\.isWhitespace)
        }
        ?? true
      if !isNext { finish() }
      if NumberWords.value(String(characters[range]).lowercased()) == nil {
        finish()
      } else {
        sequence.append(range)
      }
    }
    finish()
    return found
  }

  private static func wordRanges(of characters: [Character]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for index in 0...characters.count {
      let isPart =
        index < characters.count
        && (characters[index].isLetter || characters[index] == "-" && start != nil)
      if isPart {
        start = start ?? index
      } else if let first = start {
        ranges.append(first..<index)
        start = nil
      }
    }
    return ranges
  }

  /// Whether a power of ten belongs to the name of a unit: after a computed value, or before a unit where
  /// no number stands before it.
  private static func isUnit(
    _ words: [String], _ start: Int, _ end: Int, _ characters: [Character]
  ) -> Bool {
    guard words.count == 1, NumberWords.isPower(words[0]) else { return false }
    let before = String(characters[..<start]).trimmingSuffix(while: \.isWhitespace)
    if before.last == computed { return true }
    let follows = String(characters[end...]).trimmingPrefix(while: \.isWhitespace)
    guard
      ["tonnes", "dollars", "kilograms", "United States dollars"].contains(where: follows.hasPrefix)
    else { return false }
    let isFirst = before.last.map { !$0.isLetter } ?? true
    return isFirst || ["in", "per", "of"].contains { before.hasSuffix(" " + $0) || before == $0 }
  }

  private static func around(_ range: ClosedRange<Int>, of characters: [Character]) -> String {
    let start = max(0, range.lowerBound - 24)
    let end = min(characters.count, range.upperBound + 25)
    return String(characters[start..<end]).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }

  fileprivate func trimmingPrefix(while isTrimmed: (Character) -> Bool) -> String {
    String(drop(while: isTrimmed))
  }
}
