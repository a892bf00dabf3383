import Diagnostics
import Testing

@testable import Site

@Suite struct ConfigurationTests {
  private func build(_ yaml: String) throws -> BuiltSite {
    try SiteFixture(["site.yaml": yaml, "index.md": SiteFixture.page("Home")]).build()
  }

  @Test("everything that site.yaml may say is read")
  func everything() throws {
    let site = try build(
      """
      title: Rare earths
      description: What the site is about.
      url: https://example.org/briefing
      language: en-GB
      edition: {id: 2026, published: 2026-06-01, data_as_of: 2026-05-27, next: 2027-02}
      publisher: {name: The Desk, url: https://example.org/, email: desk@example.org}
      licence: {name: CC-BY-4.0, title: Creative Commons Attribution 4.0, url: https://example.org/l}
      navigation: [index.md, {title: Elsewhere, page: https://example.com/, pages: [index.md]}]
      colours: {country: {China: s2}}
      keep: [CNAME]
      people: {ada: {name: Ada Lovelace, role: editor}, bo: Bo}
      raw_html: true
      search: false
      copies: false
      footer: [index.md]
      freshness: {warn: 365, fail: 730}
      status_words: {estimated: [an estimated]}
      """)
    #expect(site.errors.isEmpty)
    let configuration = site.report.site.configuration
    #expect(configuration.url == "https://example.org/briefing/")
    #expect(configuration.language == "en-GB")
    #expect(
      configuration.edition
        == .init(id: "2026", published: "2026-06-01", dataAsOf: "2026-05-27", next: "2027-02"))
    #expect(configuration.publisher?.email == "desk@example.org")
    #expect(configuration.licence?.name == "CC-BY-4.0")
    #expect(configuration.navigation.map(\.target) == ["index.md", "https://example.com/"])
    #expect(configuration.footer.map(\.target) == ["index.md"])
    #expect(!configuration.hasSearch)
    #expect(!configuration.hasCopies)
    #expect(configuration.colours == ["country": ["China": "s2"]])
    #expect(configuration.keep == ["CNAME"])
    #expect(configuration.people["ada"]?.role == "editor")
    #expect(configuration.people["bo"]?.name == "Bo")
    #expect(configuration.allowsRawHTML)
    #expect(configuration.freshness == .init(warnAfter: 365, failAfter: 730))
    #expect(configuration.statusWords["estimated"] == ["an estimated"])
    #expect(configuration.statusWords["lower-bound"]?.contains("at least") == true)
  }

  @Test(
    "faults of site.yaml are errors at their place",
    arguments: [
      "url: example.org", "url: ftp://example.org/", "url: https://", "url: 'https://a b/'",
      "language: english!", "edition: 2026", "edition: {id: 2026}",
      "edition: {id: a/b, published: 2026-01-01}", "edition: {id: .., published: 2026-01-01}",
      "edition: {id: a, published: 2026-01-01, next: soon}", "navigation: index.md",
      "navigation: [missing.md]", "navigation: [{title: A}]", "colours: {country: red}",
      "colours: {country: {China: [s1]}}", "keep: {a: b}", "people: [Ada]", "raw_html: 1",
      "freshness: 30", "status_words: {guessed: [x]}", "licence: {title: T}", "titel: T",
    ])
  func faults(line: String) throws {
    let site = try build("title: T\n\(line)\n")
    #expect(!site.errors.isEmpty, "\(line)")
    #expect(site.errors.allSatisfy { $0.location?.path == "site.yaml" })
    #expect(site.errors.first?.location?.range.start.line == 2)
  }

  @Test("a site without address says what is left out, and leaves it out")
  func noAddress() throws {
    let site = try build("title: T\n")
    #expect(site.warnings.map(\.id) == ["site.url"])
    #expect(!site.output.paths.contains("sitemap.xml"))
    #expect(!site.output.paths.contains("feed.xml"))
    #expect(site.text("robots.txt") == "User-agent: *\nAllow: /\n")
  }

  @Test("YAML that cannot be read is reported once")
  func brokenYAML() throws {
    let site = try build("title: [T\n")
    #expect(site.errors.count == 1)
  }
}
