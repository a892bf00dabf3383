import Charts
import Testing

@Suite("Texts of ticks")
struct GuideFormatTests {
  @Test(
    "numbers have the decimals that the ticks need",
    arguments: [
      (0.0, 1.0, "0.0 0.2 0.4 0.6 0.8 1.0"), (0, 0.01, "0.000 0.002 0.004 0.006 0.008 0.010"),
      (0, 1_000_000, "0 200,000 400,000 600,000 800,000 1,000,000"),
      (-1, 1, "−1.0 −0.5 0.0 0.5 1.0"),
    ])
  func span(_ low: Double, _ high: Double, _ expected: String) throws {
    let scale = ContinuousScale(domain: [low, high])
    let write = try scale.tickFormat(5)
    #expect(scale.ticks(5).map(write).joined(separator: " ") == expected)
  }

  @Test(
    "a specifier without precision gets that of the ticks",
    arguments: [
      ("%", "0% 20% 40% 60% 80% 100%"), ("~s", "0 0.2 0.4 0.6 0.8 1"),
      (".2f", "0.00 0.20 0.40 0.60 0.80 1.00"),
      ("e", "0e+0 2e-1 4e-1 6e-1 8e-1 1e+0"),
    ])
  func specifiers(_ specifier: String, _ expected: String) throws {
    let scale = ContinuousScale(domain: [0, 1])
    let write = try scale.tickFormat(5, specifier: specifier)
    #expect(scale.ticks(5).map(write).joined(separator: " ").replacing("−", with: "-") == expected)
  }

  @Test("logarithmic axes leave labels out, but not their powers")
  func logarithmic() throws {
    let scale = ContinuousScale(.log(base: 10), domain: [1, 1000])
    let ticks = scale.ticks(10)
    let write = try scale.tickFormat(10)
    let labels = ticks.map(write).filter { !$0.isEmpty }
    #expect(labels == ["1", "2", "3", "10", "20", "30", "100", "200", "300", "1,000"])
    let all = try scale.tickFormat(10, keepsAll: true)
    #expect(ticks.map(all).allSatisfy { !$0.isEmpty })
  }

  @Test(
    "moments say what their place in the calendar needs",
    arguments: [
      ("2024-01-01", "2024"), ("2024-03-01", "March"), ("2024-01-07", "Jan 07"),
      ("2024-01-03", "Wed 03"),
      ("2024-01-03T06:00", "06 AM"), ("2024-01-03T06:30", "06:30"), ("2024-01-03T06:30:15", ":15"),
      ("2024-01-03T06:30:15.250", ".250"),
    ])
  func moments(_ text: String, _ expected: String) {
    #expect(TimeText.multi(ChartValue.text(text).moment) == expected)
  }

  @Test("an invalid moment has no text, and a wrong specifier is refused")
  func faults() {
    #expect(TimeText.multi(.nan) == "")
    #expect(throws: (any Error).self) { try ContinuousScale().tickFormat(specifier: "$$$") }
    #expect(throws: (any Error).self) { try ContinuousScale(.time).tickFormat(specifier: "%!") }
  }
}
