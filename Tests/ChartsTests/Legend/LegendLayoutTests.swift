import Testing

@testable import Charts

/// Places are those of the references.
@Suite("Legends")
struct LegendLayoutTests {
  private let metrics = TextMetrics()
  private let sites = [
    "Crookston", "Duluth", "Grand Rapids", "Morris", "University Farm", "Waseca",
  ]

  private func entries(_ names: [String]) -> [LegendEntry] {
    names.map {
      LegendEntry(
        label: $0, shape: .square,
        style: MarkStyle(fill: .literal("#4c78a8"), strokeWidth: 1.5))
    }
  }

  private func symbols() -> LegendModel {
    var model = LegendModel(.symbols(entries(sites)))
    model.title = ["site"]
    return model
  }

  /// The texts of a role with their absolute places.
  private func texts(_ node: SceneNode, at origin: Point = .zero) -> [(String, Point)] {
    switch node {
    case .group(let group):
      group.children.flatMap { texts($0, at: origin + (group.translate ?? .zero)) }
    case .text(let text): [(text.lines.joined(separator: "/"), origin + text.position)]
    default: []
    }
  }

  @Test("entries of one column stand 13 pixels apart, the legend is as large as they need")
  func column() {
    let layout = LegendLayout(symbols(), metrics: metrics)
    #expect(layout.width == 87)
    #expect(layout.height == 92)
    let labels = texts(layout.node(at: Point(218, 0)))
    #expect(labels.map(\.0) == sites + ["site"])
    #expect(labels[0].1 == Point(234, 22))
    #expect(labels[1].1 == Point(234, 35))
    #expect(labels[6].1 == Point(218, 0))
  }

  @Test("across, entries follow each other")
  func row() {
    var model = symbols()
    model.isVertical = false
    let labels = texts(LegendLayout(model, metrics: metrics).node(at: .zero))
    #expect(Set(labels.prefix(6).map(\.1.y)) == [22])
    #expect(labels[0].1.x < labels[1].1.x)
  }

