/// Writes the paint of one element: attributes for literal colours, class names for the theme's.
struct SVGPaint {
  /// What is painted.
  enum Part { case fill, stroke }

  private static let blendModes: Set<String> = [
    "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn",
    "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color",
    "luminosity",
  ]

  private let colorMode: ColorMode
  private var classes: [String]

  /// Paint of an element that has a class name of its own.
  init(colorMode: ColorMode, className: String? = nil) {
    self.colorMode = colorMode
    classes = className.map { [$0] } ?? []
  }

  /// Writes the attribute of a paint, or remembers its class. `id` is that of the definition of a
  /// gradient or hatching. What is transparent is not written: it counts for extents alone.
  mutating func set(_ part: Part, _ paint: Paint, id: String?, in writer: inout SVGWriter) {
    if paint == .literal("transparent") { return }
    if let id {
      writer.attribute(part == .fill ? "fill" : "stroke", "url(#\(id))")
    } else if case .token(let token) = paint, colorMode == .classes {
      classes.append((part == .fill ? "fill-" : "stroke-") + token.rawValue)
    } else {
      writer.attribute(part == .fill ? "fill" : "stroke", paint.literalColor)
    }
  }

  /// Writes the class names, if there are any.
  func writeClasses(to writer: inout SVGWriter) {
    if !classes.isEmpty { writer.attribute("class", classes.joined(separator: " ")) }
  }

  /// Writes widths, dashes, opacities and the like, those that differ from SVG's defaults.
  func writeNumbers(of style: MarkStyle, to writer: inout SVGWriter) {
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
    if let value = style.opacity, value != 1 { writer.attribute("opacity", value) }
    if style.strokesFirst { writer.attribute("paint-order", "stroke") }
    // No presentation attribute exists for it, and pages forbid style attributes.
    if let blend = style.blend, Self.blendModes.contains(blend), colorMode == .literal {
      writer.attribute("style", "mix-blend-mode:" + blend)
    }
  }
}
