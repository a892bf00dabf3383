/// Lines through points, with gaps.
enum LineShape {
  /// The path of a line; nil and points that hold no number break it.
  static func path(_ points: [Point?], curve: Curve = .linear) -> Path {
    var path = PathBuilder()
    var pen = curve.pen()
    var isDrawing = false
    for point in points {
      if let point, point.isFinite {
        if !isDrawing { pen.beginLine() }
        isDrawing = true
        pen.point(point, in: &path)
      } else if isDrawing {
        pen.endLine(in: &path)
        isDrawing = false
      }
    }
    if isDrawing { pen.endLine(in: &path) }
    return path.path
  }
}
