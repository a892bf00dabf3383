/// The extents of nodes, by Vega's rules: on them rest margins, legends and headers.
struct SceneBounds: Sendable {
  /// What texts are measured with.
  var metrics: TextMetrics

  /// The extent of a node in the coordinates of its parent.
  func bounds(of node: SceneNode) -> Bounds {
    switch node {
    case .group(let group): bounds(of: group)
    case .path(let path): bounds(of: path)
    case .rect(let rect): bounds(of: rect)
    case .rule(let rule): bounds(of: rule)
    case .image(let image): image.box
    case .text(let text): bounds(of: text)
    }
  }

  /// The extent of several nodes.
  func bounds(of nodes: [SceneNode]) -> Bounds {
    nodes.reduce(into: Bounds.empty) { $0.formUnion(bounds(of: $1)) }
  }

  /// The extent of a group: of its clip, or else of its children and its box, with the box's stroke
  /// round all of it.
  func bounds(of group: GroupNode) -> Bounds {
    var result = Bounds.empty
    switch group.clip {
    case .rect(let box): result = box
    case .path(let path): result = path.bounds
    case nil: result = bounds(of: group.children)
    }
    if let background = group.background {
      result.formUnion(
        Bounds(
          x: background.x, y: background.y, width: background.width, height: background.height))
      result = result.expanded(by: background.style.reach)
    }
    let offset = group.translate ?? .zero
    return result.translated(offset.x, offset.y)
  }

  /// The extent of a path with its stroke.
  func bounds(of node: PathNode) -> Bounds {
    let offset = node.position ?? .zero
    return node.path.bounds.rotated(degrees: node.angle, about: .zero)
      .expanded(by: node.style.reach).translated(offset.x, offset.y)
  }

  /// The extent of a rectangle with its stroke.
  func bounds(of node: RectNode) -> Bounds {
    Bounds(x: node.x, y: node.y, width: node.width, height: node.height)
      .expanded(by: node.style.reach)
  }

  /// The extent of a line with its stroke.
  func bounds(of node: RuleNode) -> Bounds {
    var box = Bounds.empty
    box.add(node.from)
    box.add(node.to)
    return box.expanded(by: node.style.reach)
  }

  /// The extent of a text; nothing for the empty text.
  func bounds(of node: TextNode) -> Bounds {
    node.lines.allSatisfy(\.isEmpty) ? .empty : metrics.bounds(node)
  }
}
