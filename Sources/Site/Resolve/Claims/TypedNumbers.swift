/// Numbers as they are typed in prose and in conditions.
enum TypedNumbers {
  /// A number with its text.
  struct Found: Equatable {
    var text: String
    var value: Double
  }

  /// The numbers of a text: digits with thousands commas and a decimal point, not part of a word.
  static func numbers(in text: String) -> [Found] {
    var found: [Found] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard scalars[index].isNamePart else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, isPart(index, of: scalars, from: start) { index += 1 }
      if let number = number(scalars[start..<index]) { found.append(number) }
    }
    return found
  }

  /// The numbers of the words that do not stand in a condition, as they are or as parts of a hundred.
  static func missing(from words: String, in condition: String) -> [String] {
    let typed = numbers(in: words)
    if typed.isEmpty { return [] }
    let known = numbers(in: condition).map(\.value)
    return typed.filter { number in
      !known.contains { same($0, number.value) || same($0 * 100, number.value) }
    }.map(\.text)
  }

  private static func same(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(abs(a), abs(b))
  }

  /// Whether a scalar goes on with what began at `start`: a word, or a number with its marks.
  private static func isPart(_ index: Int, of scalars: [Unicode.Scalar], from start: Int) -> Bool {
    if scalars[index].isNamePart { return true }
    guard index > start, scalars[start].properties.numericType == .decimal,
      scalars[index] == "," || scalars[index] == "."
    else { return false }
    return index + 1 < scalars.count && "0"..."9" ~= scalars[index + 1]
  }

  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Found? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    guard let first = scalars.first, "0"..."9" ~= first,
      let value = Double(String(text).replacing(",", with: ""))
    else { return nil }
    return Found(text: String(text), value: value)
  }
}
