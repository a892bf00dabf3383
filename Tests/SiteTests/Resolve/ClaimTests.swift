import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Site

@Suite struct ClaimTests {
  @Test("a claim that holds leaves its words")
  func holds() throws {
    let page = try ResolveFixture(
      "[China *leads*](check:lead \"latest.country = 'China' AND latest.tonnes > 200000\")."
    )
    .page()
    #expect(
      page.body.parts == [
        .html("<p><span class=\"claim\" id=\"claim-lead\">China <em>leads</em></span>.</p>\n")
      ])
    let claim = try #require(page.claims.first)
    #expect(claim.id == "lead")
    #expect(claim.words == "China leads")
    #expect(claim.holds == true)
    #expect(claim.filled == "'China' = 'China' AND 270000 > 200000")
    #expect(claim.found.map(\.reference) == ["latest.country", "latest.tonnes"])
    #expect(claim.reads["output"] != nil)
    #expect(page.anchors.contains("claim-lead"))
  }

  @Test(
    "conditions that hold",
    arguments: [
      "shares.share BETWEEN 0.65 AND 0.95", "about(shares.share, 0.9, 0.05)",
      "within(latest[2].tonnes, 29500, 1000)", "rank_of(latest[country=Australia].tonnes) = 2",
      "(SELECT count(*) FROM output) = 5", "latest[country=Myanmar].tonnes IS NULL",
      "latest.tonnes > 2 * (SELECT sum(tonnes) FROM latest WHERE country <> 'China')",
      "max(latest[2].tonnes, 5) > 5", "latest.country = 'China'",
    ])
  func conditions(condition: String) throws {
    let page = try ResolveFixture(MarkedText("[Words](check: \"\(condition)\")")).page()
    #expect(page.claims.first?.holds == true)
  }

  @Test(
    "values of different units that a condition compares or adds are an error at their place",
    arguments: [
      "1️⃣latest.tonnes > shares.share", "1️⃣latest.tonnes + shares.share > 5",
      "about(1️⃣latest.tonnes, shares.share, 0.1)", "1️⃣latest.tonnes<=shares.share",
    ])
  func units(condition: String) throws {
    try ResolveFixture(MarkedText("[Words](check: \"\(condition)\")"))
      .expectFault("claim.units", found: "t and 1")
  }

  @Test(
    "what is multiplied or divided has a unit of its own, and is let through",
    arguments: [
      "latest.tonnes * shares.share > shares.share", "latest.tonnes > 2 * shares.share",
      "latest.tonnes * 2 > shares.share", "max(latest.tonnes, shares.share) > 5",
      "rank_of(latest.tonnes) > shares.share",
    ])
  func products(condition: String) throws {
    let page = try ResolveFixture(MarkedText("[Words](check: \"\(condition)\")")).page()
    #expect(page.claims.first?.holds == true)
  }

  @Test(
    "units that are one under two names, or an amount and its rate, can be compared",
    arguments: [
      ("t", "tonne", true), ("t", "t/year", true), ("t", "kt", false), ("kt", "thousand", true),
      ("kt", "t/year", false),
    ])
  func names(first: String, second: String, areOne: Bool) {
    let units = UnitCatalog([
      DataUnit("t"), DataUnit("tonne", base: .init(symbol: "t", factor: 1)),
      DataUnit("kt", base: .init(symbol: "t", factor: 1000)),
      DataUnit("thousand", base: .init(symbol: "kt", factor: 1)),
    ])
    let clash = ConditionUnits("a > b", units).clash(of: [
      .init(range: 0..<1, unit: DataUnit(first)), .init(range: 4..<5, unit: DataUnit(second)),
    ])
    #expect((clash == nil) == areOne)
  }

  @Test("a report names a rank as a rank")
  func rankReport() throws {
    let site = try ResolveFixture(
      "[Words](check: \"rank_of(latest[country=Australia].tonnes) = 1\")"
    ).build()
    let fault = try #require(site.diagnostic("claim.false"))
    #expect(fault.notes.first?.message == "`rank_of(latest[country=Australia].tonnes)` is 2")
  }

  @Test("a condition may stand in angle brackets, and then has no id")
  func brackets() throws {
    let page = try ResolveFixture("[Words here](<check: shares.share BETWEEN 0.65 AND 0.95>)")
      .page()
    #expect(page.claims.first?.holds == true)
    #expect(page.claims.first?.id == "words-here")
  }

  @Test("a false claim is an error with the sentence, the condition filled in, and the values")
  func broken() throws {
    let fixture = ResolveFixture("1️⃣[Australia leads](check: \"latest.country = 'Australia'\")")
    try fixture.expectFault("claim.false", found: "Australia leads")
    let site = try fixture.build()
    let fault = try #require(site.diagnostic("claim.false"))
    #expect(fault.found == "`'China' = 'Australia'`")
    #expect(fault.expected == "`latest.country = 'Australia'`")
    #expect(fault.notes.first?.message == "`latest.country` is 'China'")
    #expect(fault.notes.first?.location?.path == "queries/latest.sql")
    #expect(!site.output.isPublished)
  }

  @Test("the tables of a condition's subqueries count as read")
  func reads() throws {
    let page = try ResolveFixture("[Words](check: \"(SELECT count(*) FROM events) > 1\")").page()
    #expect(page.claims.first?.reads["events"] != nil)
    #expect(page.reads["events"] != nil)
  }

  @Test("a claim may only warn")
  func warning() throws {
    try ResolveFixture("1️⃣[Words](check:a?warning \"1 = 2\")").expectFault(
      "claim.false", severity: .warning)
  }

  @Test(
    "conditions that are neither true nor false",
    arguments: [
      ("latest[country=Myanmar].tonnes > 5", "claim.null"), ("'words'", "claim.text"),
      ("latest.country", "claim.text"), ("NULL", "claim.null"),
      ("(SELECT tonnes FROM output WHERE year = 1900)", "claim.null"),
    ])
  func noTruth(condition: String, id: String) throws {
    try ResolveFixture(MarkedText("1️⃣[Words](check: \"\(condition)\")")).expectFault(id)
  }

  @Test(
    "faults of conditions stand at the part at fault",
    arguments: [
      ("[Words](check: \"1️⃣lates.tonnes > 1\")", "query.unknown-name"),
      ("[Words](check: \"latest.1️⃣tons > 1\")", "value.unknown-column"),
      ("[Words](check: \"latest.tonnes > 1 1️⃣ANDD 2\")", "query.syntax"),
      ("[Words](check: \"1 = 1 OR 1️⃣max(latest.tonnes) > 1\")", "claim.condition"),
      ("1️⃣[Words](check:)", "claim.syntax"), ("1️⃣[Words](check:a?fatal \"1\")", "claim.syntax"),
      ("1️⃣[Words](check:A \"1\")", "claim.syntax"),
    ])
  func faults(text: String, id: String) throws {
    try ResolveFixture(MarkedText(text)).expectFault(id)
  }

  @Test("a number typed in the words must stand in the condition, a value need not")
  func digits() throws {
    try ResolveFixture("1️⃣[More than 80 per cent](check: \"shares.share > 0.5\")").expectFault(
      "claim.digits", found: "`80`")
    let page = try ResolveFixture(
      "[`= shares.share` is more than 80 per cent](check: \"shares.share > 0.8\")"
    ).page()
    #expect(page.claims.first?.words == "90% [e] is more than 80 per cent")
  }

  @Test("two claims of a page have different ids")
  func ids() throws {
    try ResolveFixture("[A](check:a \"1\") 1️⃣[B](check:a \"1\")").expectFault("claim.id")
    let page = try ResolveFixture("[Same](check: \"1\") [Same](check: \"1\")").page()
    #expect(page.claims.map(\.id) == ["same", "same-2"])
  }

  @Test("the title of a figure is a claim where it has a condition")
  func figureCheck() throws {
    try ResolveFixture(
      """
      ```table output
      title: Australia leads
      data: latest
      check: 1️⃣latest.country = 'Australia'
      ```
      """
    ).expectFault("claim.false", found: "Australia leads")
  }

  @Test("what still looks like a claim is an error")
  func leftover() throws {
    let site = try ResolveFixture("[Words](<check: 1 < 2>)").build()
    #expect(!site.errors.isEmpty)
  }
}
