import Tables
import Testing

@Suite("Number format")
struct NumberFormatTests {
  @Test(
    "halves are rounded away from zero on the exact binary value",
    arguments: [
      (".0f", 0.5, "1"), (".0f", 2.5, "3"), (".2f", 1.005, "1.00"), (".1f", 0.25, "0.3"),
      (".1f", 0.35, "0.3"), (".20f", 0.1, "0.10000000000000000555"), ("d", -2.5, "−3"),
      (".0f", 1e20, "100000000000000000000"), (".2r", 0.00012345, "0.00012"),
      (".3e", Double.leastNonzeroMagnitude, "4.941e-324"),
      (".21r", 1e22, "10000000000000000000000"), (".17r", 0.3, "0.29999999999999999"),
      (".2r", 9.96, "10"), (".3r", 999.96, "1000"), (".1e", 9.96, "1.0e+1"),
    ])
  func halves(specifier: String, value: Double, expected: String) throws {
    #expect(try NumberFormat(specifier).format(value) == expected)
  }

  @Test("fixed digits agree with the exact expansion over all magnitudes")
  func expansions() throws {
    let format = try NumberFormat(".17e")
    for power in stride(from: -320, through: 300, by: 7) {
      let value = Double("1.2345678912345678e\(power)") ?? 0
      let text = format.format(value)
      #expect(Double(text) == value, "\(text)")
    }
  }

  @Test(
    "what is no format is refused", arguments: ["q", ".f", "..2f", "5x5", ",,d", ".2ff", "99999d"])
  func refused(specifier: String) {
    #expect(throws: FormatError.self) { try NumberFormat(specifier) }
  }

  @Test(
    "languages write numbers their way",
    arguments: [
      ("en-US", "$1,234.50"), ("en-GB", "£1,234.50"), ("de", "1.234,50\u{A0}€"),
      ("fr-FR", "1\u{202F}234,50\u{A0}€"), ("es-ES", "1.234,50\u{A0}€"),
    ])
  func languages(tag: String, expected: String) throws {
    let locale = try #require(NumberLocale.forLanguage(tag))
    #expect(try NumberFormat("$,.2f", locale: locale).format(1234.5) == expected)
  }

  @Test("an unknown language has no locale, a region falls back on its language")
  func fallback() {
    #expect(NumberLocale.forLanguage("xx") == nil)
    #expect(NumberLocale.forLanguage("de-AT") == .deDE)
    #expect(NumberLocale.forLanguage("EN") == .enUS)
  }

  @Test("numerals replace the digits")
  func numerals() throws {
    let locale = NumberLocale(numerals: ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"])
    #expect(try NumberFormat(".1f", locale: locale).format(120.5) == "١٢٠.٥")
  }

  @Test(
    "plain numbers are written as JSON has them",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (0.1, "0.1"), (1e21, "1e+21"),
      (123_456_789_012_345_683_968, "123456789012345680000"),
      (1e-6, "0.000001"), (1.5e-7, "1.5e-7"), (-12.5, "-12.5"),
      (Double.leastNonzeroMagnitude, "5e-324"),
    ] as [(Double, String)])
  func plain(value: Double, expected: String) {
    #expect(PlainNumber.text(value) == expected)
  }
}
