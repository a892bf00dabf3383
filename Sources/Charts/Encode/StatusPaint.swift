import Tables

/// Marks of values that are not plainly reported: dashed or hatched for estimates, hollow for
/// provisional ones, a gap for what is withheld.
struct StatusPaint {
  private let statuses: (Row) -> DataStatus?

  /// nil where no column tells a status.
  init?(_ scope: UnitScope) {
    guard let theme = scope.theme, theme.marksStatus else { return nil }
    let measure = scope.unit.stack.map(\.channel) ?? scope.unit.orient?.valueChannel ?? .y
    let field = scope.encoding[measure]?.field
    let names = [field.flatMap { scope.statusColumns[$0] }, field.map { $0 + "_status" }, "status"]
    guard let name = names.compactMap({ $0 }).first(where: { scope.table.index(of: $0) != nil })
    else { return nil }
    let read = scope.reader(name)
    statuses = { read($0).text.flatMap(DataStatus.init(rawValue:)) }
  }

  /// The status of a row, where it is not plainly reported.
  func status(_ row: Row) -> DataStatus? {
    let status = statuses(row)
    return status == .reported ? nil : status
  }

  /// Changes the paint of one figure.
  func apply(_ row: Row, _ style: inout MarkStyle) {
    guard let status = status(row) else { return }
    switch status {
    case .estimated, .ownEstimate, .lowerBound:
      if let fill = style.fill, style.stroke == nil {
        style.fill = .hatch(Hatch(color: fill.sceneColor))
        style.stroke = fill
        style.strokeWidth = 1
      } else {
        style.strokeDash = [4, 3]
      }
    case .provisional, .revised:
      if let fill = style.fill, style.stroke == nil {
        style.stroke = fill
        style.strokeWidth = 1.5
        style.fill = .token(.paper)
      }
    default: break
    }
  }

  /// The pieces of a line: dashed where one of its ends is an estimate.
  func pieces(_ rows: [Row], _ points: [Point?], _ curve: Curve, _ style: MarkStyle) -> [SceneNode]
  {
    let dashed = rows.map { row -> Bool in
      switch status(row) {
      case .estimated, .ownEstimate, .lowerBound: true
      default: false
      }
    }
    guard dashed.contains(true) else {
      let path = LineShape.path(points, curve: curve)
      return path.isEmpty ? [] : [.path(PathNode(path: path, style: style))]
    }
    var nodes: [SceneNode] = []
    var start = 0
    while start < points.count - 1 {
      let isDashed = dashed[start] || dashed[start + 1]
      var end = start + 1
      while end < points.count - 1, (dashed[end] || dashed[end + 1]) == isDashed { end += 1 }
      let path = LineShape.path(Array(points[start...end]), curve: curve)
      var paint = style
      if isDashed { paint.strokeDash = [4, 3] }
      if !path.isEmpty { nodes.append(.path(PathNode(path: path, style: paint))) }
      start = end
    }
    return nodes
  }
}

extension Paint {
  /// The paint's colour, for hatchings.
  var sceneColor: SceneColor {
    if case .token(let token) = self { .token(token) } else { .literal(literalColor) }
  }
}
