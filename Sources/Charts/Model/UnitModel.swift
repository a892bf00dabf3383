import Documents

/// The place of one row in its unit's table.
typealias Row = Int

extension Row {
  /// What stands for a row where there is none: every field of it is undefined.
  static let noRow = -1
}

/// One mark with its channels, data and scales.
final class UnitModel {
  let spec: ViewSpec
  let mark: MarkSpec
  /// The mark's properties: as written over its styles and the configuration.
  let properties: Properties
  /// The channels that the mark shows.
  let encoding: TypedEncoding
  /// The channels that it does not show.
  let dropped: [MarkChannels.Dropped]
  /// Whether the mark's colour fills it.
  let isFilled: Bool
  let orient: Orientation?
  let stack: StackModel?
  /// The rows after bins and time units, before they are aggregated: what sorts read.
  var raw = ChartTable()
  /// What tells the rows from those of marks with other data, transforms or aggregates.
  var source = RowSource()
  /// The rows that are drawn.
  var table = ChartTable()
  /// What columns of the data declare.
  var columns: ColumnFacts
  /// The parameters of the view and of those around it, and their values.
  var params: [ParameterSpec] = []
  var environment = ExpressionEnvironment()
  /// The bins of each channel.
  var bins: ChannelMap<BinRange> = [:]

  init(spec: ViewSpec, mark: MarkSpec, config: Config, columns: ColumnFacts) {
    self.spec = spec
    self.mark = mark
    self.columns = columns
    let styles = Properties(["style": mark.properties["style"] ?? DocumentNode(.null)])
    let properties = mark.properties.over(
      config.mark(mark.type, styles: styles.lines("style") ?? []))
    self.properties = properties
    isFilled = Self.isFilled(spec, mark, properties)
    let shown = MarkChannels.shown(
      TypedEncoding(spec.encoding, types: columns.types), by: mark.type, isFilled: isFilled)
    encoding = shown.encoding
    dropped = shown.dropped
    orient = Orientation.of(mark.type, encoding, specified: properties.string("orient"))
    stack = StackModel(mark.type, encoding, orient: orient)
  }

  private static func isFilled(_ spec: ViewSpec, _ mark: MarkSpec, _ properties: Properties) -> Bool
  {
    if let written = mark.properties.boolean("filled") { return written }
    if case .graticule = spec.data?.source { return false }
    return properties.boolean("filled") ?? ![.point, .line, .rule].contains(mark.type)
  }

  /// How null and NaN are shown.
  var invalidMode: String {
    if properties.isNull("invalid") { return "show" }
    let mode = properties.string("invalid") ?? "break-paths-show-path-domains"
    guard mode == "break-paths-show-path-domains" else { return mode }
    return mark.type.isPath ? "break-paths-show-domains" : "filter"
  }

  /// The name of the column that holds a channel's values.
  func column(_ channel: Channel) -> String? { encoding[channel].flatMap(FieldNames.column) }
}

/// What is known of the data's columns by name: for tables handed in with a schema.
struct ColumnFacts: Sendable {
  var types: [String: Measurement] = [:]
  /// Columns whose numbers are years.
  var years: Set<String> = []
  var titles: [String: String] = [:]
  var units: [String: String] = [:]
  var formats: [String: String] = [:]
  var shortNames: [String: [String: String]] = [:]
}
