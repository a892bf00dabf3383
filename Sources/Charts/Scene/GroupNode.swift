/// Nodes that are moved, clipped and named together.
struct GroupNode: Hashable, Sendable {
  /// What is not drawn outside of it.
  enum Clip: Hashable, Sendable {
    /// A rectangle in the group's coordinates.
    case rect(Bounds)
    /// Any outline in the group's coordinates.
    case path(Path)
  }

  /// The class names, such as `mark-rect role-mark marks`; none are written if empty.
  var classes: [String] = []
  /// Where the group's origin is put; nil leaves it where it is.
  var translate: Point?
  /// The box behind the children; its size counts for the group's extent.
  var background: RectNode?
  /// What is cut off; a clipped group's extent is its clip.
  var clip: Clip?
  /// Of the whole group, from 0 to 1.
  var opacity: Double?
  /// The words.
  var accessibility: Accessibility?
  /// The nodes, from back to front.
  var children: [SceneNode] = []

  /// Whether there is nothing to draw.
  var isEmpty: Bool { children.isEmpty && background == nil }

  /// The same drawing in fewer groups: as long as a group holds nothing but another group, the two are one,
  /// with the class names of both. Words of the groups are lost.
  var merged: GroupNode {
    guard children.count == 1, case .group(let child) = children[0], clip == nil, background == nil,
      (opacity ?? 1) == 1
    else { return self }
    var group = child.merged
    group.classes = classes + group.classes.filter { !classes.contains($0) }
    if let translate { group.translate = translate + (group.translate ?? .zero) }
    return group
  }

  /// Marks of one kind under the class names that readers of the picture look for.
  ///
  /// `kind` is `rect`, `symbol`, `line`, `rule`, `text` and so on, `role` is `mark`, `axis-label` and
  /// so on, `name` a further class.
  static func marks(
    _ kind: String, role: String = "mark", name: String? = nil,
    accessibility: Accessibility? = nil, _ children: [SceneNode]
  ) -> GroupNode {
    GroupNode(
      classes: ["mark-\(kind)", "role-\(role)"] + (name.map { [$0] } ?? []),
      accessibility: accessibility, children: children)
  }

  /// One or several plots, guides or titles under a group of a role; each is a moved group.
  static func scope(
    role: String, name: String? = nil, accessibility: Accessibility? = nil, _ items: [GroupNode]
  ) -> GroupNode {
    .marks(
      "group", role: role, name: name, accessibility: accessibility, items.map(SceneNode.group))
  }
}
