/// Areas between a top line and a base line, with gaps.
enum AreaShape {
  /// One place along an area: where its top and where its base is.
  struct Span: Hashable, Sendable {
    /// The value's end.
    var top: Point
    /// The other end.
    var base: Point
  }

  /// The path of an area; nil and places that hold no number break it.
  static func path(_ spans: [Span?], curve: Curve = .linear) -> Path {
    var path = PathBuilder()
    var pen = curve.pen()
    var run: [Span] = []
    func draw() {
      guard !run.isEmpty else { return }
      pen.beginArea()
      pen.beginLine()
      for span in run { pen.point(span.top, in: &path) }
      pen.endLine(in: &path)
      pen.beginLine()
      for span in run.reversed() { pen.point(span.base, in: &path) }
      pen.endLine(in: &path)
      pen.endArea()
      run = []
    }
    for span in spans {
      if let span, span.top.isFinite, span.base.isFinite {
        run.append(span)
      } else {
        draw()
      }
    }
    draw()
    return path.path
  }
}
