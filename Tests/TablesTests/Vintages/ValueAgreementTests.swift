import Testing

@testable import Tables

@Suite("Agreement of values")
struct ValueAgreementTests {
  @Test(
    "rounding is not disagreement",
    arguments: [
      (243_000, 240_000), (240_000, 243_000), (219_000, 220_000), (223_000, 220_000), (67.8, 70),
      (0.0314, 0.03), (1e300, 1.2e300), (-243_000, -240_000), (95, 100), (0, 0), (60, 62),
    ] as [(Double, Double)])
  func rounded(a: Double, b: Double) {
    #expect(ValueAgreement.agree(a, b, tolerance: 0))
  }

  @Test(
    "values that are no rounding of each other disagree",
    arguments: [
      (390_000, 380_000), (13_000, 29_000), (20, 560), (4_300, 1_200), (219_000, 223_000),
      (250_000, 240_000), (255_000, 240_000), (0, 5), (-10, 10), (69.2, 71.1),
    ] as [(Double, Double)])
  func different(a: Double, b: Double) {
    #expect(!ValueAgreement.agree(a, b, tolerance: 0.005))
    #expect(!ValueAgreement.agree(b, a, tolerance: 0.005))
  }

  @Test("the tolerance is a fraction of the larger value and counts as agreement itself")
  func tolerance() {
    #expect(ValueAgreement.agree(2002, 1992, tolerance: 0.005))
    #expect(!ValueAgreement.agree(2002, 1991, tolerance: 0.005))
    #expect(ValueAgreement.agree(-2002, -1992, tolerance: 0.005))
    #expect(ValueAgreement.agree(1234, 5678, tolerance: 1))
  }

  @Test("halves round away from zero, and digits may carry into the next place")
  func halves() {
    #expect(ValueAgreement.isRounded(46_000, of: 45_500))
    #expect(!ValueAgreement.isRounded(45_000, of: 45_500))
    #expect(ValueAgreement.isRounded(100_000, of: 99_600))
    #expect(ValueAgreement.isRounded(0.3, of: 0.25))
  }
}
