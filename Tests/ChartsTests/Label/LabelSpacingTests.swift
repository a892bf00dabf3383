import Testing

@testable import Charts

@Suite("Spacing of labels")
struct LabelSpacingTests {
  private func centers(
    _ wanted: [Double], extent: Double = 10, gap: Double = 0, in range: ClosedRange<Double>? = nil
  ) -> [Double] {
    LabelSpacing.centers(
      of: wanted.map { .init(center: $0, extent: extent) }, gap: gap,
      between: range?.lowerBound ?? -.infinity, and: range?.upperBound ?? .infinity)
  }

  @Test("labels with room stay where they are")
  func roomy() {
    #expect(centers([5, 20, 50]) == [5, 20, 50])
    #expect(centers([]).isEmpty)
  }

  @Test("two labels on one spot move apart by the same way")
  func pair() {
    #expect(centers([20, 20]) == [15, 25])
    #expect(centers([20, 24]) == [17, 27])
  }

  @Test("a gap is kept between labels")
  func gap() {
    #expect(centers([20, 20], gap: 4) == [13, 27])
  }

  @Test("blocks that grow into each other become one")
  func blocks() {
    #expect(centers([10, 10, 24, 24]) == [2, 12, 22, 32])
  }

  @Test("labels keep the order of their wanted places, whatever order they come in")
  func order() {
    #expect(centers([24, 10, 24, 10]) == [22, 2, 32, 12])
  }

  @Test("nothing leaves the bounds")
  func bounds() {
    #expect(centers([1, 2, 3], in: 0...100) == [5, 15, 25])
    #expect(centers([99, 99], in: 0...100) == [85, 95])
  }

  @Test("more labels than there is room for run over the end, none over another")
  func tooMany() {
    #expect(centers([5, 5, 5], in: 0...20) == [5, 15, 25])
  }

  @Test("random wishes never overlap and never leave ample bounds", arguments: 1...20)
  func many(seed: Int) {
    var state = UInt64(seed)
    let items = (0..<40).map { _ -> LabelSpacing.Item in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return .init(center: Double(state >> 33).truncatingRemainder(dividingBy: 600), extent: 12)
    }
    let centers = LabelSpacing.centers(of: items, gap: 1, between: 0, and: 600).sorted()
    #expect(centers.allSatisfy { $0 >= 6 - 1e-9 && $0 <= 594 + 1e-9 })
    #expect(zip(centers, centers.dropFirst()).allSatisfy { $1 - $0 >= 13 - 1e-9 })
  }

  @Test("a place that is no number counts as zero")
  func noNumber() {
    #expect(centers([.nan]).allSatisfy { $0.isFinite })
  }
}
