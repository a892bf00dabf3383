import Diagnostics
import TestSupport
import Testing

@testable import Site

@Suite struct FreezeTests {
  @Test("a frozen edition names itself in every title and leads to the latest")
  func marked() throws {
    let edition = try #require(try EditionFixture().freeze().edition)
    let pages = edition.files.keys.filter { $0.hasSuffix(".html") }.sorted()
    #expect(pages.contains("report.html"))
    for path in pages {
      let text = try #require(edition.text(path))
      let title = try #require(PageMarkup(text).between("<title>", "</title>"))
      #expect(title.contains("edition 2025"), "\(path): \(title)")
      if text.contains("http-equiv=\"refresh\"") { continue }
      let root = String(repeating: "../", count: path.split(separator: "/").count + 1)
      #expect(text.contains("<p class=\"banner\">"), "\(path)")
      #expect(text.contains("href=\"\(root)index.html\""), "\(path)")
    }
  }

  @Test("its canonical addresses are those below editions/")
  func canonical() throws {
    let edition = try #require(try EditionFixture().freeze().edition)
    let text = try #require(edition.text("report.html"))
    #expect(text.contains("href=\"https://example.org/editions/2025/report.html\""))
    #expect(!text.contains("https://example.org/report.html"))
  }

  @Test(
    "files that mean something only at the root of a site are left out",
    arguments: [
      "robots.txt", "sitemap.xml", "404.html", "llms.txt", "feed.xml", "figures.xml", "print.html",
      "edition.json",
    ])
  func leftOut(path: String) throws {
    let outcome = try EditionFixture().freeze()
    let edition = try #require(outcome.edition)
    #expect(edition.files[path] == nil)
    #expect(edition.files["favicon.svg"] != nil)
  }

  @Test(
    "an edition keeps each figure once: its address leads to its page, its rows stay to be downloaded"
  )
  func figures() throws {
    let edition = try #require(try EditionFixture().freeze().edition)
    let address = try #require(edition.text("figures/ranking.html"))
    #expect(address.contains("url=../report.html#fig-ranking"))
    #expect(address.contains("<a href=\"../report.html#fig-ranking\">Who mines most</a>"))
    #expect(edition.text("figures/ranking.csv")?.contains("China") == true)
    let readme = try #require(edition.text("figures/ranking-readme.md"))
    #expect(readme.contains("    SELECT iso3, country, tonnes, source FROM output"))
    #expect(edition.files["figures/ranking.json"] == nil)
    #expect(
      edition.text("figures/index.html")?.contains("href=\"../report.html#fig-bars\"") == true)
    #expect(edition.text("report.html")?.contains("ranking.json") == false)
  }

  @Test("no page of a frozen edition leads to a file that was left out")
  func links() throws {
    let edition = try #require(
      try EditionFixture(["more.md": SiteFixture.page("More", "Words.")]).freeze().edition)
    for path in edition.files.keys where path.hasSuffix(".html") {
      let text = try #require(edition.text(path))
      for name in ["print.html", "feed.xml", "figures.xml", "llms.txt", "sitemap.xml"] {
        #expect(!text.contains(name), "\(path) leads to \(name)")
      }
    }
  }

  @Test("the record has the hash of each file")
  func hashes() throws {
    let edition = try #require(try EditionFixture().freeze().edition)
    #expect(edition.record.files.keys.sorted() == edition.files.keys.sorted())
    for (path, content) in edition.files {
      #expect(edition.record.files[path] == content.withBytes { SHA256.hex($0) })
    }
  }

  @Test("a later build publishes a frozen edition as it is, and lists it")
  func published() throws {
    let frozen = try EditionFixture().frozen()
    let site = try frozen.next("2026").build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(site.text("editions/2025/report.html") == frozen.files["editions/2025/report.html"])
    let index = site.text("editions/index.html")
    #expect(index.contains("href=\"2025/index.html\""))
    #expect(index.contains("30 June 2025"))
    #expect(!site.output.paths.contains("editions/2025.json"))
    #expect(site.text("editions/2025/edition.json").contains("\"id\": \"2025\""))
    #expect(site.text("index.html").contains("href=\"editions/index.html\""))
  }

  @Test("freezing the same site twice gives the same bytes")
  func deterministic() throws {
    let (first, second) = (try EditionFixture().freeze(), try EditionFixture().freeze())
    let (a, b) = (try #require(first.edition), try #require(second.edition))
    #expect(a.record.json == b.record.json)
    for (path, content) in a.files {
      #expect(b.files[path].map { content.hasSameBytes(as: $0) } == true, "\(path)")
    }
  }

  @Test("editions are not frozen into one another")
  func notNested() throws {
    let second = try #require(
      try EditionFixture().frozen().next("2026").freeze().edition)
    #expect(!second.files.keys.contains { $0.hasPrefix("editions/") })
  }

  @Test("an edition has an id of its own")
  func taken() throws {
    let outcome = try EditionFixture().frozen().freeze()
    #expect(outcome.edition == nil)
    #expect(outcome.report.diagnostics.contains { $0.id == "edition.frozen" })
  }

  @Test("the command line may give id, day and the day of the data")
  func request() throws {
    var fixture = EditionFixture()
    fixture.asOf = "2024-12-31"
    let outcome = try fixture.freeze(id: "2024b", published: "2025-02-01")
    let edition = try #require(outcome.edition, "\(outcome.report.diagnostics)")
    #expect(edition.record.edition?.id == "2024b")
    #expect(edition.record.edition?.published == "2025-02-01")
    #expect(edition.record.edition?.dataAsOf == "2024-12-31")
    #expect(edition.kept.keys.contains("editions/2024b.json"))
  }

  @Test("an id that could not stand in an address is refused", arguments: ["a/b", "..", "", "a b"])
  func badID(id: String) throws {
    let outcome = try EditionFixture().freeze(id: id)
    #expect(outcome.edition == nil)
    #expect(outcome.report.diagnostics.contains { $0.id == "edition.id" })
  }

  @Test("a site without edition has nothing to freeze")
  func noEdition() throws {
    let outcome = try EditionFixture(["site.yaml": "title: Test site\n"]).freeze()
    #expect(outcome.edition == nil)
    #expect(outcome.report.diagnostics.contains { $0.id == "edition.id" })
  }

  @Test("a figure without a name is an error when the edition is frozen")
  func unnamedFigure() throws {
    let page = SiteFixture.page("Other", "```table\ntitle: T\ndata: producers\n```")
    let fixture = EditionFixture(["other.md": page])
    #expect(try fixture.build().diagnostic("figure.no-id")?.severity == .warning)
    let outcome = try fixture.freeze()
    #expect(outcome.edition == nil)
    #expect(
      outcome.report.diagnostics.contains { $0.id == "figure.no-id" && $0.severity == .error })
  }

  @Test("the edition is written below Content/, the record beside its folder")
  func written() throws {
    let folder = try TemporaryFolder()
    let edition = try #require(try EditionFixture().freeze().edition)
    try edition.write(to: folder.path)
    #expect(try folder.read("editions/2025/report.html") == edition.text("report.html"))
    #expect(try folder.read("editions/2025.json") == RecordSeal.sealed(edition.record.json))
    #expect(!folder.exists("editions/.2025.new"))
  }
}

extension FrozenEdition {
  /// The text of a file.
  func text(_ path: String) -> String? {
    files[path]?.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
