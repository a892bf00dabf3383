import Documents

/// Lays out views side by side.
struct ConcatLayout {
  let layout: ChartLayout

  func lay(_ node: ViewNode, _ children: [ViewNode], _ concat: ConcatSpec) -> LaidView {
    let views = children.map { layout.lay($0) }
    let spacing = layout.model.config.number("concat", "spacing") ?? 20
    var grid = GridPlacement(columns: concat.columns ?? children.count)
    grid.columnPadding = concat.grid.columnSpacing ?? concat.grid.spacing ?? spacing
    grid.rowPadding = concat.grid.rowSpacing ?? concat.grid.spacing ?? spacing
    GridRules.apply(concat.grid, to: &grid, standard: concat.isRepeat ? .all : .each)
    let usesFrame = concat.grid.bounds == "flush"
    let offsets = grid.offsets(of: views.map { usesFrame ? $0.frame : $0.outerBounds })
    var bounds = Bounds.empty
    var nodes: [SceneNode] = []
    for (index, (view, place)) in zip(views, offsets).enumerated() {
      bounds.formUnion(view.outerBounds.translated(place.x, place.y))
      nodes.append(
        .group(.scope(role: "scope", name: "concat_\(index)_group", [view.item(at: place)])))
    }
    let zero = Bounds(x1: 0, y1: 0, x2: 0, y2: 0)
    let extent = bounds.isEmpty ? zero : bounds
    return LaidView(
      children: nodes, background: nil, bounds: extent, frame: frame(extent),
      guides: (extent, extent))
  }

  /// The part of the extent right of and below the first plot's corner.
  private func frame(_ bounds: Bounds) -> Bounds {
    Bounds(x1: 0, y1: 0, x2: max(0, bounds.x2), y2: max(0, bounds.y2))
  }
}

/// Reads alignment and centring of a grid of views.
enum GridRules {
  static func apply(
    _ spec: GridSpec, to grid: inout GridPlacement, standard: GridPlacement.Alignment
  ) {
    func alignment(_ node: DocumentNode?) -> GridPlacement.Alignment? {
      node?.string.flatMap(GridPlacement.Alignment.init(rawValue:))
    }
    let both = alignment(spec.align)
    grid.columnAlignment = alignment(spec.align?["column"]) ?? both ?? standard
    grid.rowAlignment = alignment(spec.align?["row"]) ?? both ?? standard
    grid.centersInColumn = spec.center?["column"]?.boolean ?? spec.center?.boolean ?? false
    grid.centersInRow = spec.center?["row"]?.boolean ?? spec.center?.boolean ?? false
  }
}
