/// What all marks of a group have in common and may therefore stand at the group: SVG's inherited
/// properties. Opacity and blending are not among them.
struct SVGCommonStyle: Hashable, Sendable {
  /// The paint of all children; nil where they differ.
  private(set) var style: MarkStyle?
  /// The font of all children, if they are texts; nil where they differ.
  private(set) var font: Font?

  /// Nothing in common.
  init() {}

  /// What several marks have in common; nothing for one mark or for groups.
  init(of nodes: [SceneNode]) {
    guard nodes.count > 1, let first = nodes.first, let style = Self.style(of: first) else {
      return
    }
    let common = Self.inherited(style)
    if nodes.allSatisfy({
      guard let other = Self.style(of: $0) else { return false }
      return other == style || Self.inherited(other) == common
    }) {
      self.style = common
    }
    if case .text(let text) = first,
      nodes.allSatisfy({ if case .text(let other) = $0 { other.font == text.font } else { false } })
    {
      font = text.font
    }
  }

  private static func inherited(_ style: MarkStyle) -> MarkStyle {
    var result = style
    result.opacity = nil
    result.blend = nil
    return result
  }

  private static func style(of node: SceneNode) -> MarkStyle? {
    switch node {
    case .group, .image: nil
    case .path(let path): path.style
    case .rect(let rect): rect.style
    case .rule(let rule): rule.style
    case .text(let text): text.style
    }
  }
}
