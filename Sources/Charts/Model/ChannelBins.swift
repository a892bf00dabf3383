import Documents
import Tables

/// The bins of a channel, as columns for their beginnings, ends and names.
enum ChannelBins {
  /// Adds the columns, and hands on the bins themselves.
  static func add(
    _ properties: Properties, _ spec: ChannelSpec, _ field: String, to table: ChartTable,
    extentOf all: ChartTable? = nil, bins receive: (BinRange) -> Void
  ) -> ChartTable {
    var parameters = parameters(properties, spec.channel)
    let path = FieldPath(field)
    let extent = (all ?? table).extent(path) ?? (0, 0)
    if parameters.extent == nil, all != nil { parameters.extent = [extent.0, extent.1] }
    let bins = Bins(parameters, extent: extent)
    receive(BinRange(start: bins.start, stop: bins.stop, step: bins.step))
    let name = FieldNames.bin(properties, field)
    guard table.index(of: name) == nil else { return table }
    var result = BinTransform(parameters, field: field, as: (name, name + "_end")).apply(to: table)
    let (start, end) = (result.column(name), result.column(name + "_end"))
    var names = BinNames()
    result.setColumn(name + "_range", zip(start, end).map { names.name(from: $0, to: $1) })
    return result
  }

  /// The parameters with the number of bins that suits the channel.
  private static func parameters(_ properties: Properties, _ channel: Channel) -> BinParameters {
    var result = BinParameters(
      maxBins: properties.number("maxbins"), step: properties.number("step"),
      nice: properties.boolean("nice"), extent: properties.numbers("extent"))
    result.base = properties.number("base")
    result.divide = properties.numbers("divide")
    result.steps = properties.numbers("steps")
    result.minStep = properties.number("minstep")
    result.anchor = properties.number("anchor")
    if result.maxBins == nil, result.step == nil {
      switch channel {
      case .row, .column, .facet, .size, .color, .fill, .stroke, .strokeWidth, .opacity,
        .fillOpacity, .strokeOpacity, .shape:
        result.maxBins = 6
      case .strokeDash: result.maxBins = 4
      default: result.maxBins = 10
      }
    }
    return result
  }
}

/// Bins in words, such as `0 – 10`, each made once.
private struct BinNames {
  private let format = try? TickFormat.float("")
  private var names: [Double: ChartValue] = [:]

  mutating func name(from start: ChartValue, to end: ChartValue) -> ChartValue {
    let number = start.toNumber
    guard start.isValid, number.isFinite else { return .text("null") }
    if let name = names[number] { return name }
    guard let format else { return .null }
    let name = ChartValue.text(format.format(number) + " – " + format.format(end.toNumber))
    names[number] = name
    return name
  }
}
