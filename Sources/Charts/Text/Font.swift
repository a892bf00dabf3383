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
    if let number = Int(weight) { return number >= 600 }
    return weight == "bold" || weight == "bolder"
  }
}
