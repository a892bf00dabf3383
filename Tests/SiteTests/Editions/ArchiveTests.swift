import Diagnostics
import Testing

@testable import Site

/// Frozen editions stay as they are, and what they published can be found.
@Suite struct ArchiveTests {
  /// A site of 2026 with the edition of 2025 frozen.
  private static func site() throws -> EditionFixture { try EditionFixture().frozen().next("2026") }

  @Test(
    "a record that was edited by hand is an error at its path",
    arguments: [("270000", "270001"), ("\"seal\"", "\"sea1\"")])
  func editedRecord(old: String, new: String) throws {
    var site = try EditionFixture().frozen().next("2026")
    let record = try #require(site.files["editions/2025.json"])
    site.files["editions/2025.json"] = record.replacing(old, with: new)
    let fault = try #require(try site.build().diagnostic("edition.edited"))
    #expect(fault.location?.path.hasSuffix("editions/2025.json") == true)
    #expect(fault.found?.hasPrefix("sha256 ") == true)
    #expect(fault.expected != nil && fault.expected != fault.found)
    site.files["editions/2025.json"] = record.replacing("\n", with: "\r\n")
    #expect(try site.build().diagnostic("edition.edited") == nil)
  }

  @Test("an edited file of a frozen edition is an error at its path")
  func edited() throws {
    var site = try Self.site()
    site.files["editions/2025/report.html"]? += "<!-- -->"
    let built = try site.build()
    let fault = try #require(built.diagnostic("edition.edited"))
    #expect(fault.severity == .error)
    #expect(fault.location?.path == "editions/2025/report.html")
    #expect(fault.found != nil && fault.expected != nil && fault.found != fault.expected)
    #expect(!built.output.isPublished)
  }

