import Testing

@testable import Site

@Suite struct PrintVolumesTests {
  @Test(
    "pages fill a volume up to the limit, in order, and one that is too large stands alone",
    arguments: [
      ([], []), ([5], [[0]]), ([4, 6, 1], [[0, 1], [2]]), ([11, 1, 9], [[0], [1, 2]]),
      ([1, 11, 1], [[0], [1], [2]]), ([10, 10], [[0], [1]]),
    ] as [([Int], [[Int]])])
  func division(sizes: [Int], expected: [[Int]]) {
    let pages = sizes.enumerated().map { (page: $0.offset, size: $0.element) }
    #expect(PrintVolumes.divided(pages, limit: 10) == expected)
  }

  @Test(
    "the first volume has the address that pages lead to; what has no number is none",
    arguments: [
      ("print.html", true), ("print-2.html", true), ("print-12.html", true),
      ("print-1.html", false), ("print-x.html", false), ("printing.html", false),
      ("print-2.md", false), ("a/print.html", false),
    ])
  func names(output: String, isVolume: Bool) {
    #expect(PrintVolumes.isOutput(output) == isVolume)
    #expect(PrintVolumes.output(0) == "print.html")
    #expect(PrintVolumes.output(1) == "print-2.html")
  }

  @Test(
    "elements are counted by their first tags",
    arguments: [
      ("", 0), ("a < b", 0), ("<p>a</p>", 1), ("<p>a<br>b</p>", 2), ("<!-- a --><H2>b</H2>", 1),
      ("1 <2", 0),
    ])
  func elements(html: String, count: Int) {
    #expect(HTMLText.elementCount(of: html) == count)
  }

  /// A site of three pages of which two fill more than a volume.
  private static func site() throws -> BuiltSite {
    let rows = (0..<1000).map { "| \($0) |" }.joined(separator: "\n")
    let table = "## Rows {#rows}\n\n| n |\n|---|\n\(rows)\n"
    return try SiteFixture([
      "index.md": SiteFixture.page("Home", "See [the last](c.md#rows) and [the next](b.md)."),
      "b.md": SiteFixture.page("Second", table), "c.md": SiteFixture.page("Third", table),
    ]).build()
  }

  @Test("a long site is printed in several documents, each page in one of them")
  func volumes() throws {
    let site = try Self.site()
    let (first, second) = (site.markup("print.html"), site.markup("print-2.html"))
    #expect(!site.output.paths.contains("print-3.html"))
    #expect(first.html.contains(">Home</h2>") && first.html.contains(">Second</h2>"))
    #expect(!first.html.contains(">Third</h2>"))
    #expect(second.html.contains(">Third</h2>"))
    #expect(first.html.contains("<title>All pages for printing, part 1 of 2 – Test site</title>"))
    #expect(HTMLText.elementCount(of: first.html) < 3000)
    #expect(second.values(of: "id").contains("p3-rows"))
  }

  @Test("each document leads to the others and names their pages")
  func parts() throws {
    let site = try Self.site()
    let first = try #require(
      site.markup("print.html").between("aria-labelledby=\"page-parts\"", "</nav>"))
    #expect(first.contains("<a href=\"print-2.html\">"))
    #expect(first.contains("Third"))
    #expect(site.text("print-2.html").contains("<a href=\"print.html\">"))
    let short = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "b.md": SiteFixture.page("Second"),
    ]).build()
    #expect(!short.text("print.html").contains("page-parts"))
  }

  @Test("a link stays in the document where its page is there, else it leads to the page itself")
  func links() throws {
    let page = try Self.site().markup("print.html")
    #expect(page.values(of: "href").contains("#p2-title"))
    #expect(page.values(of: "href").contains("c.html#rows"))
  }

  @Test("no volume has a plain-text copy, or is for search engines")
  func copies() throws {
    let site = try Self.site()
    #expect(!site.output.paths.contains("print-2.md"))
    #expect(site.text("print-2.html").contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!site.text("sitemap.xml").contains("print-2"))
  }
}
