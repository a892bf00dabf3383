import Documents

/// Lays out small multiples: the plots in a grid, with headers and shared axes around them.
struct FacetLayout {
  let layout: ChartLayout

  private var model: ChartModel { layout.model }

  func lay(_ node: ViewNode, _ facet: FacetModel) -> LaidView {
    let views = facet.cells.map { cell in
      var view = layout.lay(cell.view)
      if facet.isWrapped { addLabel(cell, facet, to: &view) }
      return view
    }
    let rowCount = (facet.cells.map(\.row).max() ?? 0) + 1
    let columnCount = facet.isWrapped ? facet.columnCount : max(1, facet.columns.count)
    let places = places(node, facet, views, rowCount, columnCount)
    var bounds = Bounds.empty
    for (view, place) in zip(views, places) {
      bounds.formUnion(view.outerBounds.translated(place.x, place.y))
    }
    if bounds.isEmpty { bounds = Bounds(x1: 0, y1: 0, x2: 0, y2: 0) }

    var headers = FacetHeaders(model: model, node: node, facet: facet, views: views, places: places)
    let cells = zip(views, places).map { view, place in view.item(at: place) }
    var children = headers.nodes(around: &bounds)
    children.append(.group(.scope(role: "scope", name: "cell", cells)))
    let frame = Bounds(x1: 0, y1: 0, x2: max(0, bounds.x2), y2: max(0, bounds.y2))
    return LaidView(
      children: children, background: nil, bounds: bounds, frame: headers.frame ?? frame,
      guides: (bounds, bounds))
  }

  /// The label over one plot of a wrapped facet.
  private func addLabel(_ cell: FacetModel.Cell, _ facet: FacetModel, to view: inout LaidView) {
    guard let spec = facet.spec.wrapped else { return }
    let index = cell.row * facet.columnCount + cell.column
    let rules = HeaderRules(model: model)
    let label = rules.label(
      index < facet.columns.count ? facet.columns[index] : .undefined, spec,
      rules.side(rules.properties(spec), .column, isTitle: false), frame: view.frame,
      around: view.bounds)
    view.children.append(label.node())
    view.bounds.formUnion(label.bounds)
  }

  /// How plots are aligned unless the author says: not across a direction in which they have scales of
  /// their own, but always in crossed facets.
  private func standardAlignment(_ node: ViewNode, _ facet: FacetModel) -> GridPlacement.Alignment {
    func isIndependent(_ channel: Channel) -> Bool {
      node.spec.resolve.scale[channel] == .independent
    }
    let spec = facet.spec
    if spec.row == nil, isIndependent(.x) { return .none }
    return spec.column == nil && isIndependent(.y) ? .none : .all
  }

  private func places(
    _ node: ViewNode, _ facet: FacetModel, _ views: [LaidView], _ rowCount: Int, _ columnCount: Int
  ) -> [Point] {
    let spacing = model.config.number("facet", "spacing") ?? 20
    var grid = GridPlacement(columns: columnCount)
    grid.columnPadding = facet.spec.grid.columnSpacing ?? facet.spec.grid.spacing ?? spacing
    grid.rowPadding = facet.spec.grid.rowSpacing ?? facet.spec.grid.spacing ?? spacing
    GridRules.apply(facet.spec.grid, to: &grid, standard: standardAlignment(node, facet))
    // Crossed facets may have empty places, which take room all the same.
    var boxes = [Bounds](repeating: .empty, count: rowCount * columnCount)
    for (cell, view) in zip(facet.cells, views) {
      boxes[cell.row * columnCount + cell.column] = view.outerBounds
    }
    let offsets = grid.offsets(of: boxes)
    return facet.cells.map { offsets[$0.row * columnCount + $0.column] }
  }
}
