import Documents
import Tables

/// How the labels of an axis are written.
struct AxisFormat {
  let part: AxisPart
  let properties: Properties
  let config: Config
  let context: SpecContext

  /// The text of values; `count` is the number of ticks asked for, which decides on decimals.
  func formatter(count: Double) -> FormatRules.Formatter {
    let rules = FormatRules(config: config, columns: part.unit.columns, context: context)
    var spec = part.spec
    spec.formatType = properties.string("formatType") ?? spec.formatType
    let given = properties["format"]
    if part.scale.type.isTime || rules.isTime(spec, format: given) {
      return rules.time(given ?? rules.timeUnitFormat(spec))
    }
    if spec.isBinned, part.scale.type.hasDiscreteDomain { return FormatRules.plain }
    guard case .continuous(let scale) = part.scale.scale else {
      guard let specifier = given?.string else { return discrete }
      return rules.number(specifier, given)
    }
    let written =
      given?.string
      ?? (isShare
        ? config.node["normalizedNumberFormat"]?.string ?? ".0%"
        : columnFormat ?? config.node["numberFormat"]?.string)
    if let written, rules.numberFormat(written, given) == nil { return FormatRules.plain }
    if part.scale.type == .log { return logarithmic(scale, written, count) }
    let first = scale.domain.first ?? 0
    let last = scale.domain.last ?? 1
    guard let format = try? TickFormat.guide(first, last, count: count, specifier: written) else {
      return FormatRules.plain
    }
    return { $0.isMissing ? "null" : format.format($0.toNumber) }
  }

  /// Whether the axis shows parts of a whole, which no longer have the column's unit.
  private var isShare: Bool {
    part.unit.stack?.offset == .normalize && part.unit.stack?.channel == part.channel
  }

  /// The format of the data's column, for measures that keep its unit.
  private var columnFormat: String? {
    guard let field = part.spec.field, let format = part.unit.columns.formats[field] else {
      return nil
    }
    switch part.spec.aggregate {
    case nil, .named("sum"), .named("mean"), .named("average"), .named("median"), .named("min"),
      .named("max"):
      return format
    default: return nil
    }
  }

  private var discrete: FormatRules.Formatter {
    if part.spec.type == .quantitative {
      return { value in
        (try? TickFormat.float()).map { $0.format(value.toNumber) } ?? value.toText
      }
    }
    return FormatRules.plain
  }

  /// Logarithmic axes label only the first multiples of a power when there are many ticks (d3-scale).
  private func logarithmic(_ scale: ContinuousScale, _ specifier: String?, _ count: Double)
    -> FormatRules.Formatter
  {
    guard let format = try? TickFormat.float(specifier), case .log(let base) = scale.kind else {
      return FormatRules.plain
    }
    let ticks = scale.ticks(count).count
    return { value in
      let number = value.toNumber
      let isShown = TickFormat.showsLogLabel(number, base: base, count: count, ticks: ticks)
      return isShown ? format.format(number) : ""
    }
  }
}
