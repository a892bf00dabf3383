import Testing

@testable import Charts

@Suite("Direct labels")
struct DirectLabelsTests {
  private let labels = DirectLabels()

  private func label(_ text: String, _ y: Double, weight: String? = nil) -> DirectLabel {
    DirectLabel(
      text: text, anchor: Point(600, y), color: .token(.s1), font: Font(size: 14, weight: weight))
  }

  private func boxes(_ placed: [DirectLabels.Placed]) -> [Bounds] {
    placed.map { labels.metrics.bounds($0.text) }
  }

  @Test("the margin reserves the widest text in its weight, a fifth more than regular text in bold")
  func margin() {
    let regular = labels.margin(for: [label("United States", 0)])
    let bold = labels.margin(for: [label("United States", 0, weight: "600")])
    #expect(bold > regular * 1.05)
    #expect(labels.margin(for: []) == 0)
  }

  @Test("labels whose lines end together move apart, stay in the frame and get leaders")
  func crowded() {
    let given = ["China", "United States", "Australia", "Myanmar", "Rest of the world"]
      .enumerated().map { label($0.element, 300 + Double($0.offset)) }
    let margin = labels.margin(for: given)
    let frame = Bounds(x1: 0, y1: 0, x2: 600 + margin, y2: 310)
    let placed = labels.place(given, in: frame)
    let boxes = boxes(placed)
    for (a, b) in zip(boxes, boxes.dropFirst()) { #expect(!a.intersects(b)) }
    #expect(boxes.allSatisfy { frame.encloses($0) })
    #expect(placed.contains { $0.leader != nil })
    #expect(placed.map { $0.text.lines.joined(separator: " ") } == given.map(\.text))
  }

  @Test("labels with room stand beside their lines without leaders")
  func roomy() {
    let placed = labels.place(
      [label("a", 50), label("b", 100)], in: Bounds(x1: 0, y1: 0, x2: 700, y2: 200))
    #expect(placed.allSatisfy { $0.leader == nil && $0.text.position.x == 606 })
    #expect(boxes(placed).map(\.center.y) == [50, 100])
  }

  @Test("a narrow frame wraps labels and cuts only words that are wider than it")
  func narrow() {
    let frame = Bounds(x1: 0, y1: 0, x2: 680, y2: 300)
    let placed = labels.place(
      [label("Rest of the world", 100), label("Donaudampfschifffahrt", 100)], in: frame)
    #expect(placed[0].text.lines.count > 1)
    #expect(placed[1].text.lines[0].hasSuffix("…"))
    #expect(boxes(placed).allSatisfy { frame.encloses($0) })
  }

  @Test("points take the best free side, and a label without one is left out")
  func points() {
    let points = PointLabels()
    let frame = Bounds(x1: 0, y1: 0, x2: 100, y2: 100)
    func item(_ x: Double, _ y: Double) -> PointLabels.Item {
      .init(
        label: DirectLabel(
          text: "label", anchor: Point(x, y), color: .token(.ink), font: Font(size: 12)))
    }
    let placed = points.place([item(20, 50), item(90, 50), item(.nan, 1)], in: frame)
    #expect(placed[0]?.align == .left)
    #expect(placed[1]?.align == .right)
    #expect(placed[2] == nil)
    let crowd = points.place([PointLabels.Item](repeating: item(50, 50), count: 30), in: frame)
    let boxes = crowd.compactMap { $0 }.map { points.metrics.bounds($0) }
    #expect(boxes.count < 30)
    for (i, a) in boxes.enumerated() {
      for b in boxes[(i + 1)...] { #expect(!a.intersects(b)) }
    }
  }

  @Test("a box is found by its neighbours, also beyond the edge")
  func boxIndex() {
    let frame = Bounds(x1: 10, y1: 10, x2: 700, y2: 300)
    var index = BoxIndex(frame: frame)
    index.insert(Bounds(x1: 300, y1: 100, x2: 380, y2: 120))
    index.insert(Bounds(x1: -50, y1: -50, x2: -40, y2: -40))
    #expect(index.holds(Bounds(x1: 375, y1: 115, x2: 500, y2: 200)))
    #expect(!index.holds(Bounds(x1: 381, y1: 100, x2: 500, y2: 200)))
    #expect(index.holds(Bounds(x1: -45, y1: -45, x2: 0, y2: 0)))
    #expect(!index.holds(.empty))
    #expect(!BoxIndex(frame: .empty).holds(frame))
  }

  @Test("an annotation stays in the frame and points at its target")
  func annotation() {
    let frame = Bounds(x1: 0, y1: 0, x2: 300, y2: 200)
    let note = Annotation(
      text: "China stops exports to Japan", target: Point(290, 150), offset: Point(0, -60),
      font: Font(size: 14), limit: 100)
    let nodes = note.place(in: frame, metrics: labels.metrics)
    #expect(nodes.count == 2)
    guard case .text(let text) = nodes[1], case .path(let leader) = nodes[0] else {
      Issue.record("no annotation")
      return
    }
    #expect(text.lines.count > 1)
    #expect(frame.encloses(labels.metrics.bounds(text)))
    #expect(leader.path.isFinite)
  }

  @Test("an annotation on its target has no leader")
  func closeAnnotation() {
    let note = Annotation(
      text: "here", target: Point(100, 100), offset: Point(0, 0), font: Font(size: 14))
    let frame = Bounds(x1: 0, y1: 0, x2: 300, y2: 200)
    #expect(note.place(in: frame, metrics: labels.metrics).count == 1)
  }
}
