/// How wide texts are, from tables of advance widths; no font is opened, so every machine agrees.
struct TextMetrics: Hashable, Sendable {
  /// Which widths are taken.
  enum Coverage: Hashable, Sendable {
    /// Arial, Helvetica and Liberation Sans, which share their widths: what the references are
    /// measured with.
    case arial
    /// The widest of the families that a reader's machine may put in, DejaVu Sans included: what is
    /// reserved on pages.
    case widestFallback
  }

  /// Which widths are taken.
  var coverage: Coverage = .arial

  /// The width of one line in pixels.
  func width(_ text: String, font: Font) -> Double {
    let face = FontFace.arial(bold: font.isBold)
    var units = face.width(of: text)
    if coverage == .widestFallback {
      units = max(units, FontFace.dejaVu(bold: font.isBold).width(of: text))
    }
    return Double(units) * font.size / Double(FontFace.unitsPerEm)
  }

  /// The width of the widest of several lines in pixels.
  func width(_ lines: [String], font: Font) -> Double {
    lines.reduce(0) { max($0, width($1, font: font)) }
  }

  /// The extent of a text node, turned as it stands; Vega's rule: the font size high, four fifths of
  /// it above the baseline.
  func bounds(_ node: TextNode) -> Bounds {
    let width = width(node.lines, font: node.font)
    let left =
      switch node.align {
      case .left: 0.0
      case .center: -width / 2
      case .right: -width
      }
    let top = node.baselineShift - roundHalfUp(0.8 * node.font.size)
    let height = node.font.size + node.extraHeight
    let box = Bounds(
      x: node.position.x + node.offset.x + left, y: node.position.y + node.offset.y + top,
      width: width, height: height)
    return box.rotated(degrees: node.angle, about: node.position)
  }
}
