extension AxisLayout {
  /// The grid lines as a group of their own, which stands behind the marks; nil without a grid.
  ///
  /// The lines are in the coordinates of the plot's sides, so the axis may stand away from them.
  func gridNode() -> SceneNode? {
    let rules = AxisRules(model: model).grid()
    guard !rules.isEmpty else { return nil }
    let grid = GroupNode.marks("rule", role: "axis-grid", rules.map(SceneNode.rule))
    return .group(
      .scope(
        role: "axis", accessibility: .hidden,
        [GroupNode(translate: placed, children: [.group(grid)])]))
  }

  /// Domain, ticks, labels and title; nil where nothing is shown.
  func node() -> SceneNode? {
    let rules = AxisRules(model: model)
    var children: [SceneNode] = []
    let ticks = rules.ticks()
    if !ticks.isEmpty {
      children.append(.group(.marks("rule", role: "axis-tick", ticks.map(SceneNode.rule))))
    }
    if !labels.isEmpty {
      children.append(.group(.marks("text", role: "axis-label", labels.map(SceneNode.text))))
    }
    if let domain = rules.domain() {
      children.append(.group(.marks("rule", role: "axis-domain", [.rule(domain)])))
    }
    if let title {
      children.append(.group(.marks("text", role: "axis-title", [.text(title)])))
    }
    guard !children.isEmpty else { return nil }
    return .group(
      .scope(
        role: "axis", accessibility: model.accessibility,
        [GroupNode(translate: placed, children: children)]))
  }

  /// The axis's origin on the pixel grid.
  private var placed: Point { origin + Point(model.translate, model.translate) }
}
