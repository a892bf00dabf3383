/// The gradients, hatchings and clips of one picture, each defined once under an id that begins with
/// the caller's prefix.
struct SVGDefinitions {
  private let prefix: String
  private let colorMode: ColorMode
  private var paints: [Paint] = []
  private var paintIndex: [Paint: Int] = [:]
  private var clips: [GroupNode.Clip] = []
  private var clipIndex: [GroupNode.Clip: Int] = [:]

  /// No definitions yet.
  init(prefix: String, colorMode: ColorMode) {
    self.prefix = prefix
    self.colorMode = colorMode
  }

  /// The id of a gradient or hatching; nil for plain colours, which need none.
  mutating func id(paint: Paint) -> String? {
    switch paint {
    case .literal, .token: return nil
    case .gradient, .hatch: break
    }
    let index = paintIndex[paint] ?? paints.count
    if index == paints.count {
      paints.append(paint)
      paintIndex[paint] = index
    }
    return "\(prefix)-p\(index)"
  }

  /// The id of a clip.
  mutating func id(clip: GroupNode.Clip) -> String {
    let index = clipIndex[clip] ?? clips.count
    if index == clips.count {
      clips.append(clip)
      clipIndex[clip] = index
    }
    return "\(prefix)-c\(index)"
  }

  /// Writes the definitions in the order in which they were first asked for.
  func write(to writer: inout SVGWriter) {
    guard !paints.isEmpty || !clips.isEmpty else { return }
    writer.open("defs")
    for (index, paint) in paints.enumerated() {
      let id = "\(prefix)-p\(index)"
      switch paint {
      case .gradient(let gradient): write(gradient, id, to: &writer)
      case .hatch(let hatch): write(hatch, id, to: &writer)
      case .literal, .token: continue
      }
    }
    for (index, clip) in clips.enumerated() {
      writer.open("clipPath")
      writer.attribute("id", "\(prefix)-c\(index)")
      switch clip {
      case .rect(let box):
        writer.open("rect")
        writer.attribute("x", box.x1)
        writer.attribute("y", box.y1)
        writer.attribute("width", box.width)
        writer.attribute("height", box.height)
        writer.close("rect")
      case .path(let path):
        writer.open("path")
        writer.attribute("d") { SVGPathData.write(path, to: &$0) }
        writer.close("path")
      }
      writer.close("clipPath")
    }
    writer.close("defs")
  }

  private func write(_ gradient: Gradient, _ id: String, to writer: inout SVGWriter) {
    switch gradient.form {
    case .linear(let from, let to):
      writer.open("linearGradient")
      writer.attribute("id", id)
      writer.attribute("x1", from.x)
      writer.attribute("y1", from.y)
      writer.attribute("x2", to.x)
      writer.attribute("y2", to.y)
      write(gradient.stops, to: &writer)
      writer.close("linearGradient")
    case .radial(let inner, let innerRadius, let outer, let outerRadius):
      writer.open("radialGradient")
      writer.attribute("id", id)
      writer.attribute("fx", inner.x)
      writer.attribute("fy", inner.y)
      writer.attribute("fr", innerRadius)
      writer.attribute("cx", outer.x)
      writer.attribute("cy", outer.y)
      writer.attribute("r", outerRadius)
      write(gradient.stops, to: &writer)
      writer.close("radialGradient")
    }
  }

  private func write(_ stops: [Gradient.Stop], to writer: inout SVGWriter) {
    for stop in stops {
      writer.open("stop")
      writer.attribute("offset", stop.offset)
      if case .token(let token) = stop.color, colorMode == .classes {
        writer.attribute("class", "stop-" + token.rawValue)
      } else {
        writer.attribute("stop-color", stop.color.literalColor)
      }
      writer.close("stop")
    }
  }

  /// A tile with one line through its middle, turned by 45 degrees.
  private func write(_ hatch: Hatch, _ id: String, to writer: inout SVGWriter) {
    writer.open("pattern")
    writer.attribute("id", id)
    writer.attribute("patternUnits", "userSpaceOnUse")
    writer.attribute("width", hatch.spacing)
    writer.attribute("height", hatch.spacing)
    writer.attribute("patternTransform", "rotate(45)")
    for (color, width) in [(hatch.ground, hatch.spacing), (hatch.color, hatch.lineWidth)] {
      writer.open("rect")
      writer.attribute("width", width)
      writer.attribute("height", hatch.spacing)
      SVGPaint(colorMode: colorMode).write(.filled(color.paint), to: &writer)
      writer.close("rect")
    }
    writer.close("pattern")
  }
}
