/// What a shape is filled or stroked with.
enum Paint: Hashable, Sendable {
  /// A colour in CSS's words: `#4c78a8`, `rgb(1, 2, 3)`, `steelblue`, `transparent`.
  case literal(String)
  /// A colour of the theme.
  case token(ColorToken)
  /// A gradient over the shape's box.
  indirect case gradient(Gradient)
  /// Hatching, which marks estimates.
  indirect case hatch(Hatch)

  /// A paint of one literal colour.
  static func color(literal: String) -> Paint { .literal(literal) }

  /// The paint that a colour of a specification means: `var(--s1)` a token, `none` and the empty
  /// text no paint, anything else a literal colour.
  init?(css text: String) {
    if text.isEmpty || text == "none" { return nil }
    self = ColorToken(css: text).map(Paint.token) ?? .literal(text)
  }

  /// The literal colour in the light scheme; a gradient's first stop, a hatching's line colour.
  var literalColor: String {
    switch self {
    case .literal(let color): color
    case .token(let token): token.lightValue
    case .gradient(let gradient): gradient.stops.first?.color.literalColor ?? "none"
    case .hatch(let hatch): hatch.color.literalColor
    }
  }
}
