/// A font as texts name it.
struct Font: Hashable, Sendable {
  /// A CSS list of families.
  var family: String = "sans-serif"
  /// In pixels.
  var size: Double = 11
  /// CSS's word or number: `bold`, `600`; nil for normal.
  var weight: String?
  /// CSS's word: `italic`; nil for normal.
  var style: String?

  /// Whether the bold face is drawn: `bold`, `bolder`, 600 and more.
  var isBold: Bool {
    guard let weight else { return false }
    if weight == "bold" || weight == "bolder" { return true }
    return Int(weight).map { $0 >= 600 } ?? false
  }
}
