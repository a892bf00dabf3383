import Documents

/// Reads fonts, colours and lines of guides from properties.
struct GuideStyle {
  let config: Config

  /// The text of a part of a guide: `label` or `title`, over a named style of the configuration.
  func text(_ properties: Properties, _ part: String, style: String, limit: Double) -> GuideText {
    let base = config.style(style)
    func node(_ name: String, _ styled: String) -> DocumentNode? {
      properties[part + name] ?? base[styled]
    }
    let size = node("FontSize", "fontSize")?.number ?? 10
    let family = node("Font", "font")?.string ?? config.node["font"]?.string ?? "sans-serif"
    let color = (node("Color", "fill") ?? base["color"])?.string ?? "#000"
    return GuideText(
      color: Paint(css: color),
      font: Font(
        family: family, size: size, weight: TextMark.weight(node("FontWeight", "fontWeight")),
        style: node("FontStyle", "fontStyle")?.string),
      opacity: properties.number(part + "Opacity"),
      limit: properties.number(part + "Limit") ?? limit,
      lineHeight: properties.number(part + "LineHeight"))
  }

  /// The line of a part of an axis: `domain`, `tick` or `grid`.
  func line(_ properties: Properties, _ part: String) -> GuideLine {
    GuideLine(
      color: properties.isNull(part + "Color")
        ? nil : Paint(css: properties.string(part + "Color") ?? "#888"),
      width: properties.number(part + "Width") ?? 1,
      dash: properties.numbers(part + "Dash") ?? [],
      dashOffset: properties.number(part + "DashOffset"),
      cap: properties.string(part + "Cap").flatMap(LineCap.init(rawValue:)),
      opacity: properties.number(part + "Opacity"))
  }
}
