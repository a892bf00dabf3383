import Testing

@testable import Charts

@Suite("Label overlap")
struct LabelOverlapTests {
  /// Boxes ten pixels wide that begin at some places.
  private func boxes(_ starts: [Double]) -> [Bounds] {
    starts.map { Bounds(x: $0, y: 0, width: 10, height: 10) }
  }

  private func shown(_ visible: [Bool]) -> [Int] { visible.indices.filter { visible[$0] } }

  @Test("labels with room are all shown", arguments: LabelOverlap.allCases)
  func roomy(method: LabelOverlap) {
    #expect(shown(method.visible(boxes([0, 10, 20, 30]))) == [0, 1, 2, 3])
    #expect(method.visible([]).isEmpty)
  }

  @Test("every second label goes, and again, until the rest fits")
  func parity() {
    let tight = boxes(stride(from: 0.0, through: 40, by: 5).map { $0 })
    #expect(shown(LabelOverlap.parity.visible(tight)) == [0, 2, 4, 6, 8])
    let tighter = boxes(stride(from: 0.0, through: 24, by: 3).map { $0 })
    #expect(shown(LabelOverlap.parity.visible(tighter)) == [0, 4, 8])
  }

  @Test("going along, labels go that run into the last one that stayed")
  func greedy() {
    #expect(shown(LabelOverlap.greedy.visible(boxes([0, 3, 8, 12, 30, 31, 50]))) == [0, 3, 4, 6])
  }

  @Test("two labels stay in any case, the last among them")
  func two() {
    #expect(shown(LabelOverlap.parity.visible(boxes([0, 1, 2, 3]))) == [0, 3])
    #expect(shown(LabelOverlap.parity.visible(boxes([0, 1]))) == [0, 1])
  }

  @Test("separation asks for room between labels")
  func separation() {
    let method = LabelOverlap.parity
    #expect(shown(method.visible(boxes([0, 12, 24]), separation: 2)) == [0, 1, 2])
    #expect(shown(method.visible(boxes([0, 12, 24]), separation: 3)) == [0, 2])
  }

  @Test("empty labels are left out of the reckoning")
  func empty() {
    var all = boxes([0, 5, 10, 20])
    all[1] = .empty
    #expect(shown(LabelOverlap.parity.visible(all)) == [0, 1, 2, 3])
  }

  @Test("ten thousand labels on one spot end with two", arguments: LabelOverlap.allCases)
  func crowd(method: LabelOverlap) {
    let visible = method.visible(boxes([Double](repeating: 7, count: 10_000)))
    #expect(shown(visible).count <= 2)
    #expect(visible.last == true)
  }
}
