public import Diagnostics

/// A text in which `1️⃣`, `2️⃣` … mark places that a test speaks of.
///
///     let marked = MarkedText("a: 1\n1️⃣a: 2")
///     marked.text       // "a: 1\na: 2"
///     marked[1]         // line 2, column 1
public struct MarkedText: Sendable, ExpressibleByStringLiteral {
  /// The text without the marks.
  public let text: String
  /// The place of each mark in `text`.
  public let positions: [Int: SourcePosition]

  /// Takes the marks out of a text: a digit, U+FE0F and U+20E3.
  public init(_ marked: String) {
    var text = ""
    var positions: [Int: SourcePosition] = [:]
    for character in marked {
      if let number = Self.number(of: character) {
        let file = SourceFile(path: "", text: text)
        positions[number] = file.position(atByte: text.utf8.count)
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.positions = positions
  }

  /// Takes the marks out of a literal.
  public init(stringLiteral marked: String) {
    self.init(marked)
  }

  /// The place of a mark; nil where the text has none of that number.
  public subscript(number: Int) -> SourcePosition? { positions[number] }

  private static func number(of character: Character) -> Int? {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count == 3, scalars[1] == "\u{FE0F}", scalars[2] == "\u{20E3}" else { return nil }
    return scalars[0].properties.numericValue.map { Int($0) }
  }
}
