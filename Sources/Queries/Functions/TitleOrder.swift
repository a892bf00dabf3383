package import Foundation

/// The order of titles: case and accents do not count. `COLLATE title` in SQL.
package enum TitleOrder {
  /// The order of two titles; equal where they differ only in case and accents.
  package static func compare(_ a: String, _ b: String) -> ComparisonResult {
    let (x, y) = (key(a), key(b))
    if x == y { return .orderedSame }
    return x.lexicographicallyPrecedes(y) ? .orderedAscending : .orderedDescending
  }

  /// What a title is sorted by: its letters without marks, in lower case, as UTF-8.
  package static func key(_ title: String) -> [UInt8] {
    if title.utf8.allSatisfy({ $0 < 128 }) {
      return title.utf8.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    }
    let letters = title.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    return Array(String(String.UnicodeScalarView(letters)).lowercased().utf8)
  }
}
