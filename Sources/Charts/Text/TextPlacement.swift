/// Which part of a text stands at its anchor.
enum TextAlign: String, Hashable, Sendable, CaseIterable {
  case left, center, right

  /// SVG's word.
  var anchor: String {
    switch self {
    case .left: "start"
    case .center: "middle"
    case .right: "end"
    }
  }
}

/// Which height of a text stands at its anchor.
enum TextBaseline: String, Hashable, Sendable, CaseIterable {
  case alphabetic, top, middle, bottom
  case lineTop = "line-top"
  case lineBottom = "line-bottom"

  /// How far the alphabetic baseline of the first line lies below the anchor, in whole pixels: Vega's
  /// parts of the font size, so that texts stand where the references have them in every renderer.
  func shift(fontSize: Double, lineHeight: Double) -> Double {
    switch self {
    case .alphabetic: 0
    case .top: roundHalfUp(0.79 * fontSize)
    case .middle: roundHalfUp(0.30 * fontSize)
    case .bottom: roundHalfUp(-0.21 * fontSize)
    case .lineTop: roundHalfUp(0.29 * fontSize + 0.5 * lineHeight)
    case .lineBottom: roundHalfUp(0.29 * fontSize - 0.5 * lineHeight)
    }
  }
}

/// The nearest whole number, halves upwards: JavaScript's rounding, which the references use.
func roundHalfUp(_ value: Double) -> Double { (value + 0.5).rounded(.down) }
