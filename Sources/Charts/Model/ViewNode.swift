import Documents

/// One view of the model's tree: a plot of one or more marks, or views side by side.
final class ViewNode {
  enum Kind {
    case unit(UnitModel)
    case layer([ViewNode])
    case facet(FacetModel)
    case concat([ViewNode], ConcatSpec)
  }

  let spec: ViewSpec
  var kind: Kind
  private(set) weak var parent: ViewNode?
  /// The scales that the view's marks and those of the views in it share here.
  var scales: ChannelMap<ScaleModel> = [:]
  /// The axes that stand here, by channel.
  var axes: ChannelMap<[AxisPart]> = [:]
  /// The legends that stand here.
  var legends: [LegendPart] = []
  /// The scale of colours whose values stand as names at the ends of lines, instead of a legend.
  var labelledScale: ScaleModel?
  /// The size of the plot; of plots only.
  var width = 0.0
  var height = 0.0
  /// The projection of the view's maps, for plots of a size: small multiples share theirs.
  var map: (width: Double, height: Double, projection: GeoProjection?)?
  /// What expressions of the view read.
  var environment = ExpressionEnvironment()

  init(spec: ViewSpec, kind: Kind) {
    self.spec = spec
    self.kind = kind
    for child in children { child.parent = self }
  }

  var children: [ViewNode] {
    switch kind {
    case .unit: []
    case .layer(let views), .concat(let views, _): views
    case .facet(let facet): facet.cells.map(\.view)
    }
  }

  /// The marks in the view, from back to front.
  var units: [UnitModel] {
    if case .unit(let unit) = kind { return [unit] }
    return children.flatMap(\.units)
  }

  /// Whether the view is one plot.
  var isPlot: Bool {
    switch kind {
    case .unit, .layer: true
    case .facet, .concat: false
    }
  }

  /// The scale of a channel, the view's own or that of a view around it.
  func scale(_ channel: Channel) -> ScaleModel? { scales[channel] ?? parent?.scale(channel) }

  /// All scales that the view's marks use.
  func allScales() -> ChannelMap<ScaleModel> {
    parent.map { scales.over($0.allScales()) } ?? scales
  }

  /// The plots in the view, in order.
  var plots: [ViewNode] { isPlot ? [self] : children.flatMap(\.plots) }
}

/// Rows parted into plots by the values of fields.
struct FacetModel {
  struct Cell {
    var row: Int
    var column: Int
    var view: ViewNode
  }

  var spec: FacetSpec
  /// The values of the rows, of the columns, or of the wrapped plots.
  var rows: [ChartValue]
  var columns: [ChartValue]
  /// The plots; some places of crossed rows and columns may have none.
  var cells: [Cell]
  /// The number of columns.
  var columnCount: Int
  /// Whether plots stand in lines.
  var isWrapped: Bool { spec.wrapped != nil }
  /// What columns of the data declare.
  var facts: ColumnFacts
}
