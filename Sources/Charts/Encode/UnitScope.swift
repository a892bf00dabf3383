import Documents

/// What the encoders of one unit read: its model, its scales and the size of its plot.
final class UnitScope {
  let unit: UnitModel
  let config: Config
  let width: Double
  let height: Double
  let environment: ExpressionEnvironment
  let context: SpecContext
  let formats: FormatRules
  let scales: ChannelMap<ScaleModel>
  let theme: ChartTheme?
  let statusColumns: [String: String]
  /// The projection of the plot's map.
  let projection: GeoProjection?

  /// The scope of a unit; `leaf` is its view, `plot` the one that it is drawn in.
  init(
    _ unit: UnitModel, _ leaf: ViewNode, in plot: ViewNode, of model: ChartModel,
    projection: GeoProjection? = nil
  ) {
    self.unit = unit
    config = model.config
    width = plot.width
    height = plot.height
    environment = PlotEnvironment.of(leaf, in: plot)
    context = model.context
    formats = FormatRules(config: model.config, columns: unit.columns, context: model.context)
    scales = leaf.allScales()
    theme = model.options.theme
    statusColumns = model.options.statusColumns
    self.projection = projection
  }

  var table: ChartTable { unit.table }
  var encoding: TypedEncoding { unit.encoding }
  var properties: Properties { unit.properties }

  func scale(_ channel: Channel) -> ScaleModel? { scales[channel] }

  /// The length of the plot along a position channel.
  func length(_ channel: Channel) -> Double {
    switch channel.main {
    case .x, .xOffset: width
    case .y, .yOffset: height
    default: min(width, height) / 2
    }
  }

  /// Reads a column of the drawn rows.
  func reader(_ column: String) -> (Row) -> ChartValue {
    table.accessor(column).value
  }

  /// A number of the mark's properties, for one row: written plainly or by an expression.
  func number(_ key: String) -> ((Row) -> Double)? {
    guard let node = properties[key] else { return nil }
    if let number = node.number { return { _ in number } }
    guard let evaluate = expression(node) else { return nil }
    return { evaluate($0).toNumber }
  }

  /// A text of the mark's properties, for one row.
  func text(_ key: String) -> ((Row) -> String)? {
    guard let node = properties[key] else { return nil }
    if let text = node.string { return { _ in text } }
    guard let evaluate = expression(node) else { return nil }
    return { evaluate($0).toText }
  }

  /// The value of `{expr: …}` for one row.
  func expression(_ node: DocumentNode) -> ((Row) -> ChartValue)? {
    guard let inner = node["expr"], let text = inner.string else { return nil }
    guard
      let expression = Expression(
        text, node: inner, path: context.path, into: context.collector)
    else { return nil }
    let environment = self.environment
    if expression.fields.isEmpty {
      let value = expression.evaluate(environment: environment)
      return { _ in value }
    }
    let table = self.table
    return { expression.evaluate(datum: table.record($0), environment: environment) }
  }
}
