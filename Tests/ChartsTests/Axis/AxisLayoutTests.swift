import Testing

@testable import Charts

/// Places are those of the references' bar chart of nine bars in a plot of 180 by 300.
@Suite("Axes")
struct AxisLayoutTests {
  private let metrics = TextMetrics()

  private func bandAxis() -> AxisModel {
    var model = AxisModel(
      side: .bottom, range: (0, 180),
      ticks: "ABCDEFGHI".enumerated().map { AxisTick(Double($0.offset) * 20 + 1, "\($0.element)") })
    model.bandwidth = 18
    model.isBand = true
    model.title = ["a"]
    return model
  }

  private func linearAxis() -> AxisModel {
    var model = AxisModel(
      side: .left, range: (300, 0),
      ticks: stride(from: 0, through: 100, by: 10).map { AxisTick(300 - 3 * Double($0), "\($0)") })
    model.title = ["b"]
    model.grid = GuideLine(color: .literal("#ddd"))
    model.gridLength = 180
    return model
  }

  private func layout(_ model: AxisModel) -> AxisLayout {
    AxisLayout(model, plotWidth: 180, plotHeight: 300, metrics: metrics)
  }

  @Test("ticks of bands stand at whole pixels, labels half a pixel before the middle")
  func bands() {
    let ticks = AxisRules(model: bandAxis()).ticks()
    #expect(ticks.map(\.from.x) == [10, 30, 50, 70, 90, 110, 130, 150, 170])
    #expect(ticks.allSatisfy { $0.to.y == 5 })
    #expect(layout(bandAxis()).labels.first?.position == Point(9.5, 7))
  }

  @Test("ticks at the extents of bands are one more than the bands")
  func bandExtents() {
    var model = bandAxis()
    model.ticksAtBandExtents = true
    let ticks = AxisRules(model: model).ticks()
    #expect(ticks.count == 10)
    #expect(ticks.map(\.from.x).prefix(3) == [1, 19, 39])
    #expect(layout(model).labels.first?.position == Point(10, 7))
  }

  @Test("the title stands beyond the widest label")
  func titles() throws {
    let below = try #require(layout(bandAxis()).title)
    #expect(below.position == Point(90, 21))
    let left = try #require(layout(linearAxis()).title)
    #expect(abs(left.position.x + 27.6845703125) < 1e-9)
    #expect(left.position.y == 150)
    #expect(left.angle == -90)
  }

  @Test("the extent is what the references' margins come from")
  func extents() {
    let below = layout(bandAxis()).bounds
    #expect(below.y2 == 332)
    let left = layout(linearAxis()).bounds
    #expect(abs(left.x1 + 38.6845703125) < 1e-9)
    #expect(left.y1 == -5)
  }

  @Test(
    "an axis at each side reaches away from the plot",
    arguments: [
      (GuideSide.top, Point(0, 0)), (.bottom, Point(0, 300)), (.left, Point(0, 0)),
      (.right, Point(180, 0)),
    ])
  func sides(side: GuideSide, origin: Point) throws {
    var model = AxisModel(side: side, range: (0, 100), ticks: [AxisTick(50, "x")])
    model.title = ["title"]
    let result = layout(model)
    #expect(result.origin == origin)
    let label = try #require(result.labels.first)
    let title = try #require(result.title)
    let distances = [label.position, title.position].map { side.isHorizontal ? $0.y : $0.x }
    #expect(distances.allSatisfy { $0 * side.sign > 0 })
    #expect(abs(distances[0]) < abs(distances[1]))
  }

  @Test("further lines of a title grow away from the plot", arguments: GuideSide.allCases)
  func multilineTitle(side: GuideSide) throws {
    var model = AxisModel(side: side, range: (0, 100), ticks: [AxisTick(50, "x")])
    model.title = ["one", "two"]
    let result = layout(model)
    let title = try #require(result.title)
    let label = try #require(result.labels.first)
    let apart = metrics.bounds(title).intersects(metrics.bounds(label))
    #expect(!apart)
  }

  @Test("the grid goes over the plot, wherever the axis stands", arguments: [0.0, 12])
  func grid(offset: Double) throws {
    var model = linearAxis()
    model.offset = offset
    let result = layout(model)
    let line = try #require(AxisRules(model: model).grid().first)
    #expect(line.from.x + result.origin.x == 0)
    #expect(line.to.x + result.origin.x == 180)
    model.side = .right
    let right = try #require(AxisRules(model: model).grid().first)
    #expect(right.from.x + layout(model).origin.x == 180)
    #expect(right.to.x + layout(model).origin.x == 0)
  }

  @Test("labels near the ends stand flush with them")
  func flush() {
    var model = AxisModel(
      side: .bottom, range: (0, 100),
      ticks: [AxisTick(0, "first"), AxisTick(50, "middle"), AxisTick(100, "last")])
    model.labelFlush = 1
    model.labelFlushOffset = 2
    let labels = layout(model).labels
    #expect(labels.map(\.align) == [.left, .center, .right])
    #expect(labels.map(\.offset.x) == [-2, 0, 2])
    model.labelFlush = nil
    #expect(layout(model).labels.map(\.align) == [.center, .center, .center])
  }

