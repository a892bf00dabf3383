extension ExpressionFunction {
  /// Colours by their channels, or from one space to another, as texts; luminance and contrast.
  static let colors: [ExpressionFunction] = [
    .init("rgb", 1...4) {
      color($0) { ChartColor(red: $0[0], green: $0[1], blue: $0[2], opacity: $1) }
    },
    .init("hsl", 1...4) { color($0, ColorSpace.fromHSL) },
    .init("lab", 1...4) { color($0, ColorSpace.fromLAB) },
    .init("hcl", 1...4) { color($0, ColorSpace.fromHCL) },
    .init("luminance", 1...1) { arguments in
      ChartColor(css: arguments[0].toText).map { .number($0.luminance) } ?? .number(.nan)
    },
    .init("contrast", 2...2) { arguments in
      guard let a = ChartColor(css: arguments[0].toText),
        let b = ChartColor(css: arguments[1].toText)
      else { return .number(.nan) }
      return .number(a.contrast(to: b))
    },
  ]

  /// A colour written out: of three or four channels, or of one text.
  private static func color(
    _ arguments: [ChartValue],
    _ build: ([Double], Double) -> ChartColor
  ) -> ChartValue {
    if arguments.count < 3 {
      return ChartColor(css: arguments[0].toText).map { .text($0.css) } ?? .null
    }
    let channels = arguments.map(\.toNumber)
    let opacity = channels.count > 3 ? channels[3] : 1
    return .text(build(Array(channels.prefix(3)), opacity).css)
  }
}
