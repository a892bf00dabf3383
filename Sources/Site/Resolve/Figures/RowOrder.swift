import Foundation
import Tables

/// The order of rows by columns: numbers by size, texts as a title list has them, NULL last.
struct RowOrder {
  /// The columns, the most important first.
  let keys: [(column: Int, isDescending: Bool)]

  /// The places of the rows in order; rows that are equal stay as they come.
  func order(of view: ResultView) -> [Int] {
    let sortKeys = keys.map { key in (0..<view.count).map { SortKey(view.value($0, key.column)) } }
    return (0..<view.count).sorted { a, b in
      for (key, values) in zip(keys, sortKeys) {
        let (x, y) = (values[a], values[b])
        if x == y { continue }
        if x == .missing || y == .missing { return y == .missing }
        return key.isDescending ? y < x : x < y
      }
      return a < b
    }
  }
}

/// A value as it is sorted.
private enum SortKey: Equatable {
  case number(Double)
  /// Without marks and in lower case, then as written.
  case text(String, String)
  case missing

  init(_ value: DataValue) {
    switch value {
    case .null: self = .missing
    case .text(let text): self = .text(TitleKey.of(text), text)
    case .boolean, .integer, .number: self = .number(value.double ?? 0)
    }
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x < y
    case (.number, .text): true
    case (.text(let x, let u), .text(let y, let v)):
      x == y ? inByteOrder(u, v) : inByteOrder(x, y)
    default: false
    }
  }
}

/// Texts as title lists order them: capitals and accents do not count.
enum TitleKey {
  /// The text without marks, in lower case.
  static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var key = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      key.append(scalar)
    }
    return String(key)
  }
}
