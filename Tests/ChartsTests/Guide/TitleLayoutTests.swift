import Testing

@testable import Charts

@Suite("Titles and headers")
struct TitleLayoutTests {
  private let metrics = TextMetrics()
  private let view = Bounds(x1: -40, y1: -5, x2: 200, y2: 130)

  private func layout(_ model: TitleModel) -> TitleLayout {
    TitleLayout(model, plotWidth: 180, plotHeight: 100, view: view, metrics: metrics)
  }

  private func places(_ node: SceneNode, at origin: Point = .zero) -> [Point] {
    switch node {
    case .group(let group):
      group.children.flatMap { places($0, at: origin + (group.translate ?? .zero)) }
    case .text(let text): [origin + text.position]
    default: []
    }
  }

  @Test("a title stands above everything, in the middle of it")
  func above() {
    let result = layout(TitleModel(["Output"]))
    #expect(places(result.node()) == [Point(80, -22)])
    #expect(result.bounds.y1 == -22 && result.bounds.y2 == -9)
  }

  @Test("a subtitle stands below the title, and both above the view")
  func subtitle() {
    var model = TitleModel(["Output"])
    model.subtitle = ["in tonnes", "1990 to 2024"]
    let result = layout(model)
    let points = places(result.node())
    #expect(points.count == 2)
    #expect(points[1].y - points[0].y == 16)
    #expect(abs(result.bounds.y2 + 9) < 2)
  }

  @Test(
    "anchor and frame decide where along the side",
    arguments: [
      (GuideAnchor.start, TitleModel.Frame.bounds, -40.0), (.middle, .bounds, 80),
      (.end, .bounds, 200), (.start, .group, 0), (.middle, .group, 90), (.end, .group, 180),
    ])
  func anchors(anchor: GuideAnchor, frame: TitleModel.Frame, x: Double) {
    var model = TitleModel(["Output"])
    model.anchor = anchor
    model.frame = frame
    #expect(places(layout(model).node()).first?.x == x)
  }

  @Test("a title at each side keeps clear of the view", arguments: GuideSide.allCases)
  func sides(side: GuideSide) {
    var model = TitleModel(["Output", "and use"])
    model.side = side
    #expect(!layout(model).bounds.intersects(view))
  }

  @Test("a long title is cut to its limit")
  func limit() {
    var model = TitleModel([String(repeating: "long ", count: 30)])
    model.text.limit = 100
    #expect(layout(model).bounds.width <= 100)
  }

  @Test("the header of a row stands left of its axes, turned")
  func rowHeader() {
    let axes = Bounds(x1: -72, y1: 0, x2: 0, y2: 300)
    let header = HeaderLayout(
      .label(["Female"], side: .left), length: 300, axes: axes, metrics: metrics)
    #expect(abs(header.bounds.x1 + 92) < 1e-6)
    #expect(abs(header.bounds.center.y - 150) < 1e-6)
  }

  @Test("the header of a column stands above it")
  func columnHeader() {
    let header = HeaderLayout(.label(["2020"], side: .top), length: 200, metrics: metrics)
    #expect(header.bounds.y1 == -20 && header.bounds.y2 == -10)
    #expect(places(header.node()) == [Point(100, -20)])
  }

  @Test("a level header of a row ends beside the plots")
  func levelHeader() {
    var model = HeaderModel.label(["New"], side: .left)
    model.angle = 0
    let node = HeaderLayout(model, length: 20, metrics: metrics).node()
    let text = SVGRenderer.render(Scene(width: 1, height: 1, root: GroupNode(children: [node])))
    #expect(text.contains("text-anchor=\"end\""))
    model.align = .left
    let left = HeaderLayout(model, length: 20, metrics: metrics)
    #expect(left.bounds.x2 <= -9)
  }
}
