import Testing

@testable import Site

@Suite struct ReferenceParserTests {
  @Test(
    "references are read and written alike",
    arguments: [
      ("= china.share", "china.share"), ("=china", "china"),
      ("= output[2].tonnes", "output[2].tonnes"),
      ("= output[-1].tonnes", "output[-1].tonnes"),
      ("= output[country=China, year=2024].tonnes", "output[country=China, year=2024].tonnes"),
      ("= output[ country = Viet Nam ].t", "output[country=Viet Nam].t"),
      (
        "= output[country=\"Tanzania, United Republic of\"].t",
        "output[country=\"Tanzania, United Republic of\"].t"
      ),
      ("= o[c=\"say \"\"hi\"\"\"].t", "o[c=\"say \"\"hi\"\"\"].t"),
      ("= o.\"two words\"", "o.\"two words\""), ("= o[\"two words\"=x].t", "o[\"two words\"=x].t"),
    ])
  func references(text: String, canonical: String) throws {
    #expect(try ReferenceParser.value(text).reference.reference.canonical == canonical)
  }

  @Test(
    "how a value is shown comes in this order, each part or none",
    arguments: [
      ("= a.b | .1%", ValueDisplay(format: ".1%")),
      ("= a.b | ,.3r in kt name", ValueDisplay(format: ",.3r", unit: "kt", unitForm: .name)),
      ("= a.b | unit", ValueDisplay(unitForm: .symbol)),
      ("= a.b | in kt", ValueDisplay(unit: "kt")),
      ("= a.b | %d %B %Y", ValueDisplay(format: "%d %B %Y")),
      ("= a.b | else \"not known\"", ValueDisplay(alternative: "not known")),
      (
        "= a.b | .0f unit else \"a \"\"b\"\"\"",
        ValueDisplay(format: ".0f", unitForm: .symbol, alternative: "a \"b\"")
      ),
      ("= a.b | \"in the year %Y\"", ValueDisplay(format: "in the year %Y")),
    ])
  func displays(text: String, display: ValueDisplay) throws {
    #expect(try ReferenceParser.value(text).display == display)
  }

  @Test("a key of a fence needs no bar before how the value is shown")
  func bare() throws {
    let value = try ReferenceParser.bareValue("world[year=2025].kt name")
    #expect(value.reference.reference.canonical == "world[year=2025].kt")
    #expect(value.display.unitForm == .name)
    #expect(try ReferenceParser.bareValue("a.b | .1f").display.format == ".1f")
  }

  @Test(
    "what is no value is refused at its place",
    arguments: [
      ("= ", 2), ("= 5", 2), ("= a.b + 1", 6), ("= a[1.b", 4), ("= a[x=1", 3), ("= a[x].b", 5),
      ("= a[x=\"y].b", 6),
      ("= a.b | in", 8), ("= a.b | else no", 8), ("= a.b | .1f name unit", 17),
    ])
  func faults(text: String, offset: Int) {
    #expect {
      try ReferenceParser.value(text)
    } throws: { error in
      (error as? ReferenceFault)?.range.lowerBound == offset
    }
  }

  @Test("parts of a reference know their places")
  func places() throws {
    let placed = try ReferenceParser.value("= output[country=China].tonnes | .1f").reference
    #expect(placed.nameRange == 2..<8)
    #expect(placed.rowRange == 9..<22)
    #expect(placed.conditionRanges == [9..<16])
    #expect(placed.columnRange == 24..<30)
    #expect(placed.range == 2..<30)
  }

  @Test("a text of any length is read in one pass")
  func long() {
    let text = "= a[" + String(repeating: "x=1, ", count: 20_000) + "x=1].b"
    #expect(throws: Never.self) { try ReferenceParser.value(text) }
  }
}
