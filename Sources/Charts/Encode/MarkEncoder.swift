import Documents

/// Draws the rows of one unit: chooses the kind of mark and puts its figures into one group.
enum MarkEncoder {
  /// The group of a unit's marks; nil where nothing is drawn.
  static func group(_ scope: UnitScope) -> SceneNode? {
    if let stacks = RoundedStacks(scope) { return stacks.node() }
    let (kind, nodes) = figures(scope)
    guard !nodes.isEmpty else { return nil }
    var group = GroupNode.marks(
      kind, accessibility: scope.properties.boolean("aria") == false ? .hidden : nil, nodes)
    if scope.properties.boolean("clip") ?? (clipsByDomain(scope) || clipsMap(scope)) {
      group.clip = .rect(Bounds(x1: 0, y1: 0, x2: scope.width, y2: scope.height))
    }
    return .group(group)
  }

  private static func figures(_ scope: UnitScope) -> (kind: String, [SceneNode]) {
    switch scope.unit.mark.type {
    case .bar, .rect: ("rect", RectMark(scope).nodes())
    case .image: ("image", ImageMark(scope).nodes())
    case .tick: ("rect", TickMark(scope).nodes())
    case .point, .circle, .square: ("symbol", PointMark(scope).nodes())
    case .line: ("line", LineMark(scope).nodes())
    case .area: ("area", AreaMark(scope).nodes())
    case .trail: ("trail", TrailMark(scope).nodes())
    case .rule: ("rule", RuleMark(scope).nodes())
    case .text: ("text", TextMark(scope).nodes())
    case .arc: ("arc", ArcMark(scope).nodes())
    case .geoshape: ("shape", GeoMark(scope).nodes())
    case .errorbar, .errorband, .boxplot: ("rect", [])
    }
  }

  /// Maps that are not fitted to the plot are cut off at its ends.
  private static func clipsMap(_ scope: UnitScope) -> Bool {
    guard scope.projection != nil, let written = scope.unit.spec.projection else { return false }
    return written.has("scale") || written.has("translate")
  }

  /// Selections that decide on a scale's domain cut marks off at its ends.
  private static func clipsByDomain(_ scope: UnitScope) -> Bool {
    scope.scale(.x)?.clips == true || scope.scale(.y)?.clips == true
  }
}
