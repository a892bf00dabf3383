import Diagnostics
import Documents

/// Turns what views want of a scale into the scale.
struct ScaleBuilder {
  let config: Config
  let context: SpecContext
  let colours: ColourRanges

  /// Builds the scale on a range of positions or sizes (nil where the channel has none).
  func build(_ model: ScaleModel, range: [Double]?) -> ChartScale {
    switch model.type {
    case .identity: return .identity
    case .band, .point: return band(model, range ?? [0, 1])
    case .ordinal: return ordinal(model)
    case .binOrdinal, .quantile, .quantize, .threshold: return discretizing(model, range)
    default: return continuous(model, range)
    }
  }

  // MARK: discrete

  /// The values of a band or point scale, before its range is known.
  func discreteDomain(_ model: ScaleModel) -> [ChartValue] {
    if let known = model.discreteValues { return known }
    let values = DomainBuilder.values(
      model.domains, written: model.written["domain"], isTime: model.measurement == .temporal)
    model.discreteValues = values
    return values
  }

  /// Padding inside and outside of bands, in steps.
  func paddings(_ model: ScaleModel) -> (inner: Double, outer: Double) {
    let both = model["padding"]?.number
    if model.type == .point { return (1, model["paddingOuter"]?.number ?? both ?? 0) }
    return (
      model["paddingInner"]?.number ?? both ?? 0, model["paddingOuter"]?.number ?? both ?? 0
    )
  }

  private func band(_ model: ScaleModel, _ range: [Double]) -> ChartScale {
    var standard = range
    if !model.hasStep {
      standard[0] = model["rangeMin"]?.number ?? standard[0]
      standard[1] = model["rangeMax"]?.number ?? standard[1]
    }
    var range = model.written.numbers("range").flatMap { $0.count == 2 ? $0 : nil } ?? standard
    if model["reverse"]?.boolean == true { range.reverse() }
    let padding = paddings(model)
    return .band(
      BandScale(
        domain: discreteDomain(model), range: range, paddingInner: padding.inner.clamped(to: 0...1),
        paddingOuter: padding.outer.clamped(to: 0...1), align: model["align"]?.number ?? 0.5,
        round: model["round"]?.boolean ?? false))
  }

  private func ordinal(_ model: ScaleModel) -> ChartScale {
    let domain = discreteDomain(model)
    var range = RangeRules(config: config, colours: colours).values(model, domain: domain)
    if model["reverse"]?.boolean == true { range.reverse() }
    return .ordinal(OrdinalScale(domain: domain, range: range))
  }

  // MARK: intervals to lists

  private func discretizing(_ model: ScaleModel, _ range: [Double]?) -> ChartScale {
    let rules = RangeRules(config: config, colours: colours)
    let written = model.written["domain"]?.list?.compactMap(\.number)
    let kind: DiscretizingScale.Kind
    let domain: [Double]
    switch model.type {
    case .quantile:
      kind = .quantile
      domain =
        written
        ?? model.domains.flatMap { part -> [Double] in
          switch part {
          case .numbers(let numbers): numbers
          case .values(let values, _, _): values.compactMap(\.double)
          case .extent(let a, let b): [a, b]
          }
        }
    case .threshold:
      kind = .threshold
      domain = written ?? []
    case .binOrdinal:
      kind = .binOrdinal
      let edges = model.bins?.edges ?? written ?? []
      domain = edges
    default:
      kind = .quantize
      var scale = ContinuousScale(.linear, domain: interval(model, isLog: false))
      if model["nice"]?.boolean == true { scale = scale.nice(10) }
      domain = scale.domain
    }
    let count: Int
    switch model.type {
    case .threshold: count = domain.count + 1
    case .binOrdinal: count = max(1, domain.count - 1)
    default:
      // Colours come in fives, sizes in as many classes as the configuration says.
      let key = model.type == .quantile ? "quantileCount" : "quantizeCount"
      let classes = (config.number("scale", key) ?? 4).clamped(to: 1...10_000)
      count = model.channel.isColour ? 5 : Int(classes)
    }
    var values = rules.values(model, count: count, sizes: range)
    if model["reverse"]?.boolean == true { values.reverse() }
    return .discretizing(DiscretizingScale(kind, domain: domain, range: values))
  }

  // MARK: continuous

  private func continuous(_ model: ScaleModel, _ range: [Double]?) -> ChartScale {
    let kind = kind(model)
    let isLog: Bool = if case .log = kind { true } else { false }
    let rules = RangeRules(config: config, colours: colours)
    if model.channel.isColour {
      return rules.color(model, kind: kind, domain: domain(model, kind, isLog: isLog, length: nil))
    }
    var range = rules.numbers(model, standard: range ?? [0, 1])
    if model["reverse"]?.boolean == true { range.reverse() }
    let length = abs((range.last ?? 1) - (range.first ?? 0))
    var domain = domain(model, kind, isLog: isLog, length: length)
    if domain.count == 3, range.count == 2 {
      range = [range[0], (range[0] + range[1]) / 2, range[1]]
    }
    if domain.count > range.count, range.count > 1, domain.count != 3 {
      domain = [domain[0], domain[domain.count - 1]]
    }
    let clamp = model["clamp"]?.boolean ?? false
    return .continuous(
      ContinuousScale(
        kind, domain: domain, range: range, clamp: clamp, round: model["round"]?.boolean ?? false))
  }

