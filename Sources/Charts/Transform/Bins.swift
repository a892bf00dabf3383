public import Diagnostics
public import Documents

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// What a specification says of bins (Vega-Lite's `BinParams`).
public struct BinParameters: Hashable, Sendable {
  /// The most bins; 10 where nothing is said.
  public var maxBins: Double?
  /// The base of the step's powers; 10.
  public var base: Double?
  /// The factors by which a step may be divided; 5 and 2.
  public var divide: [Double]?
  /// The exact width of a bin.
  public var step: Double?
  /// The widths to choose from.
  public var steps: [Double]?
  /// The smallest width.
  public var minStep: Double?
  /// Whether the ends are round; true where nothing is said.
  public var nice: Bool?
  /// The ends; those of the data where nothing is said.
  public var extent: [Double]?
  /// A value at which a bin begins.
  public var anchor: Double?
  /// Whether the data is in bins already.
  public var isBinned = false

  /// Parameters of which only those given differ from the defaults.
  public init(
    maxBins: Double? = nil, step: Double? = nil, nice: Bool? = nil, extent: [Double]? = nil
  ) {
    self.maxBins = maxBins
    self.step = step
    self.nice = nice
    self.extent = extent
  }

  /// Reads `true`, `"binned"` or a mapping; nil for `false` and null, and with an error for the rest.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    if let flag = node.boolean {
      guard flag else { return nil }
      return
    }
    if node.isNull { return nil }
    if node.string == "binned" {
      isBinned = true
      return
    }
    guard var reader = MappingReader(node, path: path, what: "`bin`", into: diagnostics) else {
      return nil
    }
    maxBins = reader.number("maxbins")
    base = reader.number("base")
    divide = reader.list("divide")?.compactMap(\.number)
    step = reader.number("step")
    steps = reader.list("steps")?.compactMap(\.number)
    minStep = reader.number("minstep")
    nice = reader.boolean("nice")
    if let node = reader.node("extent"), let numbers = node.list?.compactMap(\.number) {
      extent = numbers.count == 2 ? numbers : nil
    }
    anchor = reader.number("anchor")
    isBinned = reader.boolean("binned") ?? false
    reader.finish()
  }
}

/// Intervals of equal width (vega-statistics: `bin`; vega-transforms: `Bin`).
public struct Bins: Hashable, Sendable {
  /// The beginning of the first.
  public let start: Double
  /// The end of the last.
  public let stop: Double
  /// The width.
  public let step: Double

  /// The most bins that are listed.
  private static let limit = 10_000.0

  /// Bins for data of an extent.
  public init(_ parameters: BinParameters, extent: (Double, Double)) {
    let given = parameters.extent
    var low = given?.first ?? extent.0
    var high = given?.last ?? extent.1
    if !low.isFinite || !high.isFinite { (low, high) = (0, 0) }
    let span = high - low != 0 ? high - low : low != 0 ? low.magnitude : 1
    let step = Self.step(parameters, span: span)
    let base = parameters.base.flatMap { $0 > 1 ? $0 : nil } ?? 10
    if parameters.nice ?? true {
      let logarithm = log(step)
      let precision = logarithm >= 0 ? 0 : (-logarithm / log(base)).rounded(.towardZero) + 1
      let floor = (low / step + pow(base, -precision - 1)).rounded(.down) * step
      low = low < floor ? floor - step : floor
      high = (high / step).rounded(.up) * step
    }
    if high == low { high = low + step }
    if let anchor = parameters.anchor, anchor.isFinite {
      let shift = anchor - (low + step * ((anchor - low) / step).rounded(.down))
      low += shift
      high += shift
    }
    start = low
    stop = high
    self.step = step
  }

  private static func step(_ parameters: BinParameters, span: Double) -> Double {
    if let step = parameters.step, step > 0, step.isFinite { return step }
    let most = max(1, parameters.maxBins ?? 10)
    if let steps = parameters.steps?.filter({ $0 > 0 }), !steps.isEmpty {
      let wanted = span.magnitude / most
      let place = steps.firstIndex { $0 >= wanted } ?? steps.count
      return steps[max(0, place - 1)]
    }
    let base = parameters.base.flatMap { $0 > 1 ? $0 : nil } ?? 10
    let level = (log(most) / log(base)).rounded(.up)
    let least = max(0, parameters.minStep ?? 0)
    let span = span.magnitude
    var step = max(least, pow(base, jsRound(log(span) / log(base)) - level))
    for _ in 0..<400 where (span / step).rounded(.up) > most { step *= base }
    for factor in parameters.divide ?? [5, 2] where factor > 0 {
      let smaller = step / factor
      if smaller >= least, span / smaller <= most { step = smaller }
    }
    return step.isFinite && step > 0 ? step : 1
  }

  /// The beginning of the bin of a value; an infinity for values outside all bins, nil for no number.
  public func floor(_ value: ChartValue) -> Double? {
    let number = value.toNumber
    if value.isBlank { return nil }
    let last = start + ((stop - start) / step).rounded(.up) * step
    if number < start { return -.infinity }
    if number > last { return .infinity }
    let inside = max(start, min(number, last - step))
    return start + step * (1e-14 + (inside - start) / step).rounded(.down)
  }

  /// The edges of all bins, at most 10,000.
  public var edges: [Double] {
    let count = ((stop - start) / step).rounded(.up)
    guard count.isFinite, count >= 0, count <= Self.limit else { return [start, stop] }
    return (0...Int(count)).map { start + Double($0) * step }
  }
}

extension ChartTable {
  /// The smallest and the largest number of a field (vega-transforms: `extent`); nil without any.
  public func extent(_ field: FieldPath) -> (Double, Double)? {
    let accessor = accessor(field)
    var low = Double.infinity
    var high = -Double.infinity
    for row in indices {
      let value = accessor.value(in: row)
      if value.isBlank { continue }
      let number = value.toNumber
      if number < low { low = number }
      if number > high { high = number }
    }
    return low.isFinite && high.isFinite ? (low, high) : nil
  }
}
