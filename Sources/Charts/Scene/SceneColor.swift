/// One colour, literal or of the theme: what gradients and hatchings are made of.
enum SceneColor: Hashable, Sendable {
  /// A colour in CSS's words.
  case literal(String)
  /// A colour of the theme.
  case token(ColorToken)

  /// The colour that a CSS text means.
  init(css text: String) {
    self = ColorToken(css: text).map(SceneColor.token) ?? .literal(text)
  }

  /// The literal colour in the light scheme.
  var literalColor: String {
    switch self {
    case .literal(let color): color
    case .token(let token): token.lightValue
    }
  }

  /// A paint of this colour alone.
  var paint: Paint {
    switch self {
    case .literal(let color): .literal(color)
    case .token(let token): .token(token)
    }
  }
}
