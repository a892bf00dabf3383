import Documents

/// A line, area or rule with points or a line over it, as layers.
struct PathOverlay {
  let config: Config

  /// The layers, or nil where the mark has no overlay.
  func expand(_ view: ViewSpec, _ mark: MarkSpec) -> ViewSpec? {
    let properties = mark.properties
    let defaults = config.mark(mark.type, styles: [])
    let point =
      overlay(properties["point"], defaults["point"])
      ?? (view.encoding.has(.shape) && properties["point"] == nil ? Properties() : nil)
    let line = mark.type == .area ? overlay(properties["line"], defaults["line"]) : nil
    guard point != nil || line != nil else { return nil }

    var base = mark
    base.properties.remove("point")
    base.properties.remove("line")
    base.properties.set("point", false)
    base.properties.set("line", false)
    if mark.type == .area, properties["opacity"] == nil, properties["fillOpacity"] == nil {
      base.properties.set("opacity", 0.7)
    }
    var layers = [layer(view, base) { $0[.shape] = nil }]

    let stacking = stackedEncoding(view, mark)
    if let line {
      let shared = pick(properties, ["clip", "interpolate", "tension"])
      var top = MarkSpec(type: .line, range: mark.range, properties: line.over(shared))
      top.properties.set("point", false)
      layers.append(
        layer(view, top) {
          $0 = stacking; $0[.shape] = nil
        })
    }
    if let point {
      var shared = pick(properties, ["clip"])
      shared.set("opacity", 1)
      shared.set("filled", true)
      let top = MarkSpec(type: .point, range: mark.range, properties: point.over(shared))
      layers.append(layer(view, top) { $0 = stacking })
    }
    var outer = view
    outer.encoding = EncodingSpec()
    outer.content = .layer(layers)
    return outer
  }

  private func layer(
    _ view: ViewSpec, _ mark: MarkSpec, _ change: (inout EncodingSpec) -> Void
  ) -> ViewSpec {
    var layer = ViewSpec(range: view.range, content: .unit(mark))
    layer.encoding = view.encoding
    layer.projection = view.projection
    change(&layer.encoding)
    return layer
  }

  /// The channels with the stacking of the base mark made plain, without the second positions.
  private func stackedEncoding(_ view: ViewSpec, _ mark: MarkSpec) -> EncodingSpec {
    var encoding = view.encoding
    let typed = TypedEncoding(encoding, types: [:])
    let orient = Orientation.of(mark.type, typed, specified: mark.properties.string("orient"))
    if let stack = StackModel(mark.type, typed, orient: orient) {
      encoding[stack.channel]?.stack = stack.offset
    }
    encoding[.x2] = nil
    encoding[.y2] = nil
    return encoding
  }

  private func overlay(_ written: DocumentNode?, _ configured: DocumentNode?) -> Properties? {
    guard let node = written ?? configured else { return nil }
    if node.string == "transparent" {
      var transparent = Properties()
      transparent.set("opacity", 0)
      return transparent
    }
    if node.boolean == true { return Properties() }
    return node.mapping == nil ? nil : Properties(node)
  }

  private func pick(_ properties: Properties, _ names: [String]) -> Properties {
    Properties(properties.values.filter { names.contains($0.key) })
  }
}
