/// Writes the paint of one element: attributes for literal colours, class names for the theme's.
struct SVGPaint {
  private static let blendModes: Set<String> = [
    "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn",
    "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color",
    "luminosity",
  ]

  /// How the colours of the theme are written.
  let colorMode: ColorMode

  /// Writes a style behind the element's own class names. The ids are those of the definitions of
  /// gradients and hatchings. What is transparent is not written: it counts for extents alone.
  func write(
    _ style: MarkStyle, className: String? = nil, fillID: String? = nil, strokeID: String? = nil,
    to writer: inout SVGWriter
  ) {
    var classes = className.map { [$0] } ?? []
    if let token = named(style.fill) { classes.append("fill-" + token) }
    if let token = named(style.stroke) { classes.append("stroke-" + token) }
    if style.strokesFirst, colorMode == .classes { classes.append("halo") }
    if !classes.isEmpty { writer.attribute("class", classes.joined(separator: " ")) }
    if let value = value(style.fill, fillID) { writer.attribute("fill", value) }
    if let value = value(style.stroke, strokeID) { writer.attribute("stroke", value) }
    writeNumbers(of: style, to: &writer)
  }

  /// The token whose class name stands for a paint.
  private func named(_ paint: Paint?) -> String? {
    guard colorMode == .classes, case .token(let token) = paint else { return nil }
    return token.rawValue
  }

  /// The value of a paint's attribute; nil if none is needed.
  private func value(_ paint: Paint?, _ id: String?) -> String? {
    guard let paint, paint != .literal("transparent"), named(paint) == nil else { return nil }
    return id.map { "url(#\($0))" } ?? paint.literalColor
  }

  /// Writes widths, dashes, opacities and the like, those that differ from SVG's defaults.
  private func writeNumbers(of style: MarkStyle, to writer: inout SVGWriter) {
    if let value = style.fillOpacity, value != 1 { writer.attribute("fill-opacity", value) }
    if style.stroke != nil {
      if let value = style.strokeOpacity, value != 1 { writer.attribute("stroke-opacity", value) }
      if let value = style.strokeWidth, value != 1 { writer.attribute("stroke-width", value) }
      if !style.strokeDash.isEmpty {
        writer.attribute("stroke-dasharray") { out in
          for (index, length) in style.strokeDash.enumerated() {
            if index > 0 { out.word(",") }
            out.number(length)
          }
        }
      }
      if let value = style.strokeDashOffset, value != 0 {
        writer.attribute("stroke-dashoffset", value)
      }
      if let cap = style.strokeCap, cap != .butt {
        writer.attribute("stroke-linecap", cap.rawValue)
      }
      if let join = style.strokeJoin, join != .miter {
        writer.attribute("stroke-linejoin", join.rawValue)
      }
      if let limit = style.strokeMiterLimit, limit != 10 {
        writer.attribute("stroke-miterlimit", limit)
      }
    }
    writeOwn(style, strokesFirst: style.strokesFirst, to: &writer)
  }

  /// Writes what no group can have for all of its marks: the opacity of the whole mark and its blending.
  func writeOwn(_ style: MarkStyle, strokesFirst: Bool = false, to writer: inout SVGWriter) {
    if let value = style.opacity, value != 1 { writer.attribute("opacity", value) }
    // SVG 1.1 has no presentation attributes for these, and pages forbid style attributes: there the
    // stylesheet's class `halo` paints strokes first.
    guard colorMode == .literal else { return }
    var rules = strokesFirst ? ["paint-order:stroke"] : []
    if let blend = style.blend, Self.blendModes.contains(blend) {
      rules.append("mix-blend-mode:" + blend)
    }
    if !rules.isEmpty { writer.attribute("style", rules.joined(separator: ";")) }
  }
}
