import Diagnostics
import Documents
import Tables
import Testing

@testable import Site

@Suite struct DiffTests {
  /// What moved between the site of 2025 and another.
  private func diff(
    _ files: [String: String], edition: String = "2025"
  ) throws -> EditionDiff {
    let old = try EditionFixture().record()
    return EditionDiff(from: old, to: try EditionFixture().next(edition, files).record())
  }

  @Test("nothing moves between a site and itself")
  func same() throws {
    let diff = try diff([:])
    #expect(diff.isEmpty)
    #expect(diff.text.contains("nothing moved"))
  }

  @Test("a revised number moves its figures with old, new, absolute and relative change")
  func revised() throws {
    let diff = try diff(["data/output.csv": EditionFixture.output(china: "283500")])
    #expect(diff.figures.map(\.id) == ["bars", "ranking"])
    let movement = try #require(diff.figures.last?.movements.first)
    #expect(movement.label == "China: tonnes")
    #expect(movement.old == "270,000")
    #expect(movement.new == "283,500")
    #expect(movement.difference == 13500)
    #expect(movement.relative == 0.05)
    #expect(movement.shownDifference == "+13,500")
    #expect(movement.shownRelative == "+5%")
    #expect(diff.figures.allSatisfy { $0.reasons == [.data] })
    #expect(diff.inputs.map(\.table) == ["output"])
  }

  @Test("a value in a text moves, with page and reference")
  func value() throws {
    let diff = try diff(["data/output.csv": EditionFixture.output(china: "240000")])
    let value = try #require(diff.values.first)
    #expect(value.page == "report.html")
    #expect(value.movement.label == "producers[iso3=CHN].tonnes")
    #expect(value.movement.old == "270,000")
    #expect(value.movement.new == "240,000")
    #expect(value.movement.relative.map { abs($0 + 1.0 / 9) < 1e-12 } == true)
    #expect(value.reasons == [.data])
  }

  @Test("a number that is shown as before has not moved")
  func displayPrecision() throws {
    let format = SiteFixture.withData().files["data/datapackage.yaml"]?
      .replacing("format: \",d\"", with: "format: \",.2r\"")
    let files = ["data/datapackage.yaml": format ?? ""]
    let old = try EditionFixture(files).record()
    let new = try EditionFixture(files)
      .next("2025", ["data/output.csv": EditionFixture.output(china: "271000")]).record()
    let diff = EditionDiff(from: old, to: new)
    #expect(diff.figures.isEmpty)
    #expect(diff.values.isEmpty)
    #expect(diff.inputs.count == 1)
  }

  @Test("another query is the reason where the data are as before")
  func query() throws {
    let sql = """
      SELECT iso3, country, max(tonnes) * 2 AS tonnes, source FROM output
      WHERE iso3 IS NOT NULL GROUP BY iso3 ORDER BY tonnes DESC
      """
    let diff = try diff(["queries/producers.sql": sql])
    #expect(!diff.figures.isEmpty)
    #expect(diff.figures.allSatisfy { $0.reasons == [.query] })
    #expect(diff.values.allSatisfy { $0.reasons == [.query] })
  }

  @Test("a query behind a query counts as the query")
  func queryBehind() throws {
    let base = ["queries/top.sql": "SELECT * FROM producers ORDER BY tonnes DESC LIMIT 2"]
    let page = SiteFixture.page("Top", "```table top\ntitle: Top\ndata: top\n```")
    let old = try EditionFixture(base.merging(["top.md": page]) { $1 }).record()
    let changed =
      "SELECT iso3, country, tonnes * 3 AS tonnes, source FROM output WHERE iso3 IS NOT NULL"
    let new = try EditionFixture(
      base.merging(["top.md": page, "queries/producers.sql": changed]) { $1 }
    ).record()
    let diff = EditionDiff(from: old, to: new)
    #expect(diff.figures.first { $0.id == "top" }?.reasons == [.query])
  }

  @Test("another title is a change of text")
  func text() throws {
    let text = EditionFixture.report.replacing("Who mines most", with: "Who mines least")
    let diff = try diff(["report.md": text])
    #expect(diff.figures.map(\.id) == ["ranking"])
    #expect(diff.figures.first?.oldTitle == "Who mines most")
    #expect(diff.figures.first?.reasons == [.text])
  }

  @Test("another form of the same value is a change of text")
  func form() throws {
    let text = EditionFixture.report.replacing(".tonnes` tonnes", with: ".tonnes | ,.2r` tonnes")
    let diff = try diff(["report.md": text])
    #expect(diff.values.isEmpty)
    let other = EditionFixture.report.replacing(".tonnes` tonnes", with: ".tonnes | .3s` tonnes")
    let moved = try self.diff(["report.md": other])
    #expect(moved.values.first?.reasons == [.text])
    #expect(moved.values.first?.movement.difference == nil)
  }