  @Test("labels that reach beyond the axis are hidden if it is bound")
  func bound() {
    var model = AxisModel(
      side: .bottom, range: (0, 100),
      ticks: [AxisTick(0, "first"), AxisTick(50, "middle"), AxisTick(100, "last")])
    model.labelBound = 1
    #expect(layout(model).labels.map(\.lines) == [["middle"]])
  }

  @Test("hidden labels do not count for the title's place")
  func hiddenLabels() {
    var model = AxisModel(
      side: .left, range: (0, 20),
      ticks: [AxisTick(0, "1"), AxisTick(5, "a very long label"), AxisTick(10, "2")])
    model.labelOverlap = .parity
    #expect(layout(model).labels.map(\.lines) == [["1"], ["2"]])
    #expect(layout(model).bounds.x1 > -13)
  }

  @Test(
    "turned labels hang from their ticks",
    arguments: [
      (270.0, GuideSide.bottom, TextAlign.right, TextBaseline.middle),
      (-90, .bottom, .right, .middle), (90, .bottom, .left, .middle), (45, .bottom, .left, .top),
      (-45, .bottom, .right, .top), (-45, .top, .left, .bottom), (0, .bottom, .center, .top),
      (0, .left, .right, .middle), (90, .left, .center, .top), (-45, .left, .right, .middle),
      (0, .right, .left, .middle), (180, .bottom, .center, .bottom),
    ])
  func angles(angle: Double, side: GuideSide, align: TextAlign, baseline: TextBaseline) {
    var model = AxisModel(side: side, range: (0, 100), ticks: [AxisTick(50, "x")])
    model.labelAngle = angle
    let label = layout(model).labels.first
    #expect(label?.align == align)
    #expect(label?.baseline == baseline)
  }

  @Test("labels are cut at 180 pixels")
  func limit() throws {
    let model = AxisModel(
      side: .left, range: (0, 100),
      ticks: [AxisTick(50, String(repeating: "long ", count: 20))])
    let label = try #require(layout(model).labels.first)
    #expect(label.lines[0].hasSuffix("…"))
    #expect(metrics.width(label.lines, font: label.font) <= 180)
  }

  @Test("labels of several lines beside the plot have their middle at their tick if asked")
  func centredLines() throws {
    for side in [GuideSide.left, .bottom] {
      var model = AxisModel(
        side: side, range: (0, 100), ticks: [AxisTick(50, label: ["Rest of", "the world"])])
      model.centersLines = true
      let label = try #require(layout(model).labels.first)
      if side == .left { #expect(abs(metrics.bounds(label).center.y - 50) < 1) }
      if side == .bottom { #expect(metrics.bounds(label).y1 >= 5) }
    }
  }

  @Test("a tick may differ from the others")
  func overrides() {
    var model = linearAxis()
    model.ticks[0].overrides = AxisTick.Overrides(
      tickSize: 9, gridLine: GuideLine(color: .literal("black"), width: 2), labelPadding: 4)
    #expect(AxisRules(model: model).ticks().map(\.to.x).prefix(2) == [-9, -5])
    #expect(AxisRules(model: model).grid().first?.style.strokeWidth == 2)
    #expect(layout(model).labels.map(\.position.x).prefix(2) == [-13, -7])
  }

  @Test("ticks that have no place are left out")
  func noPlace() {
    let model = AxisModel(
      side: .left, range: (0, 100), ticks: [AxisTick(.nan, "x"), AxisTick(3, "y")])
    #expect(AxisRules(model: model).ticks().count == 1)
    #expect(layout(model).labels.count == 1)
  }

  @Test("an axis of which nothing is shown is no node")
  func hidden() {
    var model = AxisModel(side: .left, range: (0, 100), ticks: [AxisTick(3, "y")])
    model.domain = nil
    model.tickLine = nil
    model.labels = nil
    let result = layout(model)
    #expect(result.node() == nil)
    #expect(result.gridNode() == nil)
    #expect(result.bounds.x1 == 0)
  }

  @Test("the parts of an axis stand under their roles")
  func roles() throws {
    let node = try #require(layout(linearAxis()).node())
    let text = SVGRenderer.render(
      Scene(width: 1, height: 1, root: GroupNode(children: [node])))
    for role in ["axis", "axis-tick", "axis-label", "axis-domain", "axis-title"] {
      #expect(text.contains(" role-\(role)\""))
    }
    #expect(text.contains("<g transform=\"translate(0.5,0.5)\">"))
  }

  @Test("an axis is described in words")
  func words() {
    let axis = GuideDescription.axis(
      isX: true, title: ["a"], scale: "discrete",
      domain: .discrete("ABCDEFGHI".map { String($0) }))
    #expect(
      axis.label
        == "X-axis titled 'a' for a discrete scale with 9 values: A, B, C, D, E, ending with I")
    let plain = GuideDescription.axis(
      isX: false, title: [], scale: "linear", domain: .continuous(from: "0", to: "100"))
    #expect(plain.label == "Y-axis for a linear scale with values from 0 to 100")
  }
}