  private func kind(_ model: ScaleModel) -> ContinuousScale.Kind {
    switch model.type {
    case .log:
      let base = model["base"]?.number ?? 10
      return .log(base: base > 0 && base != 1 ? base : 10)
    case .pow: return .pow(exponent: model["exponent"]?.number ?? 1)
    case .sqrt: return .sqrt
    case .symlog: return .symlog(constant: model["constant"]?.number ?? 1)
    case .time, .utc: return .time
    default: return .linear
    }
  }

  private func domain(
    _ model: ScaleModel, _ kind: ContinuousScale.Kind, isLog: Bool, length: Double?
  ) -> [Double] {
    var domain = interval(model, isLog: isLog)
    if isLog { domain = checkedLog(domain, model) }
    let padding = model["padding"]?.number ?? 0
    if padding > 0, let length, length > 2 * padding {
      domain = padded(domain, kind, padding, length)
    }
    var scale = ContinuousScale(kind, domain: domain)
    switch model["nice"]?.value {
    case .boolean(true): scale = scale.nice(10)
    case .number(let count, _): scale = scale.nice(count)
    case .string(let unit):
      scale =
        CalendarInterval.Unit(rawValue: unit).map {
          scale.nice(CalendarInterval($0))
        } ?? scale
    case .mapping(let mapping):
      if let unit = mapping["interval"]?.string.flatMap(CalendarInterval.Unit.init(rawValue:)) {
        let step = Int((mapping["step"]?.number ?? 1).clamped(to: 1...1e6))
        scale = scale.nice(CalendarInterval(unit, step: step))
      }
    default: break
    }
    domain = scale.domain
    if let middle = model["domainMid"]?.number, domain.count == 2, middle > domain[0],
      middle < domain[1]
    {
      domain.insert(middle, at: 1)
    }
    return domain
  }

  /// The ends of the domain as written, or of the data with what is written over them.
  private func interval(_ model: ScaleModel, isLog: Bool) -> [Double] {
    let isTime = model.measurement == .temporal || model.type.isTime
    func number(_ node: DocumentNode?) -> Double? {
      node.flatMap { DomainBuilder.value($0, isTime: isTime).double }
    }
    var domain: [Double]
    if let list = model.written["domain"]?.list {
      domain = list.compactMap(number)
      if domain.count < 2 { domain = [0, 1] }
    } else {
      let isFree = model["domainMin"] == nil || model["domainMax"] == nil
      let extent: (Double, Double)
      if let bins = model.bins, isFree {
        extent = DomainBuilder.extent(model.domains + [.extent(bins.start, bins.stop)]) ?? (0, 1)
      } else {
        extent = DomainBuilder.extent(model.domains) ?? (isLog ? (1, 10) : (0, 1))
      }
      domain = [extent.0, extent.1]
      for node in model.written["domain"]?["unionWith"]?.list ?? [] {
        guard let value = number(node) else { continue }
        domain = [min(domain[0], value), max(domain[1], value)]
      }
    }
    let last = domain.count - 1
    if let low = number(model["domainMin"]) { domain[0] = low }
    if let high = number(model["domainMax"]) { domain[last] = high }
    let zero = model["zero"]?.boolean ?? (model.type.includesZero && model.channel.isPosition)
    if zero, model.type.canIncludeZero {
      if domain[0] > 0, domain[last] > 0, model["domainMin"] == nil {
        domain[0] = min(0, domain[0])
      }
      if domain[0] < 0, domain[last] < 0, model["domainMax"] == nil {
        domain[last] = max(0, domain[last])
      }
    }
    return domain
  }

  private func checkedLog(_ domain: [Double], _ model: ScaleModel) -> [Double] {
    let (low, high) = (domain[0], domain[domain.count - 1])
    guard low * high <= 0 else { return domain }
    context.error(
      "log-zero", at: model.written["type"]?.range ?? .start,
      "a logarithmic scale cannot show zero",
      found: "a domain from \(JavaScriptNumber.text(low)) to \(JavaScriptNumber.text(high))",
      remedy: "filter the rows, set `domain`, or use `symlog`")
    return [1, 10]
  }

  /// The domain enlarged so that a number of pixels stays free at both ends (Vega's `padDomain`).
  private func padded(
    _ domain: [Double], _ kind: ContinuousScale.Kind, _ padding: Double, _ length: Double
  ) -> [Double] {
    let scale = ContinuousScale(kind, domain: domain)
    let factor = length / (length - 2 * padding)
    let (low, high) = (scale.bent(domain[0]), scale.bent(domain[domain.count - 1]))
    let middle = (low + high) / 2
    var result = domain
    result[0] = scale.unbent(middle + (low - middle) * factor)
    result[domain.count - 1] = scale.unbent(middle + (high - middle) * factor)
    return result
  }
}
