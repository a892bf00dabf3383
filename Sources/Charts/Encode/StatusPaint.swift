import Tables

/// Marks of values that are not plainly reported: dashed or hatched for estimates, hollow for
/// provisional ones, an open end for lower bounds, a gap for what is withheld.
struct StatusPaint {
  /// What kind of figure is painted.
  enum Form {
    /// A filled rectangle.
    case bar
    /// A symbol, so small that its hatching is fine enough to look like a lighter tone.
    case point
    /// A line.
    case line
  }

  /// The dashes of estimated lines.
  static let dash: [Double] = [4, 3]
  /// The channel of the values whose status is told.
  let channel: Channel
  private let read: (Row) -> ChartValue

  /// nil where no column tells a status, or the theme does not mark it.
  init?(_ scope: UnitScope) {
    guard scope.theme?.marksStatus == true,
      let reader = StatusReader(scope.unit, named: scope.statusColumns)
    else { return nil }
    channel = reader.channel
    read = scope.reader(reader.column)
  }

  /// The status of a row, where it is not plainly reported.
  func status(_ row: Row) -> DataStatus? { StatusReader.status(read(row)) }

  /// Whether a row has no value for a reason that its status tells.
  func isGap(_ row: Row) -> Bool { status(row)?.meansNoValue == true }

  /// Whether a row's value is at least what is drawn.
  func isLowerBound(_ row: Row) -> Bool { status(row) == .lowerBound }

  /// Changes the paint of one figure.
  func apply(_ row: Row, _ style: inout MarkStyle, as form: Form) {
    switch (status(row), form) {
    case (.estimated, .line), (.ownEstimate, .line), (.lowerBound, .line):
      Self.makeDashed(&style)
    case (.estimated, .bar), (.ownEstimate, .bar):
      guard let fill = style.fill else { return Self.makeDashed(&style) }
      style.fill = .hatch(Hatch(color: fill.sceneColor))
      style.stroke = fill
      style.strokeWidth = 1
    case (.estimated, .point), (.ownEstimate, .point):
      guard let fill = style.fill ?? style.stroke else { return }
      style.fill = .hatch(Hatch(color: fill.sceneColor, spacing: 2.5, lineWidth: 1))
      style.stroke = fill
      style.strokeWidth = 1
    case (.provisional, .bar), (.provisional, .point), (.revised, .bar), (.revised, .point),
      (.lowerBound, .point):
      Self.makeHollow(&style)
    default: break
    }
  }

  /// A dash with flat ends: round ones would fill the gaps.
  private static func makeDashed(_ style: inout MarkStyle) {
    style.strokeDash = dash
    style.strokeCap = .butt
  }

  private static func makeHollow(_ style: inout MarkStyle) {
    style.stroke = style.fill ?? style.stroke
    style.strokeWidth = 1.5
    style.fill = .token(.paper)
  }

  /// The pieces of a line: dashed where one of its ends is an estimate.
  func pieces(_ rows: [Row], _ points: [Point?], _ curve: Curve, _ style: MarkStyle) -> [SceneNode]
  {
    var estimate = style
    Self.makeDashed(&estimate)
    let isEstimate = rows.map { row -> Bool in
      switch status(row) {
      case .estimated, .ownEstimate, .lowerBound: true
      default: false
      }
    }
    guard isEstimate.contains(true), points.count > 1 else {
      return [LineShape.path(points, curve: curve)].filter { !$0.isEmpty }
        .map { .path(PathNode(path: $0, style: style)) }
    }
    var nodes: [SceneNode] = []
    var start = 0
    while start < points.count - 1 {
      let isDashed = isEstimate[start] || isEstimate[start + 1]
      var end = start + 1
      while end < points.count - 1, (isEstimate[end] || isEstimate[end + 1]) == isDashed {
        end += 1
      }
      let path = LineShape.path(Array(points[start...end]), curve: curve)
      if !path.isEmpty {
        nodes.append(.path(PathNode(path: path, style: isDashed ? estimate : style)))
      }
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