  @Test("columns of an upright legend are filled one after the other")
  func columns() {
    var model = symbols()
    model.columns = 2
    let labels = texts(LegendLayout(model, metrics: metrics).node(at: .zero)).prefix(6)
    #expect(
      labels.map(\.0) == [
        "Crookston", "Morris", "Duluth", "University Farm", "Grand Rapids", "Waseca",
      ])
    #expect(labels[0].1.x == labels[2].1.x)
    #expect(labels[1].1.x == labels[3].1.x)
  }

  @Test("beyond the limit the last entry says how many are left out")
  func limit() {
    let many = entries((1...40).map(String.init))
    let limited = LegendEntry.limited(many)
    #expect(limited.count == 30)
    #expect(limited.last?.label == "…11 entries")
    #expect(LegendEntry.limited(entries(sites)).count == 6)
  }

  @Test("larger symbols take more room")
  func sizes() {
    #expect(LegendEntry(label: "a", size: 100).extent(fontSize: 10) == 12)
    #expect(LegendEntry(label: "a", size: 0).extent(fontSize: 10) == 10)
    #expect(LegendEntry(label: "a", size: 400).extent(fontSize: 10) == 22)
  }

  private func gradient() -> LegendModel {
    let colors = Gradient.vertical([
      .init(offset: 0, color: .literal("white")), .init(offset: 1, color: .literal("navy")),
    ])
    let labels = [LegendLabel(fraction: 0, text: "3"), LegendLabel(fraction: 1, text: "49")]
    var model = LegendModel(.gradient(colors, labels: labels))
    model.gradientLength = 150
    model.title = ["Visits"]
    return model
  }

  @Test("the bar's labels stand inside of its ends")
  func bar() {
    let layout = LegendLayout(gradient(), metrics: metrics)
    #expect(layout.width == 30)
    #expect(layout.height == 166)
    let labels = texts(layout.node(at: Point(242, 0)))
    #expect(labels.map(\.1) == [Point(260, 166), Point(260, 16), Point(242, 0)])
  }

  @Test("a level bar runs from left to right with its labels below")
  func levelBar() {
    var model = gradient()
    model.isVertical = false
    let layout = LegendLayout(model, metrics: metrics)
    #expect(layout.width == 150)
    #expect(layout.height == 16 + 16 + 2 + 10)
    #expect(texts(layout.node(at: .zero)).prefix(2).map(\.1) == [Point(0, 34), Point(150, 34)])
  }

  @Test("steps lie one above the other")
  func bands() {
    let bands = (0..<4).map {
      LegendBand(start: Double($0) / 4, end: Double($0 + 1) / 4, paint: .literal("red"))
    }
    let model = LegendModel(.bands(bands, labels: [LegendLabel(fraction: 0.25, text: "10")]))
    let nodes = LegendBar(model: model, metrics: metrics).nodes()
    guard case .group(let group) = nodes[0], case .rect(let first) = group.children[0] else {
      Issue.record("no bands")
      return
    }
    #expect(first.y == 150 && first.height == 50 && first.width == 16)
  }

  @Test("a title at each side keeps clear of the entries", arguments: GuideSide.allCases)
  func titleSides(side: GuideSide) throws {
    for var model in [symbols(), gradient()] {
      model.titleSide = side
      let layout = LegendLayout(model, metrics: metrics)
      guard case .group(let scope) = layout.node(at: .zero),
        case .group(let legend) = scope.children[0]
      else { continue }
      let boxes = legend.children.map { SceneBounds(metrics: metrics).bounds(of: $0) }
      #expect(boxes.count == 2)
      #expect(!boxes[0].intersects(boxes[1]))
      #expect(boxes.allSatisfy { $0.x1 >= -1 && $0.y1 >= -1 })
    }
  }

  @Test("an empty legend has no extent")
  func empty() {
    let layout = LegendLayout(LegendModel(.symbols([])), metrics: metrics)
    #expect(layout.width == 0 && layout.height == 0)
  }

  private func place(_ orients: [LegendOrient], _ placement: LegendPlacement = .init()) -> [Point] {
    let legends = orients.map { orient in
      var model = symbols()
      model.orient = orient
      return LegendLayout(model, metrics: metrics)
    }
    let beside = Bounds(x1: -30, y1: -5, x2: 200, y2: 130)
    return placement.places(
      of: legends, besideX: beside, besideY: beside, width: 200, height: 100)
  }

  @Test(
    "a legend stands at its side or in its corner",
    arguments: [
      (LegendOrient.right, Point(218, 0)), (.left, Point(-135, 0)), (.top, Point(0, -115)),
      (.bottom, Point(0, 148)), (.topLeft, Point(18, 18)), (.topRight, Point(95, 18)),
      (.bottomLeft, Point(18, -10)), (.bottomRight, Point(95, -10)), (.none, Point(0, 0)),
    ])
  func orients(orient: LegendOrient, expected: Point) {
    #expect(place([orient]) == [expected])
  }

  @Test("legends at the right stand below each other, above the plot beside each other")
  func several() {
    #expect(place([.right, .right]) == [Point(218, 0), Point(218, 100)])
    #expect(place([.top, .top]) == [Point(0, -115), Point(95, -115)])
    #expect(place([.right, .top, .right]).map(\.x) == [218, 0, 218])
  }

  @Test("legends may stand in the middle or at the end of their side")
  func anchors() {
    var placement = LegendPlacement()
    placement.sides[.right] = .init(anchor: .middle)
    #expect(place([.right], placement) == [Point(218, 4)])
    placement.sides[.right] = .init(anchor: .end, offset: 5)
    #expect(place([.right], placement) == [Point(205, 8)])
  }

  @Test("the parts of a legend stand under their roles")
  func roles() {
    func text(_ model: LegendModel) -> String {
      let node = LegendLayout(model, metrics: metrics).node(at: .zero)
      return SVGRenderer.render(
        Scene(width: 1, height: 1, root: GroupNode(children: [node])))
    }
    for role in ["legend", "legend-entry", "legend-symbol", "legend-label", "legend-title"] {
      #expect(text(symbols()).contains(" role-\(role)\""))
    }
    #expect(text(gradient()).contains(" role-legend-gradient\""))
  }

  @Test("a legend is described in words")
  func words() {
    let legend = GuideDescription.legend(
      kind: "Symbol", title: ["group"], channels: ["size", "fill color"],
      domain: .discrete(["x", "y"]))
    #expect(
      legend.label == "Symbol legend titled 'group' for size and fill color with 2 values: x, y")
  }
}
