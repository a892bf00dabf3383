import Documents

/// The colours that a site binds to values of its fields, so that a country has one colour everywhere.
struct ColourRanges: Sendable {
  /// Field, value, CSS colour (`var(--s1)` for a token).
  var bound: [String: [String: String]] = [:]
  /// The colour of values that are not bound where others of the field are.
  var rest = "var(--context)"
}

/// What a scale's values become: positions, colours, shapes and sizes, as written or from the
/// configuration.
struct RangeRules {
  let config: Config
  let colours: ColourRanges

  // MARK: lists

  /// The range of an ordinal scale.
  func values(_ model: ScaleModel, domain: [ChartValue]) -> [ChartValue] {
    if let list = model.written["range"]?.list { return list.map(ChartValue.init) }
    if !model.rangeByField.isEmpty {
      return domain.map { model.rangeByField[$0.key] ?? .undefined }
    }
    if let scheme = model.written["scheme"] {
      return self.scheme(scheme, count: domain.count, model)
    }
    switch model.channel {
    case .color, .fill, .stroke:
      if let bound = boundColours(model, domain) { return bound }
      let name =
        model.written["range"]?.string
        ?? (model.measurement == .ordinal || model.measurement == .temporal
          ? "ordinal" : "category")
      return configured(name, count: domain.count, model)
    case .shape:
      return config.node["range"]?["symbol"]?.list?.map(ChartValue.init) ?? ["circle"]
    case .strokeDash:
      return [[1, 0], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]]
    default:
      let ends = numbers(model, standard: [0, 1])
      return spread(ends, max(1, domain.count)).map(ChartValue.number)
    }
  }

  /// The range of a scale that puts numbers into `count` classes.
  func values(_ model: ScaleModel, count: Int, sizes: [Double]?) -> [ChartValue] {
    if let list = model.written["range"]?.list, list.count > 2 || !numeric(list) {
      return list.map(ChartValue.init)
    }
    if let scheme = model.written["scheme"] { return self.scheme(scheme, count: count, model) }
    switch model.channel {
    case .color, .fill, .stroke:
      let name =
        model.written["range"]?.string ?? rampName(model)
      return configured(name, count: count, model)
    case .shape, .strokeDash:
      return values(model, domain: [])
    case .size:
      return spread(numbers(model, standard: sizes ?? [0, 1]), count).map(ChartValue.number)
    default:
      return numbers(model, standard: sizes ?? [0, 1]).map(ChartValue.number)
    }
  }

  private func numeric(_ list: [DocumentNode]) -> Bool { list.allSatisfy { $0.number != nil } }

  private func spread(_ ends: [Double], _ count: Int) -> [Double] {
    guard let first = ends.first, let last = ends.last, count > 1 else { return ends }
    return (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
  }

  // MARK: intervals

  /// The range of a continuous scale of positions, sizes, widths or opacities.
  func numbers(_ model: ScaleModel, standard: [Double]) -> [Double] {
    if let list = model.written.numbers("range"), list.count > 1 { return list }
    var range = standard
    if let low = model["rangeMin"]?.number { range[0] = low }
    if let high = model["rangeMax"]?.number { range[range.count - 1] = high }
    return range
  }

  /// A scale of colours over an interval.
  func color(_ model: ScaleModel, kind: ContinuousScale.Kind, domain: [Double]) -> ChartScale {
    var domain = domain
    let isReversed = model["reverse"]?.boolean == true
    let clamp = model["clamp"]?.boolean ?? false
    if let texts = model.written["range"]?.list?.compactMap(\.string), texts.count > 1 {
      var colors = texts.compactMap(ChartColor.init(css:))
      if isReversed { colors.reverse() }
      if domain.count != colors.count, domain.count <= 3 {
        let ramp = interpolation(model).through(colors)
        return .color(ColorScale(kind, domain: domain, clamp: clamp, ramp: ramp))
      }
      return .color(
        ColorScale(
          kind, domain: domain, colors: colors, interpolation: interpolation(model), clamp: clamp))
    }
    if model.type.isTime, let scheme = timeScheme(model) {
      let colors = isReversed ? scheme.reversed() : scheme
      return .color(
        ColorScale(kind, domain: domain, clamp: clamp, ramp: interpolation(model).through(colors)))
    }
    let node =
      model.written["scheme"]
      ?? config.node["range"]?[model.written["range"]?.string ?? rampName(model)]
    if domain.count > 3 { domain = [domain[0], domain[domain.count - 1]] }
    return .color(
      ColorScale(kind, domain: domain, clamp: clamp, ramp: ramp(node, model, isReversed)))
  }

  /// Scales of moments go from one colour to another, both inside of the scheme.
  private func timeScheme(_ model: ScaleModel) -> [ChartColor]? {
    let configured = config.node["range"]?[rampName(model)]
    let node = model.written["scheme"] ?? configured?["scheme"]
    return named(node)?.samples(2)
  }

  private func rampName(_ model: ScaleModel) -> String {
    if model.written["domainMid"] != nil { return "diverging" }
    return model.mark == .rect || model.mark == .geoshape ? "heatmap" : "ramp"
  }

  private func interpolation(_ model: ScaleModel) -> ColorInterpolation {
    let node = model.written["interpolate"]
    let name = node?.string ?? node?["type"]?.string
    return ColorInterpolation(
      name.flatMap(ColorInterpolation.Space.init(rawValue:))
        ?? (model.measurement == .nominal ? .rgb : .hcl),
      gamma: node?["gamma"]?.number ?? 1)
  }

  private func ramp(_ node: DocumentNode?, _ model: ScaleModel, _ isReversed: Bool)
    -> @Sendable (Double) -> ChartColor
  {
    if let list = node?.list {
      let colors = list.compactMap { $0.string.flatMap(Self.color(css:)) }
      return interpolation(model).through(isReversed ? colors.reversed() : colors)
    }
    let spec = node?["scheme"] ?? node
    let scheme = named(spec) ?? ColorScheme(named: "blues")
    let extent = extent(spec) ?? extent(node)
    guard let scheme else { return interpolation(model).through([]) }
    if scheme.kind == .categorical {
      let colors = scheme.samples(nil)
      return interpolation(model).through(isReversed ? colors.reversed() : colors)
    }
    let ends = extent ?? (0, 1)
    let (low, high) = (min(ends.0, ends.1), max(ends.0, ends.1))
    return scheme.ramp(extent: low...high, isReversed: (ends.0 > ends.1) != isReversed)
  }

  // MARK: schemes

  /// The colours of a scheme's node: a name, or `{name, extent, count}`.
  private func scheme(_ node: DocumentNode, count: Int, _ model: ScaleModel) -> [ChartValue] {
    guard let scheme = named(node) else { return [] }
    let wanted = node["count"]?.number.map { Int($0.clamped(to: 0...10_000)) } ?? count
    let ends = extent(node) ?? (0, 1)
    let (low, high) = (min(ends.0, ends.1), max(ends.0, ends.1))
    var colors = scheme.samples(scheme.kind == .categorical ? nil : wanted, extent: low...high)
    if ends.0 > ends.1 { colors.reverse() }
    return colors.map { .text($0.hex) }
  }

  /// The colours that the configuration has under a name such as `category`.
  private func configured(_ name: String, count: Int, _ model: ScaleModel) -> [ChartValue] {
    let node = config.node["range"]?[name]
    if let list = node?.list {
      if name != "category", list.count > 1, list.count != count, count > 1,
        !list.contains(where: { $0.string?.hasPrefix("var(") == true })
      {
        let colors = list.compactMap { $0.string.flatMap(ChartColor.init(css:)) }
        let ramp = ColorInterpolation().through(colors)
        return (0..<count).map { .text(ramp(Double($0) / Double(count - 1)).hex) }
      }
      let values = list.map(ChartValue.init)
      // The colours of a theme are not used twice: what is beyond them shares the last, the grey of context.
      guard name == "category", let last = list.last?.string, last.hasPrefix("var(") else {
        return values
      }
      return values + Array(repeating: .text(last), count: max(0, count - values.count))
    }
    if let scheme = node?["scheme"] { return self.scheme(scheme, count: count, model) }
    return scheme(DocumentNode(.string("tableau10")), count: count, model)
  }

  private func named(_ node: DocumentNode?) -> ColorScheme? {
    (node?.string ?? node?["name"]?.string).flatMap { ColorScheme(named: $0) }
  }

  private func extent(_ node: DocumentNode?) -> (Double, Double)? {
    guard let list = node?["extent"]?.list?.compactMap(\.number), list.count == 2 else {
      return nil
    }
    return (list[0].clamped(to: 0...1), list[1].clamped(to: 0...1))
  }

  /// A colour of a specification; the light value of a token.
  static func color(css text: String) -> ChartColor? {
    ChartColor(css: ColorToken(css: text)?.lightValue ?? text)
  }

  // MARK: bound colours

  /// The colours that the site binds to the values of the field, if it binds any.
  private func boundColours(_ model: ScaleModel, _ domain: [ChartValue]) -> [ChartValue]? {
    guard let field = model.field, let bound = colours.bound[field], !domain.isEmpty,
      domain.contains(where: { bound[$0.toText] != nil })
    else { return nil }
    return domain.map { .text(bound[$0.toText] ?? colours.rest) }
  }
}
