import Tables
import Testing

@Suite("Showing values")
struct ValueFormatterTests {
  private let units = UnitCatalog([
    DataUnit("t", name: "tonnes"),
    DataUnit("kt", name: "thousand tonnes", base: .init(symbol: "t", factor: 1000)),
  ])

  private func text(
    _ value: DataValue, _ column: DataColumn, _ options: DisplayOptions = DisplayOptions(),
    language: DisplayLanguage = .english
  ) throws -> String {
    try ValueFormatter(column, options: options, units: units, language: language).format(value)
      .text
  }

  @Test(
    "without a format the type decides",
    arguments: [
      (DataColumn("n", .integer), DataValue.integer(390_000), "390,000"),
      (DataColumn("n", .integer), .number(390_000), "390,000"),
      (DataColumn("n", .number), .number(0.6923), "0.692"),
      (DataColumn("n", .number), .number(1_234_567), "1,230,000"),
      (DataColumn("n", .year), .integer(2024), "2024"),
      (DataColumn("n", .year, format: "d"), .integer(2024), "2024"),
      (DataColumn("n", .year, format: "%y"), .integer(2024), "24"),
      (DataColumn("n", .any), .integer(2024), "2,024"),
      (DataColumn("n", .integer), .integer(-5), "\u{2212}5"),
      (DataColumn("n", .boolean), .boolean(true), "yes"),
      (DataColumn("n", .boolean), .boolean(false), "no"),
      (DataColumn("n", .string), .text("2010"), "2010"),
      (DataColumn("n", .date), .text("2025-04-04"), "4 April 2025"),
      (DataColumn("n", .yearmonth), .text("2014-03"), "March 2014"),
      (DataColumn("n", .datetime), .text("2025-04-04T06:00:00"), "4 April 2025, 06:00"),
      (DataColumn("n", .time), .text("06:30:00"), "06:30"),
      (DataColumn("n", .string, isCalendar: true), .text("2010"), "2010"),
      (DataColumn("n", .string, isCalendar: true), .text("2014-03"), "March 2014"),
      (DataColumn("n", .string, isCalendar: true), .text("2025-04-04"), "4 April 2025"),
    ])
  func defaults(column: DataColumn, value: DataValue, expected: String) throws {
    #expect(try text(value, column) == expected)
  }

  @Test("the format written in place goes before the column's")
  func precedence() throws {
    let column = DataColumn("n", .number, format: ".2f")
    #expect(try text(.number(1.5), column) == "1.50")
    #expect(try text(.number(1.5), column, DisplayOptions(format: ".0f")) == "2")
    #expect(try !ValueFormatter(column).usesUndeclaredFormat)
    #expect(try ValueFormatter(DataColumn("n", .number)).usesUndeclaredFormat)
  }

  @Test("a partial date shows no more than it says")
  func partialDates() throws {
    let column = DataColumn("d", .string, format: "%b %Y", isCalendar: true)
    #expect(try text(.text("2014-03-05"), column) == "Mar 2014")
    #expect(try text(.text("2014"), column) == "2014")
  }

  @Test(
    "units stand where they are asked for",
    arguments: [
      ("t", DisplayOptions.UnitLabel.none, "1,500"), ("t", .symbol, "1,500\u{A0}t"),
      ("t", .name, "1,500\u{A0}tonnes"), ("%", .none, "1,500%"), ("1", .symbol, "1,500"),
      ("$", .symbol, "$1,500"), ("$/kg", .symbol, "$1,500/kg"), ("USD", .symbol, "USD\u{A0}1,500"),
      ("USD/kg", .symbol, "USD\u{A0}1,500/kg"), ("$ million", .symbol, "$1,500\u{A0}million"),
      ("pp", .symbol, "1,500\u{A0}pp"), ("US$", .symbol, "US$1,500"),
      ("million $", .symbol, "$1,500\u{A0}million"),
      ("million USD", .symbol, "USD\u{A0}1,500\u{A0}million"),
      ("USDX", .symbol, "1,500\u{A0}USDX"), ("t/$", .symbol, "1,500\u{A0}t/$"),
    ])
  func labels(symbol: String, label: DisplayOptions.UnitLabel, expected: String) throws {
    let column = DataColumn("n", .integer, unit: DataUnit(symbol))
    #expect(try text(.integer(1500), column, DisplayOptions(label: label)) == expected)
  }

