/// The entries of a symbol legend in rows and columns.
struct LegendSymbols {
  /// The legend.
  let model: LegendModel
  /// Its entries.
  let entries: [LegendEntry]
  /// What texts are measured with.
  let metrics: TextMetrics

  /// One group a entry, at its place below the legend's origin.
  func nodes() -> [SceneNode] {
    guard !entries.isEmpty else { return [] }
    let columns = model.columns ?? (model.isVertical ? 1 : 0)
    let extents = entries.map { $0.extent(fontSize: model.labelText.font.size) }
    let largest = extents.max() ?? 0
    let ordered = order(columns: columns)
    let groups = ordered.map { index in
      group(entries[index], extents[index], width: columns > 0 ? largest : extents[index])
    }
    let scene = SceneBounds(metrics: metrics)
    var grid = GridPlacement(columns: columns)
    grid.columnAlignment = model.gridAlign
    grid.rowAlignment = model.gridAlign
    grid.columnPadding = model.columnPadding
    grid.rowPadding = model.rowPadding
    grid.centersInRow = true
    let places = grid.offsets(of: groups.map { scene.bounds(of: $0) })
    let placed = zip(groups, places).map { group, place in
      var group = group
      group.translate = place
      return group
    }
    return [.group(.scope(role: "scope", placed))]
  }

  /// The entries row by row; in a vertical legend the columns are filled one after the other.
  private func order(columns: Int) -> [Int] {
    guard model.isVertical, columns > 1 else { return Array(entries.indices) }
    let rows = (entries.count + columns - 1) / columns
    return entries.indices.sorted { ($0 % rows, $0) < ($1 % rows, $1) }
  }

  private func group(_ entry: LegendEntry, _ extent: Double, width: Double) -> GroupNode {
    let y = (model.clipHeight ?? extent) / 2
    let symbol = PathNode(
      path: entry.shape.path(size: entry.size),
      position: Point(width / 2 + model.symbolOffset, y), style: entry.style)
    let text = TextNode(
      lines: model.labelText.fitted([entry.label], metrics),
      position: Point(width + model.symbolOffset + (model.labelOffset ?? 4), y),
      align: model.labelAlign, baseline: model.labelBaseline, font: model.labelText.font,
      style: model.labelText.style)
    var group = GroupNode(children: [
      .group(.marks("symbol", role: "legend-symbol", [.path(symbol)])),
      .group(.marks("text", role: "legend-label", [.text(text)])),
    ])
    if let height = model.clipHeight {
      let symbols = SceneBounds(metrics: metrics).bounds(of: group)
      group.clip = .rect(Bounds(x1: min(0, symbols.x1), y1: 0, x2: symbols.x2, y2: height))
    }
    return group
  }
}
