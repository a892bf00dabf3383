/// Shapes on a map.
struct GeoMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    guard let projection = scope.projection else { return [] }
    let style = PaintEncoder(scope).style()
    let table = scope.table
    let shape = scope.encoding[.shape].flatMap { FieldNames.column($0) }.map { scope.reader($0) }
    return RowOrder(scope: scope).rows().compactMap { row in
      let value = shape?(row) ?? table.record(row)
      let path = projection.path(value)
      return path.isEmpty ? nil : .path(PathNode(path: path, style: style(row)))
    }
  }
}
