import Charts
import Testing

/// d3-scale's own cases, as far as they are about values and not about JavaScript's setters.
@Suite("Scale vectors")
struct ScaleVectorTests {
  @Test("every case of d3-scale that a chart can meet gives its result")
  func cases() throws {
    guard let rows = try Vectors.rows("d3-scale.csv") else { return }
    var checked: [String: Int] = [:]
    for row in rows {
      guard let vector = ScaleVector(row), let found = vector.result else { continue }
      let tolerance = Double(row["tolerance"] ?? "") ?? 1e-12
      #expect(found.isClose(to: vector.expected, tolerance: tolerance), "\(row) \(found)")
      checked[vector.scale, default: 0] += 1
    }
    #expect(checked.values.reduce(0, +) == 515, "\(checked)")
  }
}

/// One case: a scale, its setters in order, and what is asked of it.
struct ScaleVector {
  let scale: String
  let query: String
  let arguments: [ChartValue]
  let expected: ChartValue
  let after: String
  var domain: [ChartValue]?
  var range: [ChartValue]?
  var settings: [String: ChartValue] = [:]
  var nices: [ChartValue?] = []

  init?(_ row: [String: String]) {
    guard let setters = Vectors.value(row["setup"] ?? "")?.list,
      let arguments = Vectors.value(row["arguments"] ?? "")?.list,
      let expected = Vectors.value(row["expected"] ?? "")
    else { return nil }
    // d3 labels logarithmic axes by the number of its own ten ticks, Vega by that of the ticks drawn.
    if row["id"] == "d3-scale-0520" || expected == .undefined && row["expected"] != "undefined" {
      return nil
    }
    scale = row["scale"] ?? ""
    query = row["query"] ?? ""
    after = row["after"] ?? ""
    self.arguments = arguments
    self.expected = expected
    for setter in setters {
      guard let pair = setter.list, let name = pair[0].text else { return nil }
      set(name, pair.count > 1 ? pair[1].list ?? [] : [])
    }
  }

  private mutating func set(_ name: String, _ values: [ChartValue]) {
    switch name {
    case "domain":
      domain = values.first?.list
      nices = []
    case "range": range = values.first?.list
    case "rangeRound":
      range = values.first?.list
      settings["round"] = true
    case "padding":
      settings["paddingInner"] = values.first
      settings["paddingOuter"] = values.first
    case "nice": nices.append(values.first)
    default: settings[name] = values.first
    }
  }

  /// What the scale answers; nil where the question is about JavaScript.
  var result: ChartValue? {
    switch scale {
    case "band", "point": band
    case "ordinal": ordinal
    case "quantize", "quantile", "threshold": discretizing
    case "sequential", "diverging": sequential
    case "linear", "log", "pow", "sqrt", "symlog", "utc", "identity": continuous
    default: nil
    }
  }

  func number(_ name: String) -> Double? { settings[name]?.toNumber }

  private var band: ChartValue? {
    let scale = BandScale(
      domain: domain ?? [], range: (range ?? [0, 1]).map(\.toNumber),
      paddingInner: self.scale == "point" ? 1 : number("paddingInner") ?? 0,
      paddingOuter: number("paddingOuter") ?? 0, align: number("align") ?? 0.5,
      round: settings["round"]?.toBoolean ?? false)
    switch query {
    case "call": return scale.position(arguments[0]).map { .number($0) } ?? .undefined
    case "domain" where after.hasPrefix(".map(<scale"):
      return .list(scale.domain.map { scale.position($0).map { .number($0) } ?? .undefined })
    case "domain": return .list(scale.domain)
    case "bandwidth": return .number(scale.bandwidth)
    case "step": return .number(scale.step)
    case "paddingInner" where !expected.toText.contains("("): return .number(scale.paddingInner)
    case "paddingOuter" where !expected.toText.contains("("): return .number(scale.paddingOuter)
    default: return nil
    }
  }

  private var ordinal: ChartValue? {
    let isImplicit = settings["unknown"] == nil
    let scale = OrdinalScale(
      domain: domain ?? [], range: range ?? [],
      unknown: isImplicit ? .added : .value(settings["unknown"] ?? .undefined))
    switch query {
    case "call" where arguments[0].record == nil && (!isImplicit || domain != nil):
      return scale.value(arguments[0])
    case "domain" where !isImplicit: return .list(scale.domain)
    default: return nil
    }
  }

  private var discretizing: ChartValue? {
    guard let kind = DiscretizingScale.Kind(rawValue: scale) else { return nil }
    let defaults: [ChartValue] = scale == "threshold" ? [0.5] : scale == "quantize" ? [0, 1] : []
    let values = (domain ?? defaults).filter { !$0.isMissing }.map(\.toNumber)
    let outputs = range ?? (scale == "quantile" ? [] : [0, 1])
    guard outputs.allSatisfy({ $0.record == nil }),
      self.scale != "threshold" || arguments.first?.text == nil
    else { return nil }
    let scale = DiscretizingScale(kind, domain: values, range: outputs)
    switch query {
    case "call":
      let value = arguments[0]
      if value.isMissing || value.toNumber.isNaN { return settings["unknown"] ?? .undefined }
      return scale.value(value.toNumber)
    case "quantiles", "thresholds": return .list(scale.thresholds.map { .number($0) })
    case "domain" where self.scale != "threshold": return .list(scale.domain.map { .number($0) })
    case "invertExtent":
      guard let index = outputs.firstIndex(of: arguments[0]) else { return nil }
      let (low, high) = scale.invertExtent(index)
      return .list([low, high].map { $0.map { .number($0) } ?? .undefined })
    default: return nil
    }
  }

  /// The place on the ramp stands for the colour.
  private var sequential: ChartValue? {
    let values = (domain ?? (scale == "diverging" ? [0, 0.5, 1] : [0, 1])).map(\.toNumber)
    guard query == "call", range == nil, settings["interpolator"] == nil,
      values.allSatisfy({ !$0.isNaN }), !arguments[0].toNumber.isNaN
    else { return nil }
    let scale = ColorScale(
      domain: values, clamp: settings["clamp"]?.toBoolean ?? false,
      ramp: { _ in ChartColor(hex: 0) })
    return .number(scale.fraction(arguments[0].toNumber))
  }
}
