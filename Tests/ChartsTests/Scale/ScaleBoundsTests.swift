import Charts
import Testing

/// Scales of domains that no author means: nothing traps, hangs or grows without bound.
@Suite("Scales at their bounds")
struct ScaleBoundsTests {
  private static let kinds: [ContinuousScale.Kind] = [
    .linear, .log(base: 10), .log(base: 0), .log(base: 1), .log(base: .nan), .log(base: 1e9), .sqrt,
    .pow(exponent: -1), .pow(exponent: .nan), .symlog(constant: 0), .time, .identity,
  ]
  private static let domains: [[Double]] = [
    [], [1], [0, 0], [.nan, 1], [0, .infinity], [-.infinity, .infinity], [-1, 1],
    [.leastNonzeroMagnitude, 1e308],
    [-1e308, 1e308], [5, 1], [0, 1, .nan, 3], [1e15, 1e15 + 1],
  ]

  @Test("ticks, round ends and texts of odd scales end", arguments: kinds)
  func odd(_ kind: ContinuousScale.Kind) throws {
    for domain in Self.domains {
      for count in [0.0, 1, 10, 1e9, .infinity, .nan, -5] {
        let scale = ContinuousScale(kind, domain: domain, range: [0, 100], clamp: true)
        let niced = scale.nice(count)
        #expect(niced.ticks(count).count <= Ticks.limit)
        let write = try niced.tickFormat(count)
        for value: Double in [0, -1, .nan, .infinity, 1e300] {
          _ = write(value)
          _ = niced.position(value)
          _ = niced.invert(value)
        }
      }
    }
  }

  @Test("bands of odd settings have finite places")
  func bands() {
    for padding in [0, 1, -3, .nan, .infinity] {
      let scale = BandScale(
        domain: ["a", "a", .null], range: [0, 10], paddingInner: padding, round: true)
      #expect(scale.domain.count == 2)
      _ = scale.position("a")
      _ = scale.position(at: 99)
    }
    #expect(BandScale(domain: [], range: [5]).position("a") == nil)
  }

  @Test(
    "discretizing scales without outputs or values give nothing",
    arguments: DiscretizingScale.Kind.allCases)
  func discretizing(_ kind: DiscretizingScale.Kind) {
    for domain in [[], [1], [.nan, .nan], [3, 1, 2]] {
      for range: [ChartValue] in [[], ["a"], ["a", "b", "c"]] {
        let scale = DiscretizingScale(kind, domain: domain, range: range)
        for value in [0, .nan, .infinity, -1e300] { _ = scale.value(value) }
        for index in [-1, 0, 7] { _ = scale.invertExtent(index) }
      }
    }
  }

  @Test("bins of odd extents have a positive width and few edges")
  func bins() {
    for extent in [
      (0.0, 0.0), (.nan, 1), (0, .infinity), (-1e308, 1e308),
      (.leastNonzeroMagnitude, .leastNonzeroMagnitude * 2), (5, 1),
    ] {
      for change in [0.0, 1, -1, .nan, .infinity, 1e-300] {
        var parameters = BinParameters(maxBins: change, step: change)
        parameters.base = change
        parameters.minStep = change
        parameters.divide = [change, 0, 2]
        parameters.anchor = change
        let bins = Bins(parameters, extent: extent)
        #expect(bins.edges.count <= 10_001)
        _ = bins.floor(3)
        let free = Bins(BinParameters(maxBins: change), extent: extent)
        #expect(free.step > 0)
        #expect(free.edges.count <= 10_001)
      }
    }
  }

  @Test("a positions' list as long as the domain makes a scale of several pieces")
  func pieces() {
    let scale = ContinuousScale(domain: [0, 10, 20], range: [0, 100, 0])
    #expect(
      [0.0, 5, 10, 15, 20].map { (value: Double) in scale.position(value) } == [
        0.0, 50, 100, 50, 0,
      ])
    let clamped = ContinuousScale(domain: [0, 10, 20], range: [0, 100, 400], clamp: true)
    #expect(clamped.position(30.0) == 400)
    #expect(clamped.invert(250) == 15)
  }

  @Test("the length that bands of a step need is that of Vega")
  func bandExtent() {
    #expect(BandScale.extent(count: 4, step: 20, paddingInner: 0.1, paddingOuter: 0.05) == 80)
    let scale = BandScale(
      domain: ["a", "b", "c", "d"], range: [0, 80], paddingInner: 0.1, paddingOuter: 0.05)
    #expect(scale.step == 20)
    #expect(scale.bandwidth == 18)
    #expect(scale.position("a") == 1)
    #expect(scale.center("b") == 30)
  }
}
