import Testing

@testable import Charts

@Suite("Numbers as JavaScript has them")
struct JavaScriptNumberTests {
  @Test(
    "numbers are written as String(x) does",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1.5, "1.5"), (-3.0, "-3"), (1e21, "1e+21"),
      (1e20, "100000000000000000000"),
      (123456789012345680.0, "123456789012345680"), (1e-6, "0.000001"), (1e-7, "1e-7"),
      (1.25e-7, "1.25e-7"), (0.1 + 0.2, "0.30000000000000004"), (Double.nan, "NaN"),
      (Double.infinity, "Infinity"),
      (-1e300, "-1e+300"), (Double.leastNonzeroMagnitude, "5e-324"),
      (4_294_967_296.5, "4294967296.5"),
    ])
  func text(_ value: Double, _ expected: String) {
    #expect(JavaScriptNumber.text(value) == expected)
  }

  @Test(
    "texts are read as Number(text) does",
    arguments: [
      ("12", 12.0), (" 1.5e3\n", 1500.0), ("", 0.0), ("0x1F", 31.0), ("0b101", 5.0), ("0o17", 15.0),
      (".5", 0.5),
      ("5.", 5.0), ("-Infinity", -Double.infinity), ("+7", 7.0),
    ])
  func number(_ text: String, _ expected: Double) {
    #expect(JavaScriptNumber.number(text) == expected)
  }

  @Test(
    "what is no number is NaN",
    arguments: ["1,5", "1e", "e5", "--1", "0x", "1 2", "nan", "inf", ".", "1_0"])
  func noNumber(_ text: String) {
    #expect(JavaScriptNumber.number(text).isNaN)
  }
}
