/// One thing to draw, with everything it needs: the renderer is one switch over these.
///
/// Indirect, because nodes are large and layouts hand lists of them on and on.
indirect enum SceneNode: Hashable, Sendable {
  /// Other nodes, moved, clipped or named together.
  case group(GroupNode)
  /// A line, an area, an arc, a symbol, an outline.
  case path(PathNode)
  /// An upright rectangle.
  case rect(RectNode)
  /// A straight line.
  case rule(RuleNode)
  /// A picture of another file.
  case image(ImageNode)
  /// One or more lines of text.
  case text(TextNode)
}
