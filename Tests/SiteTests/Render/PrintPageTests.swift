import Testing

@testable import Site

@Suite struct PrintPageTests {
  @Test(
    "ids, references to them and headings fit into another page",
    arguments: [
      ("<h2 id=\"a\">A</h2>", "<h3 id=\"x-a\">A</h3>"), ("<h6>A</h6>", "<h6>A</h6>"),
      ("<svg aria-labelledby=\"t d\">", "<svg aria-labelledby=\"x-t x-d\">"),
      ("<td headers=\"r c\">", "<td headers=\"x-r x-c\">"),
      ("<g clip-path=\"url(#clip)\">", "<g clip-path=\"url(#x-clip)\">"),
      ("<a href=\"#p2-n1\">", "<a href=\"#p2-n1\">"), ("<hr>", "<hr>"), ("<header>", "<header>"),
      ("<p>say id=&quot;a&quot; or url here</p>", "<p>say id=&quot;a&quot; or url here</p>"),
      ("", ""), ("plain é text", "plain é text"),
    ])
  func embedding(html: String, expected: String) {
    #expect(Embedding.html(html, prefix: "x-") == expected)
  }

  @Test(
    "on paper nothing is there to click, nothing is folded, and the table's file is named",
    arguments: [
      (
        "a<ul class=\"fig-get\"><li>b</li><li>d</li></ul>c",
        "a<ul class=\"fig-get\"><li>b</li></ul>c"
      ),
      ("<ul><li>b</li></ul>", "<ul><li>b</li></ul>"),
      ("<a class=\"value\" href=\"#e\">12</a> kt", "12 kt"),
      ("a <a class=\"back\" href=\"#r1\">↩</a>", "a "),
      ("<a href=\"b\">c</a>", "<a href=\"b\">c</a>"),
      ("<td>1<abbr class=\"status\" title=\"t\">[e]</abbr></td>", "<td>1\u{202F}[e]</td>"),
      (
        "1<abbr class=\"status\" title=\"t\">[e]</abbr>",
        "1<abbr class=\"status\" title=\"t\">[e]</abbr>"
      ),
      (
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\"></div>",
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\"></div>"
      ),
      ("<details><p>a</p></details>", "<details open><p>a</p></details>"),
      ("<div class=\"chart\"><svg></svg></div>", "<div class=\"chart\"><svg></svg></div>"),
      ("<a class=\"value\" href=\"", "<a class=\"value\" href=\""), ("", ""),
    ])
  func paper(html: String, expected: String) {
    #expect(PaperHTML().html(html) == expected)
  }

  @Test("on paper a chart is the file that it is downloaded as, with its description")
  func drawing() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "b/a.md": SiteFixture.page("A", SiteFixture.chart),
    ]).build()
    let page = site.markup("print.html")
    #expect(page.count("mark-group") == 0)
    #expect(page.values(of: "src").contains("figures/grown.svg"))
    #expect(site.output.paths.contains("figures/grown.svg"))
    #expect(page.values(of: "alt").first?.hasPrefix("Bar chart") == true)
    #expect(page.values(of: "width") == ["720"])
    #expect(page.html.contains(">It has grown</h"))
    #expect(page.html.contains("href=\"figures/grown.json\""))
    #expect(!page.html.contains("href=\"figures/grown-readme.md\""))
  }

  private static let files = [
    "index.md": SiteFixture.page(
      "Home", "See [the other](b/c.md#part) and [itself](#own).\n\n## Own"),
    "b/c.md": SiteFixture.page("Other", "## Part\n\nWords.[^1]\n\n[^1]: A note."),
  ]

  @Test("all pages stand in one, in reading order, each with its title and notes")
  func pages() throws {
    let site = try SiteFixture(Self.files).build()
    let page = site.markup("print.html")
    #expect(page.count("<section class=\"chapter\"") == 2)
    #expect(page.count("<h1>") == 1)
    let home = page.html.firstRange(of: ">Home</h2>")
    let other = page.html.firstRange(of: ">Other</h2>")
    #expect(home != nil && other != nil)
    if let home, let other { #expect(home.lowerBound < other.lowerBound) }
    #expect(page.html.contains("<li id=\"p2-n1\">"))
  }

  @Test("links between the pages stay in the document, and every one arrives")
  func links() throws {
    let page = try SiteFixture(Self.files).build().markup("print.html")
    #expect(page.values(of: "href").contains("#p2-part"))
    #expect(page.values(of: "href").contains("#p1-own"))
    let ids = page.values(of: "id")
    #expect(Set(ids).count == ids.count)
    for address in page.values(of: "href") where address.hasPrefix("#") {
      #expect(ids.contains(String(address.dropFirst())), "\(address)")
    }
  }

  @Test("it is not for search engines, and every page leads to it")
  func index() throws {
    let site = try SiteFixture(Self.files).build()
    #expect(site.text("print.html").contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!site.text("sitemap.xml").contains("print.html"))
    #expect(site.text("b/c.html").contains("<a href=\"../print.html\">"))
  }

  @Test("a site of one page needs none")
  func onePage() throws {
    let site = try SiteFixture(["index.md": SiteFixture.page("Home")]).build()
    #expect(!site.output.paths.contains("print.html"))
    #expect(!site.text("index.html").contains("print.html"))
  }
}