  @Test("the minus stands before a currency symbol")
  func negativeMoney() throws {
    let column = DataColumn("n", .integer, unit: DataUnit("$"))
    #expect(try text(.integer(-5), column, DisplayOptions(label: .symbol)) == "\u{2212}$5")
  }

  @Test("a value is converted before it is formatted")
  func conversion() throws {
    let column = DataColumn("n", .integer, unit: DataUnit("t"))
    let options = DisplayOptions(format: ",.3r", unit: "kt", label: .name)
    #expect(try text(.integer(390_000), column, options) == "390\u{A0}thousand tonnes")
    #expect(try text(.integer(390_000), column, DisplayOptions(unit: "kt")) == "390")
    #expect(try text(.integer(390_500), column, DisplayOptions(unit: "kt")) == "391")
  }

  @Test("a fraction is multiplied by its format, a percentage is not")
  func shares() throws {
    let fraction = DataColumn("s", .number, unit: DataUnit("1"), format: ".1%")
    #expect(try text(.number(0.6923), fraction) == "69.2%")
    let percent = DataColumn("s", .number, unit: DataUnit("%"), format: ".1f")
    #expect(try text(.number(69.23), percent) == "69.2%")
    #expect(throws: DisplayError.percentFormat(unit: "%")) {
      try text(.number(1), percent, DisplayOptions(format: ".0%"))
    }
  }

  @Test("numbers that round to zero are found")
  func zero() throws {
    let formatter = try ValueFormatter(DataColumn("n", .number, format: ".1f"))
    #expect(try formatter.format(.number(0.04)).roundsToZero)
    #expect(try !formatter.format(.number(0)).roundsToZero)
    #expect(try !formatter.format(.number(0.05)).roundsToZero)
    #expect(try formatter.cell(.number(0.04), status: .reported) == "[low]")
  }

  @Test(
    "a table's cell has its mark, or the mark alone",
    arguments: [
      (DataValue.integer(5), DataStatus.estimated, "5\u{A0}[e]"), (.integer(5), .reported, "5"),
      (.null, .unknown, "[x]"), (.null, .withheld, "[c]"), (.null, .reported, ""),
    ])
  func cells(value: DataValue, status: DataStatus, expected: String) throws {
    #expect(try ValueFormatter(DataColumn("n", .integer)).cell(value, status: status) == expected)
  }

  @Test("null, infinity and faults of the options are errors")
  func errors() throws {
    let column = DataColumn("n", .number, unit: DataUnit("t"))
    #expect(throws: DisplayError.noValue) { try text(.null, column) }
    #expect(throws: DisplayError.notFinite) { try text(.number(.nan), column) }
    #expect(throws: DisplayError.conversion(.unknown("lb"))) {
      try text(.number(1), column, DisplayOptions(unit: "lb"))
    }
    #expect(throws: DisplayError.noUnit) {
      try text(.number(1), DataColumn("n", .number), DisplayOptions(label: .symbol))
    }
    #expect(throws: DisplayError.self) { try text(.number(1), column, DisplayOptions(format: "q")) }
  }

  @Test(
    "languages show values their way",
    arguments: [
      ("de", "1.234,5", "4. April 2025", "ja"), ("fr-FR", "1\u{202F}234,5", "4 avril 2025", "oui"),
      ("es", "1.234,5", "4 de abril de 2025", "sí"), ("en-GB", "1,234.5", "4 April 2025", "yes"),
    ])
  func languages(tag: String, number: String, date: String, yes: String) throws {
    let language = try #require(DisplayLanguage.forLanguage(tag))
    let numbers = DataColumn("n", .number, format: ",.1f")
    #expect(try text(.number(1234.5), numbers, language: language) == number)
    #expect(try text(.text("2025-04-04"), DataColumn("d", .date), language: language) == date)
    #expect(try text(.boolean(true), DataColumn("b", .boolean), language: language) == yes)
  }
}
