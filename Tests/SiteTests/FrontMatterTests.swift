import Diagnostics
import Testing

@testable import Site

@Suite struct FrontMatterTests {
  /// The page of a site whose only page has these keys.
  private func build(_ keys: String) throws -> BuiltSite {
    try SiteFixture(["index.md": "---\n\(keys)\n---\n\nText.\n"]).build()
  }

  private let description =
    "description: A sentence that says what the page is about and is long enough to stand."

  @Test("every key is read")
  func everyKey() throws {
    let site = try build(
      """
      title: Home
      \(description)
      date: 2025-01-02
      updated: 2025-03-04
      authors: [Ada, Bo]
      order: 1.5
      tags: [one, two]
      terms: alpha
      aliases: [old.html]
      toc: true
      nav: Start
      """)
    #expect(site.errors.isEmpty)
    let matter = try #require(site.page("index.md")?.plan.frontMatter)
    #expect(matter.title == "Home")
    #expect(matter.date == "2025-01-02")
    #expect(matter.updated == "2025-03-04")
    #expect(matter.authors == ["Ada", "Bo"])
    #expect(matter.order == 1.5)
    #expect(matter.tags == ["one", "two"])
    #expect(matter.terms == ["alpha"])
    #expect(matter.aliases == ["old.html"])
    #expect(matter.contents == .always)
    #expect(matter.navigation == .named("Start"))
  }

  @Test("an unknown key is an error with the key that was meant, at its place")
  func unknownKey() throws {
    let site = try build("title: A\n\(description)\ndatte: 2025-01-01")
    let error = try #require(site.errors.first)
    #expect(error.remedy?.contains("date") == true)
    #expect(error.location?.range.start == SourcePosition(line: 4, column: 1))
  }

  @Test("updated is the date where it is not given")
  func updated() throws {
    let site = try build("title: A\n\(description)\ndate: 2025-01-01")
    #expect(site.page("index.md")?.plan.frontMatter.updated == "2025-01-01")
  }

  @Test(
    "values of the wrong kind are errors at their line",
    arguments: [
      "date: 2025-02-30", "date: 1/2/2025", "order: first", "draft: yes", "toc: maybe",
      "toc: 3", "nav: [a]", "tags: {a: b}", "each: x", "each: {value: A, query: b}",
      "each: {query: a}", "each: {query: a, key: b, extra: c}", "aliases: {a: b}", "title: [a]",
    ])
  func wrongKinds(line: String) throws {
    let key = line.prefix { $0 != ":" }
    let site = try build(
      (key == "title" ? "" : "title: A\n") + description + "\n" + line)
    #expect(!site.errors.isEmpty, "\(line)")
    #expect(site.errors.contains { $0.location?.range.start.line == (key == "title" ? 3 : 4) })
  }

  @Test("a page updated before its date is an error")
  func updatedBeforeDate() throws {
    let site = try build("title: A\n\(description)\ndate: 2025-03-01\nupdated: 2025-02-01")
    #expect(site.errorIDs == ["front-matter.dates"])
  }

  @Test("a description that is missing, short or long is a warning")
  func descriptions() throws {
    #expect(try build("title: A").warnings.map(\.id) == ["front-matter.description"])
    #expect(
      try build("title: A\ndescription: Short.").diagnostic("front-matter.description") != nil)
    let long = String(repeating: "word ", count: 40)
    #expect(
      try build("title: A\ndescription: \(long)").diagnostic("front-matter.description")?.expected
        == "70 to 160 characters")
  }

  @Test("a description's length counts characters, not bytes")
  func descriptionInCharacters() throws {
    let text = String(repeating: "é", count: 100)
    #expect(try build("title: A\ndescription: \(text)").warnings.isEmpty)
  }

  @Test("an empty title is an error")
  func emptyTitle() throws {
    #expect(try build("title: ''\n\(description)").errorIDs.contains("front-matter.empty"))
  }

  @Test("bytes that are no UTF-8 are an error with their line")
  func encoding() throws {
    var input = SiteFixture([:]).input
    input.content = .inMemory([
      "site.yaml": Array("title: T\nurl: https://example.org/\n".utf8),
      "index.md": Array("---\ntitle: A\n---\n\n".utf8) + [0xFF, 0x0A],
    ])
    let report = try SiteBuild(input).run(into: MemoryOutput())
    let error = try #require(report.diagnostics.first { $0.severity == .error })
    #expect(error.id == "content.encoding")
    #expect(error.location?.range.start.line == 5)
  }
}
