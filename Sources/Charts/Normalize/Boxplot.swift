import Documents

/// Box plots as layers: outliers, whiskers, box and median.
struct Boxplot {
  let config: Config
  let context: SpecContext

  /// The layers; nil, with a diagnostic, where the mark has no values.
  func expand(_ view: ViewSpec, _ mark: MarkSpec) -> ViewSpec? {
    guard let composite = CompositeMark(view, mark, config: config, context: context) else {
      return nil
    }
    let extent = mark.properties["extent"] ?? composite.config["extent"]
    guard let factor = extent?.number else {
      let layers = whiskers(composite, "min", "max") + box(composite)
      let ends = [("min", "min"), ("max", "max")].map {
        (op: $0.0, field: composite.field, name: composite.column($0.1))
      }
      return composite.layered(
        layers, transforms: [composite.aggregate(quartiles(composite) + ends)])
    }
    var summary = ViewSpec(range: view.range, content: .layer(box(composite)))
    summary.transforms = [composite.aggregate(quartiles(composite))]
    return composite.layered([spread(composite, factor), summary], transforms: [])
  }

  private func quartiles(_ composite: CompositeMark) -> [(op: String, field: String, name: String)]
  {
    [("q1", "lower_box"), ("q3", "upper_box"), ("median", "mid_box")].map {
      ($0.0, composite.field, composite.column($0.1))
    }
  }

  // MARK: parts

  private func box(_ composite: CompositeMark) -> [ViewSpec] {
    let size = composite.mark.properties["size"] ?? composite.config["size"]
    var box = Properties(["invalid": .null])
    box.set("orient", composite.orient.rawValue)
    box["size"] = size
    var median = Properties(["invalid": .null])
    median.set("orient", composite.orient.other.rawValue)
    median["size"] = size
    if let color = composite.config["median"]?["color"] { median["color"] = color }
    return composite.part("box", .bar, box, from: "lower_box", to: "upper_box")
      + composite.part(
        "median", .tick, median, from: "mid_box", channels: without([.color], composite))
  }

  /// The channels but some: whiskers have paint and size of their own, medians a colour.
  private func without(_ names: Set<Channel>, _ composite: CompositeMark) -> EncodingSpec {
    EncodingSpec(channels: composite.others.channels.filter { !names.contains($0.channel) })
  }

  private func whiskers(_ composite: CompositeMark, _ low: String, _ high: String) -> [ViewSpec] {
    let rule = Properties(["invalid": .null])
    var tick = rule
    tick.set("color", "black")
    tick.set("opacity", 1)
    tick.set("orient", composite.orient.other.rawValue)
    let channels = without([.color, .size], composite)
    return composite.part("rule", .rule, rule, from: low, to: "lower_box", channels: channels)
      + composite.part("rule", .rule, rule, from: "upper_box", to: high, channels: channels)
      + composite.part("ticks", .tick, tick, from: low, channels: channels)
      + composite.part("ticks", .tick, tick, from: high, channels: channels)
  }

  /// Outliers and whiskers: what lies further from the box than its length times the factor is an
  /// outlier.
  private func spread(_ composite: CompositeMark, _ factor: Double) -> ViewSpec {
    let (low, high) = (
      composite.datum(composite.column("lower_box")), composite.datum(composite.column("upper_box"))
    )
    let value = composite.datum(composite.field)
    let length = "(\(high) - \(low))"
    let lowEnd = "\(low) - \(factor) * \(length)"
    let highEnd = "\(high) + \(factor) * \(length)"

    var outliers = composite.part(
      "outliers", .point, Properties(["invalid": .null]), from: "",
      channels: without([.size], composite))
    for index in outliers.indices {
      outliers[index].transforms = [
        filter("(\(value) < \(lowEnd)) || (\(value) > \(highEnd))")
      ]
    }
    var inner = ViewSpec(
      range: composite.view.range,
      content: .layer(whiskers(composite, "lower_whisker", "upper_whisker")))
    inner.transforms = [
      filter("(\(lowEnd) <= \(value)) && (\(value) <= \(highEnd))"),
      composite.aggregate([
        ("min", composite.field, composite.column("lower_whisker")),
        ("max", composite.field, composite.column("upper_whisker")),
        ("min", composite.column("lower_box"), composite.column("lower_box")),
        ("max", composite.column("upper_box"), composite.column("upper_box")),
      ]),
    ]
    var view = ViewSpec(range: composite.view.range, content: .layer(outliers + [inner]))
    view.transforms = [
      composite.aggregate(
        [
          ("q1", composite.field, composite.column("lower_box")),
          ("q3", composite.field, composite.column("upper_box")),
        ], key: "joinaggregate")
    ]
    return view
  }

  private func filter(_ expression: String) -> DocumentNode {
    .mapping(["filter": DocumentNode(.string(expression))])
  }
}
