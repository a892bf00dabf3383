/// Fewer elements for the same picture: straight lines of one paint, such as a grid, and places of a
/// map that share a colour become one path. A page holds dozens of drawings, and browsers and readers
/// pay for every element.
///
/// Only opaque colours of the theme are joined, as what is translucent would be seen twice where it
/// overlaps itself, and nothing that is a link.
enum SVGJoinedMarks {
  /// The children of a group, each run of marks that nobody could tell apart as one path.
  static func children(of group: GroupNode) -> [SceneNode] {
    let isMap = group.classes.contains("mark-shape")
    var result: [SceneNode] = []
    result.reserveCapacity(group.children.count)
    var run: PathNode?
    for node in group.children {
      guard let mark = path(of: node, isMap: isMap) else {
        if let path = run { result.append(.path(path)) }
        run = nil
        result.append(node)
        continue
      }
      if run?.style == mark.style {
        run?.path.commands += mark.path.commands
      } else {
        if let path = run { result.append(.path(path)) }
        run = mark
      }
    }
    if let path = run { result.append(.path(path)) }
    return result
  }

  /// A mark that may be joined with its like, as a path.
  private static func path(of node: SceneNode, isMap: Bool) -> PathNode? {
    switch node {
    case .rule(let rule) where rule.href == nil && isOpaque(rule.style):
      PathNode(
        path: Path(commands: [.move(rule.from), .line(rule.to)]), style: rule.style)
    case .path(let path)
    where isMap && path.position == nil && path.href == nil && isOpaque(path.style):
      path
    default: nil
    }
  }

  private static func isOpaque(_ style: MarkStyle) -> Bool {
    isPlain(style.fill) && isPlain(style.stroke) && (style.fillOpacity ?? 1) == 1
      && (style.strokeOpacity ?? 1) == 1 && (style.opacity ?? 1) == 1 && style.blend == nil
  }

  private static func isPlain(_ paint: Paint?) -> Bool {
    switch paint {
    case nil, .token: true
    case .literal, .gradient, .hatch: false
    }
  }
}
