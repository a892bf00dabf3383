import Testing

@testable import Documents

@Suite("Short decimals")
struct ShortDecimalTests {
  @Test(
    "digits, a point and a minus give the nearest number",
    arguments: [
      "0", "7", "-3", "0.1", "-0.5", "3.14159", "999999999999999", "0.00000000000001", "5.", ".5",
      "123456.789", "00012", "-.25",
    ])
  func nearest(_ text: String) {
    #expect(value(text) == Double(text) ?? Double(text + "0"))
  }

  @Test("minus zero keeps its sign")
  func minusZero() {
    #expect(value("-0")?.sign == .minus)
  }

  @Test(
    "anything else is left to a full reader",
    arguments: [
      "", "-", ".", "-.", "1e5", "+1", "1.2.3", "--1", "1-", " 1", "1234567890123456", "0x10",
      "NaN",
    ])
  func others(_ text: String) {
    #expect(value(text) == nil)
  }

  private func value(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer(ShortDecimal.value)
  }
}
