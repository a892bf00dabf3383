import Documents

/// Lines, one for each series.
struct LineMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let place = PlaceEncoder(scope).place()
    let style = PaintEncoder(scope).lineStyle()
    let curve = Curve.of(scope.properties)
    let gaps = PathGaps(scope)
    let status = StatusPaint(scope)
    let href = LinkEncoder(scope).href()
    return RowOrder(scope: scope).series().flatMap { rows -> [SceneNode] in
      guard let first = rows.first else { return [] }
      let points = rows.map { row -> Point? in gaps.breaks(row) ? nil : place(row) }
      let paint = style(first)
      if let status {
        return status.pieces(rows, points, curve, paint)
      }
      let path = LineShape.path(points, curve: curve)
      guard !path.isEmpty else { return [] }
      return [.path(PathNode(path: path, style: paint, href: href?(first)))]
    }
  }
}

/// Areas, one for each series.
struct AreaMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let positions = PositionEncoder(scope: scope)
    let isHorizontal = scope.unit.orient == .horizontal
    let (value, cross): (Channel, Channel) = isHorizontal ? (.x, .y) : (.y, .x)
    let (top, second) = positions.range(value, or: .zeroOrStart, .zeroOrStart)
    // Without a direction an area has no breadth.
    let base = scope.unit.orient == nil ? top : second
    let along = positions.point(cross, or: .zeroOrStart)
    let style = PaintEncoder(scope).style()
    let curve = Curve.of(scope.properties)
    let gaps = PathGaps(scope)
    return RowOrder(scope: scope).series().compactMap { rows in
      guard let first = rows.first else { return nil }
      let spans = rows.map { row -> AreaShape.Span? in
        if gaps.breaks(row) { return nil }
        let (c, t, b) = (along(row), top(row), base(row))
        return isHorizontal
          ? AreaShape.Span(top: Point(t, c), base: Point(b, c))
          : AreaShape.Span(top: Point(c, t), base: Point(c, b))
      }
      let path = AreaShape.path(spans, curve: curve)
      return path.isEmpty ? nil : .path(PathNode(path: path, style: style(first)))
    }
  }
}

/// Lines of changing width, one for each series.
struct TrailMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let place = PlaceEncoder(scope).place()
    let size = ValueEncoder(scope: scope).number(.size, standard: 2) ?? { _ in 2 }
    let style = PaintEncoder(scope).style()
    let gaps = PathGaps(scope)
    return RowOrder(scope: scope).series().compactMap { rows in
      guard let first = rows.first else { return nil }
      let places = rows.map { row -> TrailShape.Place? in
        gaps.breaks(row) ? nil : TrailShape.Place(point: place(row), size: size(row))
      }
      let path = TrailShape.path(places)
      return path.isEmpty ? nil : .path(PathNode(path: path, style: style(first)))
    }
  }
}

/// Where lines and areas break: at rows whose position is null or NaN.
struct PathGaps {
  private let readers: [(Row) -> ChartValue]

  init(_ scope: UnitScope) {
    guard scope.unit.invalidMode != "show", scope.unit.invalidMode != "filter" else {
      readers = []
      return
    }
    readers = [Channel.x, .y].compactMap { channel in
      guard let spec = scope.encoding[channel], spec.isField, let model = scope.scale(channel),
        !model.type.hasDiscreteDomain, let column = FieldNames.column(spec)
      else { return nil }
      return scope.reader(column)
    }
  }

  func breaks(_ row: Row) -> Bool {
    readers.contains { read in
      let value = read(row)
      return value.isMissing || !value.toNumber.isFinite
    }
  }
}

extension Curve {
  /// The curve that a mark's properties name.
  static func of(_ properties: Properties) -> Curve {
    Curve(name: properties.string("interpolate") ?? "linear", tension: properties.number("tension"))
      ?? .linear
  }
}
