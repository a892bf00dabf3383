import Documents

/// Error bars and error bands as layers of rules, ticks, areas and lines.
struct ErrorBar {
  let config: Config
  let context: SpecContext

  /// The layers; nil, with a diagnostic, where the mark has no values.
  func expand(_ view: ViewSpec, _ mark: MarkSpec) -> ViewSpec? {
    guard let composite = CompositeMark(view, mark, config: config, context: context) else {
      return nil
    }
    let transforms = ErrorExtent(composite: composite).transforms()
    let layers = mark.type == .errorbar ? bars(composite) : band(composite)
    return composite.layered(layers, transforms: transforms)
  }

  private func bars(_ composite: CompositeMark) -> [ViewSpec] {
    let properties = composite.mark.properties
    var tick = Properties()
    tick.set("orient", composite.orient.other.rawValue)
    tick["thickness"] = properties["thickness"]
    tick["size"] = properties["size"]
    var rule = Properties()
    if let thickness = properties["thickness"] { rule["strokeWidth"] = thickness }
    return composite.part("ticks", .tick, tick, from: "lower")
      + composite.part("ticks", .tick, tick, from: "upper")
      + composite.part("rule", .rule, rule, from: "lower", to: "upper")
  }

  private func band(_ composite: CompositeMark) -> [ViewSpec] {
    let isTwoDimensional = composite.others[composite.orient.crossChannel] != nil
    var curve = Properties()
    if isTwoDimensional {
      for key in ["interpolate", "tension"] { curve[key] = composite.mark.properties[key] }
      curve.set("orient", composite.orient.rawValue)
    }
    let (area, line): (MarkType, MarkType) = isTwoDimensional ? (.area, .line) : (.rect, .rule)
    return composite.part("band", area, curve, from: "lower", to: "upper")
      + composite.part("borders", line, curve, from: "lower")
      + composite.part("borders", line, curve, from: "upper")
  }
}

/// The transforms that give the lower and upper ends of error bars.
struct ErrorExtent {
  let composite: CompositeMark

  func transforms() -> [DocumentNode] {
    let encoding = composite.view.encoding
    let channel = composite.orient.valueChannel
    let isX = channel == .x
    if let upper = encoding[isX ? .x2 : .y2]?.field { return bounds(upper) }
    if let error = encoding[isX ? .xError : .yError]?.field {
      return errors(error, encoding[isX ? .xError2 : .yError2]?.field)
    }
    return summary()
  }

  /// The data has both ends.
  private func bounds(_ upper: String) -> [DocumentNode] {
    [
      composite.calculate(composite.datum(composite.field), as: composite.column("lower")),
      composite.calculate(composite.datum(upper), as: composite.column("upper")),
    ]
  }

  /// The data has a value and its error, perhaps one for each side.
  private func errors(_ error: String, _ other: String?) -> [DocumentNode] {
    let center = composite.datum(composite.field)
    let lower =
      other.map { "\(center) + \(composite.datum($0))" } ?? "\(center) - \(composite.datum(error))"
    return [
      composite.calculate("\(center) + \(composite.datum(error))", as: composite.column("upper")),
      composite.calculate(lower, as: composite.column("lower")),
    ]
  }

  /// The ends are computed from the rows of each group.
  private func summary() -> [DocumentNode] {
    let properties = composite.mark.properties
    let written = properties.string("extent")
    let center = properties.string("center") ?? (written == "iqr" ? "median" : "mean")
    let extent = written ?? (center == "median" ? "iqr" : "stderr")
    let field = composite.field
    switch extent {
    case "ci", "iqr":
      let (low, high) = extent == "ci" ? ("ci0", "ci1") : ("q1", "q3")
      return [
        composite.aggregate([
          (low, field, composite.column("lower")), (high, field, composite.column("upper")),
          (center, field, composite.column("center")),
        ])
      ]
    default:
      let middle = composite.datum(composite.column("center"))
      let distance = composite.datum(composite.column("extent"))
      return [
        composite.aggregate([
          (extent, field, composite.column("extent")), (center, field, composite.column("center")),
        ]),
        composite.calculate("\(middle) + \(distance)", as: composite.column("upper")),
        composite.calculate("\(middle) - \(distance)", as: composite.column("lower")),
      ]
    }
  }
}