  @Test("rows that are new or gone are named by their key")
  func rows() throws {
    let more = "Malaysia,MYS,2024,13000,mcs-2025\n"
    let diff = try diff(["data/output.csv": EditionFixture.output(china: "270000", more: more)])
    let ranking = try #require(diff.figures.first { $0.id == "ranking" })
    #expect(ranking.addedRows == ["MYS"] || ranking.addedRows == ["Malaysia"])
    #expect(ranking.removedRows.isEmpty)
    #expect(ranking.movements.isEmpty)
  }

  @Test("figures, pages and claims that are new or gone are listed")
  func newAndGone() throws {
    let old = try EditionFixture().record()
    let page = SiteFixture.page(
      "More",
      "[Two](check:two \"(SELECT count(*) FROM producers) > 2\")\n\n```table more\ntitle: M\ndata: producers\n```"
    )
    let new = try EditionFixture(["more.md": page]).record()
    let diff = EditionDiff(from: old, to: new)
    #expect(diff.figures.map(\.kind) == [.added])
    #expect(diff.pages.map(\.output) == ["more.html"])
    #expect(diff.claims.map(\.id) == ["two"])
    let back = EditionDiff(from: new, to: old)
    #expect(back.figures.map(\.kind) == [.removed])
    #expect(back.pages.map(\.kind) == [.removed])
    #expect(back.claims.map(\.kind) == [.removed])
  }

  @Test("a page's new words are seen where both editions know the texts")
  func pages() throws {
    var old = try EditionFixture().record()
    var new = old
    #expect(EditionDiff(from: old, to: new).pages.isEmpty)
    old.texts["report.md"] = "a"
    new.texts["report.md"] = "b"
    #expect(EditionDiff(from: old, to: new).pages.map(\.output) == ["report.html"])
    new.texts = [:]
    #expect(EditionDiff(from: old, to: new).pages.isEmpty)
  }

  @Test(
    "shares move in percentage points",
    arguments: [
      ("1", 0.25, 0.375, "+12.5\u{A0}pp"), ("1", 0.5, 0.25, "−25\u{A0}pp"),
    ])
  func shares(unit: String, old: Double, new: Double, shown: String) {
    var movement = EditionDiff.Movement(column: "", unit: unit)
    movement.setDifference(.number(old), .number(new), format: ".0%", .english)
    #expect(movement.shownDifference == shown)
    #expect(movement.relative == nil)
  }

  @Test(
    "the unit is written behind numbers that do not hold it",
    arguments: [("5", "t", "t"), ("5\u{A0}t", "t", nil), ("5%", "%", nil), ("0.5", "1", nil)])
  func unit(shown: String, unit: String, expected: String?) {
    let movement = EditionDiff.Movement(column: "", old: "4", new: shown, unit: unit)
    #expect(movement.shownUnit == expected)
  }

  @Test("a format that writes the sign does not double it")
  func sign() {
    var movement = EditionDiff.Movement(column: "", unit: "kt")
    movement.setDifference(.number(150), .number(155), format: "+,.0f", .english)
    #expect(movement.shownDifference == "+5")
  }

  @Test("from zero there is no relative change")
  func zero() {
    var movement = EditionDiff.Movement(column: "", unit: "t")
    movement.setDifference(.integer(0), .integer(5), format: nil, .english)
    #expect(movement.difference == 5)
    #expect(movement.shownRelative == nil)
  }

  @Test("the text says what moved, from what to what, and why")
  func report() throws {
    let text = try diff(["data/output.csv": EditionFixture.output(china: "283500")]).text
    #expect(text.hasPrefix("edition 2025 → 2025\ndata\n  ~ output\nfigures\n"))
    #expect(text.contains("~ ranking (report.html): the data changed\n"))
    #expect(text.contains("270,000 → 283,500 t (+13,500, +5%)"))
  }

  @Test("the JSON holds the same, with numbers as numbers")
  func json() throws {
    let text = try diff(["data/output.csv": EditionFixture.output(china: "283500")]).json
    let node = try #require(JSONReader.read(text, path: "diff", into: .init()))
    let figure = try #require(node["figures"]?.list?.last)
    #expect(figure["id"]?.string == "ranking")
    #expect(figure["why"]?.list?.first?.string == "data")
    #expect(figure["values"]?.list?.first?["absolute"]?.number == 13500)
    #expect(figure["values"]?.list?.first?["relative"]?.number == 0.05)
  }
}
