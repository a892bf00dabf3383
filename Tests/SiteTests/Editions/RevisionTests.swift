import Diagnostics
import Tables
import Testing

@testable import Site

/// What the sources have revised between two editions of one set of tables.
@Suite struct RevisionTests {
  /// The site of a day, computed from the sources that were out.
  private static func record(asOf day: String?) throws -> EditionRecord {
    var input = SiteFixture.withVintages().input
    input.asOf = day
    return EditionRecord(try SiteBuild(input).run(into: MemoryOutput()).site)
  }

  private static func diff() throws -> EditionDiff {
    EditionDiff(from: try record(asOf: "2025-12-31"), to: try record(asOf: nil))
  }

  @Test("the values to be used are recorded with unit, status and source")
  func quantities() throws {
    let rows = try #require(try Self.record(asOf: nil).quantities["output.tonnes"])
    #expect(rows.key == ["country", "year"])
    #expect(
      rows.table.columns.map(\.name)
        == ["country", "year", "tonnes", "tonnes_unit", "tonnes_status", "source"])
    #expect(
      rows.table.rows.first
        == [
          .text("Australia"), .integer(2024), .number(29000), .text("t"), .text("reported"),
          .text("new"),
        ])
  }

  @Test("a revised quantity is told with both values and both sources, the greatest first")
  func revised() throws {
    let output = try #require(try Self.diff().revisions.first { $0.table == "output" })
    #expect(
      output.movements.map(\.lineWithSources) == [
        "Australia, 2024: Output 13,000 → 29,000 t (+16,000, +123.1%), estimated → reported, old → new",
        "World, 2024: Output 390,000 → 380,000 t (−10,000, −2.6%), old → new",
      ])
  }

  @Test("a value that is the old one rounded, or the same, is no revision")
  func rounded() throws {
    let output = try #require(try Self.diff().revisions.first { $0.table == "output" })
    #expect(output.roundedCount == 1)
    #expect(!output.movements.contains { $0.row.hasPrefix("Peru") || $0.row.hasPrefix("China") })
  }

  @Test("a quantity whose unit has changed is told with both units, and no difference")
  func units() throws {
    let changes = TableComparison(
      old: try #require(try Self.record(asOf: "2025-12-31").quantities["trade.value"]),
      new: try #require(try Self.record(asOf: nil).quantities["trade.value"]), language: .english
    ).changes
    let imports = try #require(changes.movements.first { $0.row.hasSuffix("imports") })
    #expect(imports.old == "7\u{A0}kt")
    #expect(imports.line.contains("9,000 t"))
    #expect(imports.difference == nil)
  }

  @Test("a value of which only the status has changed is told as that")
  func status() throws {
    var movement = EditionDiff.Movement(column: "Output", old: "5", new: "5", unit: "t")
    movement.newStatus = "estimated"
    #expect(movement.isOfStatusAlone)
    #expect(movement.line == "Output 5 t, reported → estimated")
  }

  @Test("partial dates of a frozen edition are shown as those of the site")
  func calendar() throws {
    var fixture = SiteFixture.withVintages(
      SiteFixture.figurePage("SELECT id, published, 'new' AS source FROM sources ORDER BY id"))
    fixture.files["data/sources.csv"]?.replace(
      "rule,Guide to measures,Bureau,,", with: "rule,Guide to measures,Bureau,2014-03,")
    let record = EditionRecord(try fixture.build().report.site)
    let again = try #require(EditionRecord.read(record.json, path: "r.json", into: .init()))
    #expect(EditionDiff(from: again, to: record).isEmpty)
  }

  @Test("the record with its quantities reads back as it was written")
  func readsBack() throws {
    let record = try Self.record(asOf: nil)
    let again = EditionRecord.read(record.json, path: "r.json", into: .init())
    #expect(again?.quantities.keys.sorted() == record.quantities.keys.sorted())
    #expect(again?.json == record.json)
  }

  /// The site of today with the edition of 2025, computed from the data alone.
  private static func site() throws -> BuiltSite {
    var fixture = SiteFixture.withVintages(
      SiteFixture.figurePage(
        "SELECT country, year, tonnes, estimated, source FROM output_preferred ORDER BY country"))
    var input = fixture.input
    input.asOf = "2025-12-31"
    let outcome = try EditionFreeze(
      input, FreezeRequest(id: "2025", published: "2025-12-31")
    ).recordAlone()
    let edition = try #require(outcome.edition, "\(outcome.diagnostics)")
    fixture.files["editions/2025.json"] = RecordSeal.sealed(edition.record.json)
    let site = try fixture.build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    return site
  }

  @Test("the page of changes begins with a table of what the sources have revised")
  func page() throws {
    let page = try Self.site().markup("changes.html")
    let table = try #require(
      page.between("id=\"edition-2026-quantities\"", "id=\"edition-2026-revised\""))
    let order = ["Australia, 2024", "29,000\u{A0}t", "+16,000", "World, 2024", "380,000\u{A0}t"]
    var rest = table[...]
    for part in order {
      let place = try #require(rest.firstRange(of: part), "\(part)")
      rest = rest[place.upperBound...]
    }
    #expect(table.contains("href=\"sources.html#old\""))
    #expect(table.contains("<abbr title=\"estimated\">[e]</abbr>"))
  }

  @Test("an edition of data alone has pages that are made from its record")
  func recordPages() throws {
    let site = try Self.site()
    let start = site.text("editions/2025/index.html")
    #expect(start.contains("31 December 2025"))
    #expect(start.contains("href=\"figures/output-table.html\""))
    let figure = site.text("editions/2025/figures/output-table.html")
    #expect(figure.contains("13,000"))
    #expect(!figure.contains("29,000"))
    #expect(figure.contains("href=\"../../../sources.html#old\""))
    #expect(figure.contains("edition 2025, data as of 2025-12-31"))
    #expect(
      site.text("editions/2025/figures/output-table.csv").contains("Australia,2024,13000,true"))
    #expect(site.text("editions/2025/data/output-tonnes.csv").contains("390000,t,reported,old"))
    #expect(site.text("editions/2025/edition.json").contains("\"id\": \"2025\""))
    #expect(
      site.text("changes.html").contains("href=\"editions/2025/figures/output-table.html\""))
    #expect(site.text("editions/index.html").contains("href=\"2025/index.html\""))
  }

  @Test("what rests on sources of later days is left out of an edition of data alone")
  func laterSources() throws {
    let fixture = SiteFixture.withVintages(
      SiteFixture.figurePage("SELECT country, tonnes, estimated, source FROM output"))
    var input = fixture.input
    input.asOf = "2025-12-31"
    let edition = try #require(
      try EditionFreeze(input, FreezeRequest(id: "2025")).recordAlone().edition)
    #expect(edition.record.figures.isEmpty)
  }
}
