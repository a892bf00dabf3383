import Diagnostics
import Tables
import Testing

@testable import Site

/// Feed, sitemap, robots, icon: what machines read.
@Suite struct RecordsTests {
  @Test("the sitemap lists pages with their last change, the root without index.html")
  func sitemap() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "a/index.md": SiteFixture.page("A"),
      "a/é & b.md": SiteFixture.page("B", "", "date: 2025-01-02\nupdated: 2025-03-04"),
      "404.md": SiteFixture.page("Not here"), "copied.html": "<p>",
    ]).build()
    let text = site.text("sitemap.xml")
    #expect(text.contains("<url><loc>https://example.org/</loc></url>"))
    #expect(text.contains("<url><loc>https://example.org/a/</loc></url>"))
    #expect(
      text.contains(
        "<loc>https://example.org/a/%C3%A9%20%26%20b.html</loc><lastmod>2025-03-04</lastmod>"))
    #expect(!text.contains("404"))
    #expect(!text.contains("copied"))
    #expect(site.text("robots.txt").contains("\nSitemap: https://example.org/sitemap.xml\n"))
  }

  @Test("the feed has the dated pages, newest first, with ids of their addresses")
  func feed() throws {
    let site = try SiteFixture([
      "site.yaml": """
      title: T & U
      url: https://example.org/
      publisher: {name: The Desk}
      people: {ada: {name: Ada, url: "https://example.org/ada"}}
      """,
      "index.md": SiteFixture.page("Home"),
      "old.md": SiteFixture.page("Old", "", "date: 2024-05-06"),
      "new.md": SiteFixture.page(
        "New <one>", "", "date: 2024-01-01\nupdated: 2025-01-01\nauthors: [ada, Bo]\ntags: [x]"),
    ]).build()
    let text = site.text("feed.xml")
    #expect(text.contains("<title>T &amp; U</title>"))
    #expect(text.contains("<updated>2025-01-01T00:00:00Z</updated>\n<link rel=\"alternate\""))
    let new = try #require(text.firstRange(of: "<id>https://example.org/new.html</id>"))
    let old = try #require(text.firstRange(of: "<id>https://example.org/old.html</id>"))
    #expect(new.lowerBound < old.lowerBound)
    #expect(!text.contains("<id>https://example.org/index.html</id>"))
    #expect(text.contains("New &lt;one&gt;"))
    #expect(text.contains("<author><name>Ada</name><uri>https://example.org/ada</uri></author>"))
    #expect(text.contains("<author><name>Bo</name></author>"))
    #expect(text.contains("<published>2024-01-01T00:00:00Z</published>"))
    #expect(text.contains("<category term=\"x\"/>"))
  }

  @Test("the feed holds fifty pages at most")
  func feedLimit() throws {
    var files = ["index.md": SiteFixture.page("Home")]
    for number in 10..<70 {
      files["p\(number).md"] = SiteFixture.page("Page \(number)", "", "date: 2024-01-01")
    }
    let text = try SiteFixture(files).build().text("feed.xml")
    #expect(text.split(separator: "<entry>").count == 51)
    #expect(text.contains("p10.html") && !text.contains("p69.html"))
  }

  @Test("a site without dated pages and edition has no feed")
  func noFeed() throws {
    let site = try SiteFixture(["index.md": SiteFixture.page("Home")]).build()
    #expect(!site.output.paths.contains("feed.xml"))
  }

  @Test("the icon shows the first letter of the title, escaped")
  func icon() {
    #expect(Favicon.svg("rare earths").contains(">R</text>"))
    #expect(Favicon.svg("«éa»").contains(">É</text>"))
    #expect(Favicon.svg("…").contains(">•</text>"))
  }

  @Test("text for XML has no character that XML cannot hold")
  func xml() {
    #expect(
      XMLText.escape("a<b>&\"'\u{1}\u{FFFE}\n") == "a&lt;b&gt;&amp;&quot;&#39;\u{FFFD}\u{FFFD}\n")
  }
}
