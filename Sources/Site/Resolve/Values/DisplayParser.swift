/// Reads how a value is shown: `[ format ] [ "in" unit ] [ "unit" | "name" ] [ "else" quoted text ]`.
///
/// A format may hold blanks (`%d %B %Y`): it goes on up to the first of the words.
struct DisplayParser {
  private let scalars: [Unicode.Scalar]
  private let start: Int

  init(_ scalars: [Unicode.Scalar], from start: Int) {
    self.scalars = scalars
    self.start = start
  }

  func read(into expression: inout ValueExpression) throws(ReferenceFault) {
    var words = words()
    if let format = words.first, scalars[format.lowerBound] == "\"" {
      expression.display.format = unquoted(format)
      expression.formatRange = format
      words.removeFirst()
    } else {
      let end = words.firstIndex { isKeyword($0) } ?? words.count
      if end > 0 {
        let format = words[0].lowerBound..<words[end - 1].upperBound
        expression.display.format = text(format)
        expression.formatRange = format
      }
      words.removeFirst(end)
    }
    var rest = words[...]
    if let word = rest.first, text(word) == "in" {
      guard rest.count > 1 else {
        throw ReferenceFault(summary: "`in` needs a unit", range: word, expected: "`in kt`")
      }
      rest.removeFirst()
      if let unit = rest.popFirst() {
        expression.display.unit = unquoted(unit)
        expression.unitRange = unit
      }
    }
    if let word = rest.first, text(word) == "unit" || text(word) == "name" {
      expression.display.unitForm = text(word) == "unit" ? .symbol : .name
      rest.removeFirst()
    }
    if let word = rest.first, text(word) == "else" {
      rest.removeFirst()
      guard let alternative = rest.popFirst(), scalars[alternative.lowerBound] == "\"" else {
        throw ReferenceFault(
          summary: "`else` needs a text in double quotes", range: word,
          expected: "`else \"not known\"`")
      }
      expression.display.alternative = unquoted(alternative)
    }
    if let word = rest.first {
      throw ReferenceFault(
        summary: "how a value is shown cannot be read", range: word,
        expected: "`format in unit unit else \"text\"`, each part or none, in this order")
    }
  }

  /// The words between blanks; a quoted text is one word.
  private func words() -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = start
    while index < scalars.count {
      if scalars[index].isBlank {
        index += 1
        continue
      }
      let first = index
      if scalars[first] == "\"" {
        index += 1
        while index < scalars.count, scalars[index] != "\"" || isDoubled(index) {
          index += scalars[index] == "\"" ? 2 : 1
        }
        index = min(index + 1, scalars.count)
      } else {
        while index < scalars.count, !scalars[index].isBlank { index += 1 }
      }
      words.append(first..<index)
    }
    return words
  }

  private func isDoubled(_ index: Int) -> Bool {
    index + 1 < scalars.count && scalars[index + 1] == "\""
  }

  private func isKeyword(_ word: Range<Int>) -> Bool {
    switch text(word) {
    case "in", "unit", "name", "else": true
    default: false
    }
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private func unquoted(_ range: Range<Int>) -> String {
    guard scalars[range.lowerBound] == "\"" else { return text(range) }
    let end = range.count > 1 && scalars[range.upperBound - 1] == "\"" ? 1 : 0
    return QuotedText.content(scalars[range.lowerBound + 1..<range.upperBound - end])
  }
}
