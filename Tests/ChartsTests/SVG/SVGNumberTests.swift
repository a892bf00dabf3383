import Testing

@testable import Charts

@Suite("Numbers in pictures")
struct SVGNumberTests {
  @Test(
    "a number is written shortest within 0.0005",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (-0.25, "-0.25"),
      (1.0004, "1"), (1.0006, "1.001"), (0.0004, "0"), (-0.0004, "0"), (2.999_9, "3"),
      (1234.56, "1234.56"), (93.000_000_000_000_01, "93"), (0.1 + 0.2, "0.3"), (10, "10"),
      (100.01, "100.01"), (99.999, "99.999"), (1e300, "1000000000000"), (0.001, "0.001"),
    ])
  func shortest(value: Double, text: String) {
    #expect(SVGNumber.text(value) == text)
  }

  @Test(
    "what is no number is written as zero",
    arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func noNumber(value: Double) {
    #expect(SVGNumber.text(value) == "0")
  }
}
