import Documents

/// The projection of a unit's map, placed in its plot.
struct MapProjection {
  let context: SpecContext
  let environment: ExpressionEnvironment

  /// The projection of a plot, fitted to the shapes and places of all its marks; nil for plots without
  /// a map.
  func placed(_ plot: ViewNode) -> GeoProjection? {
    let units = plot.units.filter { unit in
      unit.mark.type == .geoshape || unit.encoding.has(.longitude)
        || unit.encoding.has(.latitude)
    }
    guard let first = units.first else { return nil }
    let view = Self.outermost(plot)
    if let map = view.map, map.width == plot.width, map.height == plot.height {
      return map.projection
    }
    let written = units.lazy.compactMap(\.spec.projection).first
    let node = DocumentNode(
      .mapping(
        DocumentMapping(
          (written ?? Properties()).values.sorted { $0.key < $1.key }.map {
            .init(key: $0.key, value: $0.value)
          })), first.spec.range)
    func resolve(_ value: DocumentNode) -> ChartValue {
      guard let inner = value["expr"], let text = inner.string else { return ChartValue(value) }
      let expression = Expression(text, node: inner, path: context.path, into: context.collector)
      return expression?.evaluate(environment: environment) ?? .undefined
    }
    let projection = GeoProjection(
      node, path: context.path, resolve: resolve, into: context.collector)
    let shapes = view.units.flatMap(Self.shapes)
    let placed = projection?.placed(shapes, width: plot.width, height: plot.height)
    view.map = (plot.width, plot.height, placed)
    return placed
  }

  /// The view whose marks are all to fit in: of small multiples, that of all plots.
  private static func outermost(_ plot: ViewNode) -> ViewNode {
    var view = plot
    while let parent = view.parent, case .facet = parent.kind { view = parent }
    return view
  }

  /// The shapes that a projection must show: outlines, or points.
  static func shapes(_ unit: UnitModel) -> [ChartValue] {
    if unit.mark.type == .geoshape {
      if let spec = unit.encoding[.shape], let column = FieldNames.column(spec) {
        return unit.table.column(column)
      }
      return unit.table.indices.map(unit.table.record)
    }
    return places(.longitude, .latitude, unit) + places(.longitude2, .latitude2, unit)
  }

  /// The points of two channels.
  private static func places(_ longitude: Channel, _ latitude: Channel, _ unit: UnitModel)
    -> [ChartValue]
  {
    guard let longitude = unit.column(longitude), let latitude = unit.column(latitude) else {
      return []
    }
    let places = zip(unit.table.column(longitude), unit.table.column(latitude))
    return places.compactMap { x, y in
      guard x.isValid, y.isValid else { return nil }
      return .record([
        "type": "Point", "coordinates": .list([.number(x.toNumber), .number(y.toNumber)]),
      ])
    }
  }
}
