import Documents

/// Symbols: points, circles and squares.
struct PointMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let place = PlaceEncoder(scope).place()
    let values = ValueEncoder(scope: scope)
    let size = values.number(.size, standard: 30) ?? { _ in 30 }
    let shape = shape(values)
    let angle = values.number(.angle)
    let style = PaintEncoder(scope).style()
    let status = StatusPaint(scope)
    let href = LinkEncoder(scope).href()
    var paths = SymbolPaths()
    return RowOrder(scope: scope).rows().flatMap { row -> [SceneNode] in
      let (point, area) = (place(row), size(row))
      guard point.isFinite, area.isFinite else { return [] }
      var paint = style(row)
      status?.apply(row, &paint, as: .point)
      let symbol = SceneNode.path(
        PathNode(
          path: paths.path(shape(row), area), position: point, angle: angle?(row) ?? 0,
          style: paint, href: href?(row)))
      guard let status, status.isLowerBound(row) else { return [symbol] }
      let end = OpenEnds.point(
        point, radius: (max(0, area) / .pi).squareRoot(), style: paint,
        isHorizontal: status.channel == .x)
      return [end, symbol]
    }
  }

  private func shape(_ values: ValueEncoder) -> (Row) -> String {
    switch scope.unit.mark.type {
    case .circle: return { _ in "circle" }
    case .square: return { _ in "square" }
    default: break
    }
    let standard = scope.properties.string("shape") ?? "circle"
    guard let value = values.value(.shape, standard: { _ in .text(standard) }) else {
      return { _ in standard }
    }
    return { value($0).text ?? standard }
  }
}

/// The paths of symbols by name and size: most symbols of a chart share one.
struct SymbolPaths {
  private struct Key: Hashable {
    var shape: String
    var size: Double
  }

  private var known: [Key: Path] = [:]
  private var last: (key: Key, path: Path)?

  mutating func path(_ shape: String, _ size: Double) -> Path {
    let key = Key(shape: shape, size: size)
    if let last, last.key == key { return last.path }
    let path =
      known[key] ?? (SymbolShape(shape) ?? .circle).path(size: max(0, size))
    known[key] = path
    last = (key, path)
    return path
  }
}
