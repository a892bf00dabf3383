import Testing

@testable import Site

@Suite struct SearchPageTests {
  private static func site(_ settings: String = "") throws -> BuiltSite {
    try SiteFixture([
      "site.yaml": "title: Test site\nurl: https://example.org/\n\(settings)\n",
      "index.md": SiteFixture.page("Home"), "a/b.md": SiteFixture.page("Below"),
    ]).build()
  }

  @Test("a page loads the search by a script file of its own site")
  func script() throws {
    let page = try Self.site().markup("a/b.html")
    #expect(page.html.contains("<script src=\"../assets/search.js\" defer></script>"))
    #expect(page.html.contains("script-src 'self'"))
    #expect(page.count("<script src") == 1)
  }

  @Test("without scripts nothing of the search is seen: all of it stands in a template")
  func inert() throws {
    let page = try Self.site().markup("index.html")
    let template = try #require(page.between("<template id=\"page-search\"", "</template>"))
    #expect(template.contains("data-index=\"assets/search-index.js\""))
    let outside = page.html.replacing(template, with: "")
    for part in ["search-open", "combobox", "role=\"search\"", "noscript"] {
      #expect(!outside.contains(part), "\(part)")
    }
  }

  @Test("the dialog has the roles of a combobox with a list")
  func roles() throws {
    let page = try Self.site().markup("index.html")
    let template = try #require(page.between("<template id=\"page-search\"", "</template>"))
    for part in [
      "role=\"search\"", "role=\"combobox\"", "aria-autocomplete=\"list\"",
      "aria-expanded=\"false\"", "aria-controls=\"page-search-results\"",
      "id=\"page-search-results\" role=\"listbox\"", "role=\"status\"",
      "<label for=\"page-search-words\">", "aria-haspopup=\"dialog\"",
    ] {
      #expect(template.contains(part), "\(part)")
    }
  }

  @Test("the button has a name, no word, and room of its own")
  func button() throws {
    let page = try Self.site().markup("index.html")
    let button = try #require(
      page.between("<button type=\"button\" class=\"search-open\"", "</button>"))
    #expect(button.contains("aria-label=\"Search\""))
    #expect(button.contains("data-script"))
    #expect(button.contains("<svg") && button.contains("aria-hidden=\"true\""))
  }

  @Test("every kind of result has its word")
  func kinds() throws {
    let page = try Self.site().markup("index.html")
    let kinds = page.values(of: "data-kinds").first?.split(separator: ", ")
    #expect(kinds?.count == SearchIndex.Kind.allCases.count)
  }

  @Test("`search: false` leaves scripts out of pages and outputs")
  func switchedOff() throws {
    let site = try Self.site("search: false")
    #expect(site.errors.isEmpty)
    let page = site.markup("index.html")
    #expect(page.html.contains("script-src 'none'"))
    #expect(!page.html.contains("<template") && !page.html.contains("search.js"))
    #expect(!site.output.paths.contains { $0.contains("search") })
  }

  @Test("the page for what is not found names the script by its full path")
  func notFound() throws {
    let page = try Self.site().markup("404.html")
    #expect(page.html.contains("<script src=\"/assets/search.js\" defer></script>"))
    #expect(page.values(of: "data-index") == ["/assets/search-index.js"])
  }

  @Test("the script sets no markup from texts, no styles, and asks for nothing but the index")
  func program() throws {
    let script = try Self.site().text("assets/search.js")
    for word in ["innerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", ".style"] {
      #expect(!script.contains(word), "\(word)")
    }
    #expect(script.utf8.count < 10_000)
  }
}
