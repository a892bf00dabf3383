/// Rectangles, with rounded corners where asked.
enum RectangleShape {
  /// One minus the length of the control arms that make a Bézier curve nearest to a quarter circle.
  private static let arm = 0.448084975506

  /// The path of a rectangle; radii are cut to half of the shorter side.
  static func path(
    x: Double, y: Double, width: Double, height: Double, corners: CornerRadii = CornerRadii()
  ) -> Path {
    var pen = PathBuilder()
    guard !corners.areSharp else {
      pen.rect(x, y, width, height)
      return pen.path
    }
    let most = max(0, min(width, height) / 2)
    func cut(_ radius: Double) -> Double { max(0, min(radius, most)) }
    let (tl, tr) = (cut(corners.topLeft), cut(corners.topRight))
    let (br, bl) = (cut(corners.bottomRight), cut(corners.bottomLeft))
    let (x2, y2) = (x + width, y + height)
    let c = arm
    pen.move(x + tl, y)
    pen.line(x2 - tr, y)
    pen.cubic(x2 - c * tr, y, x2, y + c * tr, x2, y + tr)
    pen.line(x2, y2 - br)
    pen.cubic(x2, y2 - c * br, x2 - c * br, y2, x2 - br, y2)
    pen.line(x + bl, y2)
    pen.cubic(x + c * bl, y2, x, y2 - c * bl, x, y2 - bl)
    pen.line(x, y + tl)
    pen.cubic(x, y + c * tl, x + c * tl, y, x + tl, y)
    pen.close()
    return pen.path
  }
}