  @Test("a file that was taken from a frozen edition is an error at its path")
  func missing() throws {
    var site = try Self.site()
    site.files["editions/2025/report.html"] = nil
    #expect(
      try site.build().diagnostic("edition.missing")?.location?.path == "editions/2025/report.html")
  }

  @Test("a file that was put into a frozen edition is an error at its path")
  func added() throws {
    let site = try EditionFixture(["editions/2025/new.html": "<p>"]).frozenWithout("2025/new.html")
    #expect(
      try site.build().diagnostic("edition.added")?.location?.path == "editions/2025/new.html")
  }

  @Test("a folder of editions without a record is an error with the near name")
  func unknown() throws {
    var site = try Self.site()
    site.files["editions/2026x/a.html"] = "<p>"
    let fault = try #require(try site.build().diagnostic("edition.unknown"))
    #expect(fault.found?.contains("2026x.json") == true)
  }

  @Test("a record that cannot be read is one error, not one for each file of its edition")
  func brokenRecord() throws {
    var site = try Self.site()
    site.files["editions/2025.json"] = "{"
    let errors = try site.build().errorIDs.filter {
      $0.hasPrefix("edition.") || $0.hasPrefix("json.")
    }
    #expect(errors == ["json.syntax"])
  }

  @Test("a folder without record is one error, however many files it has")
  func unknownFolder() throws {
    var site = try Self.site()
    for name in ["a", "b", "c"] { site.files["editions/2020/\(name).html"] = "<p>" }
    let faults = try site.build().errors.filter { $0.id == "edition.unknown" }
    #expect(faults.map { $0.location?.path } == ["editions/2020/a.html"])
    #expect(faults.first?.found?.hasPrefix("3 files") == true)
  }

  @Test("what is no record is an error at its place", arguments: ["{}", "[1]", "{\"title\": 3}"])
  func noRecord(text: String) throws {
    let site = try EditionFixture(["editions/2024.json": text]).build()
    #expect(site.errorIDs == ["edition.record"])
    #expect(site.errors.first?.location?.path == "editions/2024.json")
  }

  @Test("a record that is no JSON is an error at its line")
  func noJSON() throws {
    let site = try EditionFixture(["editions/2024.json": "{\n  \"title\":\n"]).build()
    #expect(site.errors.contains { $0.location?.path == "editions/2024.json" })
  }

  @Test("a record under another name is an error")
  func renamed() throws {
    var site = try Self.site()
    site.files["editions/2024.json"] = site.files["editions/2025.json"]
    #expect(try site.build().diagnostic("edition.record")?.location?.path == "editions/2024.json")
  }

  @Test("a figure of an edition that has vanished is an error that names it")
  func vanishedFigure() throws {
    let text = EditionFixture.report.replacing("```table ranking", with: "```table rankings")
    let site = try Self.site().next("2026", ["report.md": text]).build()
    let fault = try #require(site.diagnostic("edition.figure-gone"))
    #expect(fault.found?.contains("`ranking`") == true)
    #expect(fault.remedy?.contains("`rankings`") == true)
    #expect(!site.output.isPublished)
  }

  @Test("a vanished figure is no error once site.yaml says why")
  func retiredFigure() throws {
    let text = EditionFixture.report.replacing("```table ranking", with: "```table rankings")
    let retired = "retired: {figures: {ranking: Its numbers stand in another table now.}}"
    let site = try Self.site().next("2026", ["report.md": text], retired).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(site.text("changes.html").contains("Its numbers stand in another table now."))
  }

  @Test("an address of an edition that leads to nothing is an error with the way out")
  func vanishedPage() throws {
    var site = try Self.site()
    site.files["other.md"] = site.files["report.md"]
    site.files["report.md"] = nil
    let fault = try #require(try site.build().diagnostic("edition.page-gone"))
    #expect(fault.found?.contains("`report.html`") == true)
    #expect(fault.remedy?.contains("aliases: [report.html]") == true)
  }

  @Test("a page that moved keeps its old address by an alias")
  func alias() throws {
    var site = try Self.site()
    site.files["other.md"] = EditionFixture.report.replacing(
      "title: The report", with: "title: The report\naliases: [report.html]")
    site.files["report.md"] = nil
    let built = try site.build()
    #expect(built.errors.isEmpty, "\(built.errors)")
  }

  @Test("a page may be retired with a reason")
  func retiredPage() throws {
    var site = try EditionFixture(["extra.md": SiteFixture.page("Extra")]).frozen()
    site.files["extra.md"] = nil
    let retired = "retired:\n  pages:\n    extra.html: Part of the report now."
    #expect(try site.next("2026", [:], retired).build().errors.isEmpty)
  }

  @Test("what is said to be retired and is there brings a warning")
  func notRetired() throws {
    let retired = "retired: {figures: {ranking: gone}, pages: {report.html: gone}}"
    let site = try Self.site().next("2026", [:], retired).build()
    #expect(site.warnings.count { $0.id == "edition.not-gone" } == 2)
  }

  @Test(
    "what is retired has a reason",
    arguments: [
      "retired: {figures: [ranking]}", "retired: {figures: {ranking: null}}",
      "retired: {pages: {a.html: 3}}",
    ])
  func noReason(text: String) throws {
    let site = try EditionFixture().next("2025", [:], text).build()
    #expect(site.diagnostic("site.retired")?.location?.path == "site.yaml")
  }

  @Test("a site that moves on under the id of a frozen edition is warned")
  func movedOn() throws {
    let site = try EditionFixture().frozen()
    #expect(try site.build().diagnostic("edition.moved") == nil)
    let moved = try site.next("2025", ["data/output.csv": EditionFixture.output(china: "280000")])
      .build()
    #expect(moved.diagnostic("edition.moved")?.severity == .warning)
    #expect(moved.errors.isEmpty, "\(moved.errors)")
  }
}

extension EditionFixture {
  /// The site of 2026 over the frozen one of 2025, with a file in its folder that was not frozen.
  fileprivate func frozenWithout(_ name: String) throws -> EditionFixture {
    var clean = self
    let text = clean.files.removeValue(forKey: "editions/" + name)
    var site = try clean.frozen().next("2026")
    site.files["editions/" + name] = text
    return site
  }
}
