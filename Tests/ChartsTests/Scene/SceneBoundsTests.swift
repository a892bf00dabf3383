import Testing

@testable import Charts

@Suite("Extents")
struct SceneBoundsTests {
  private let scene = SceneBounds(metrics: TextMetrics())

  private func close(_ box: Bounds, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double)
    -> Bool
  {
    zip([box.x1, box.y1, box.x2, box.y2], [x1, y1, x2, y2]).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  @Test("an arc's extent holds its outermost places, not only its ends")
  func arcs() {
    var pen = PathBuilder()
    pen.move(10, 0)
    pen.arc(0, 0, 10, from: 0, to: .pi)
    #expect(close(pen.path.bounds, -10, 0, 10, 10))
  }

  @Test("a curve's extent is that of the curve, not of its control points")
  func curves() throws {
    let cubic = try #require(SVGPathParser.parse("M0,0C0,10,10,10,10,0"))
    #expect(close(cubic.bounds, 0, 0, 10, 7.5))
    let quadratic = try #require(SVGPathParser.parse("M0,0Q5,10,10,0"))
    #expect(close(quadratic.bounds, 0, 0, 10, 5))
  }

  @Test("a turned ellipse has the extent of its outermost places")
  func ellipse() throws {
    let path = try #require(SVGPathParser.parse("M-10,0A10,5,0,0,1,10,0A10,5,0,0,1,-10,0Z"))
    #expect(close(path.bounds, -10, -5, 10, 5))
    let turned = try #require(SVGPathParser.parse("M0,-10A10,5,90,0,1,0,10A10,5,90,0,1,0,-10Z"))
    #expect(close(turned.bounds, -5, -10, 5, 10))
  }

  @Test("a stroke reaches its whole width beyond")
  func strokes() {
    let style = MarkStyle.stroked(.literal("red"), width: 2)
    let rule = RuleNode(from: .zero, to: Point(5, 0), style: style)
    #expect(close(scene.bounds(of: rule), -2, -2, 7, 2))
    let symbol = PathNode(
      path: SymbolShape.circle.path(size: 100), position: Point(10, 10), style: style)
    #expect(close(scene.bounds(of: symbol), 3, 3, 17, 17))
    var clear = style
    clear.opacity = 0
    #expect(clear.reach == 0)
  }

  @Test("a group's extent is its children's, moved; a clipped group's is its clip")
  func groups() {
    let rect = RectNode(x: 0, y: 0, width: 10, height: 10, style: MarkStyle())
    var group = GroupNode(translate: Point(5, 5), children: [.rect(rect)])
    #expect(close(scene.bounds(of: group), 5, 5, 15, 15))
    group.clip = .rect(Bounds(x: 0, y: 0, width: 2, height: 3))
    #expect(close(scene.bounds(of: group), 5, 5, 7, 8))
  }

  @Test("a stroked box reaches a pixel round all of its group")
  func background() {
    let group = GroupNode(
      background: RectNode(
        x: 0, y: 0, width: 10, height: 10, style: .stroked(.literal("#ddd"))),
      children: [
        .rule(RuleNode(from: Point(20, 0), to: Point(20, 5), style: MarkStyle()))
      ])
    #expect(close(scene.bounds(of: group), -1, -1, 21, 11))
  }

  @Test("nothing has no extent")
  func nothing() {
    #expect(Bounds.empty.isEmpty && Bounds.empty.width == 0)
    #expect(Bounds.empty.translated(3, 3).isEmpty)
    #expect(Bounds.empty.expanded(by: 3).isEmpty)
    let text = TextNode(lines: [""], position: .zero, font: Font(), style: MarkStyle())
    #expect(scene.bounds(of: text).isEmpty)
    var box = Bounds.empty
    box.add(.nan, .infinity)
    #expect(box.isEmpty)
  }

  @Test("a scene is told as JSON")
  func json() {
    let rect = RectNode(x: 0, y: 0.5, width: 10, height: 10, style: .filled(.token(.s1)))
    let scene = Scene(width: 20, height: 20, root: .marks("rect", [.rect(rect)]))
    #expect(
      SceneJSON.text(scene) == """
        {
          "width": 20,
          "height": 20,
          "origin": [
            0,
            0
          ],
          "root": {
            "node": "group",
            "class": "mark-rect role-mark",
            "children": [
              {
                "node": "rect",
                "box": [
                  0,
                  0.5,
                  10,
                  10
                ],
                "fill": "var(--s1)"
              }
            ]
          }
        }

        """)
  }
}
