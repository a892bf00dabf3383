import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct PageTests {
  private static let text = """
    Words with a note.[^1]

    ## One {#one}

    ### Below one

    ## Two

    ## Three

    ## Four

    [^1]: What the note says.
    """

  @Test("a page has the landmarks of a page, each once")
  func landmarks() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A finding", Self.text),
    ]).build()
    let page = site.markup("a.html")
    #expect(page.html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    for element in ["<main ", "<h1>", "<article", "<footer ", "<title>"] {
      #expect(page.count(element) == 1, "\(element)")
    }
    #expect(
      page.count("<nav ") == page.count("<nav aria-label")
        + page.count("<nav class=\"contents\" aria-labelledby=\"page-contents\"")
        + page.count("<nav class=\"pager\" aria-label"))
    #expect(page.headingLevels.first == 1)
    #expect(page.html.contains("<h1>A finding</h1>"))
    #expect(page.html.contains("<a class=\"skip\" href=\"#page-main\">"))
  }

  @Test("no template tag is left in any page, and nothing is styled or scripted inline")
  func clean() throws {
    let site = try SiteFixture.withData(["a.md": SiteFixture.page("A", Self.text)]).build()
    #expect(site.htmlPaths.count >= 8)
    for path in site.htmlPaths {
      let page = site.markup(path)
      #expect(!page.html.replacing("= {{", with: "= {").contains("{{"), "\(path)")
      #expect(!page.html.contains(" style=\""), "\(path)")
      let scripts = page.count("<script type=\"application/ld+json\">") + page.count("<script src=")
      #expect(page.count("<script") == scripts, "\(path)")
    }
  }

  @Test("the head says what the page is, to people and machines")
  func head() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "b/a.md": SiteFixture.page("A"),
    ])
    .build()
    let page = site.markup("b/a.html")
    #expect(page.html.contains("<title>A – Test site</title>"))
    #expect(page.html.contains("<link rel=\"canonical\" href=\"https://example.org/b/a.html\">"))
    #expect(page.html.contains("<meta property=\"og:type\" content=\"article\">"))
    #expect(page.html.contains("<link rel=\"stylesheet\" href=\"../assets/theme.css\">"))
    #expect(page.count("name=\"theme-color\"") == 2)
    let policy = page.html.firstRange(of: "Content-Security-Policy")
    let first = page.html.firstRange(of: "<meta")
    #expect(policy != nil && first != nil)
    #expect(page.between("<head>", "Content-Security-Policy") == "\n<meta http-equiv=\"")
  }

  @Test("titles are unique in a site, on generated pages too")
  func titles() throws {
    let site = try SiteFixture.withData([
      "a.md": SiteFixture.page("A", "", "tags: [Data, Sources]"),
      "b/c.md": SiteFixture.page("Tables"),
    ]).build()
    let titles = site.htmlPaths.compactMap { site.markup($0).between("<title>", "</title>") }
    #expect(titles.count == site.htmlPaths.count)
    #expect(Set(titles).count == titles.count, "\(titles)")
  }

  @Test("a site without address has no canonical addresses and no feed")
  func withoutAddress() throws {
    let site = try SiteFixture(["site.yaml": "title: T", "index.md": SiteFixture.page("Home")])
      .build()
    let page = site.markup("index.html")
    #expect(!page.html.contains("canonical"))
    #expect(!page.html.contains("feed.xml"))
  }

  @Test("the contents list stands where there are more than three headings, or as asked")
  func contents() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A", Self.text),
      "b.md": SiteFixture.page("B", Self.text, "toc: false"),
      "c.md": SiteFixture.page("C", "## One", "toc: true"), "d.md": SiteFixture.page("D", "## One"),
    ]).build()
    let list = site.markup("a.html").between("<nav class=\"contents\"", "</nav>") ?? ""
    #expect(
      PageMarkup(list).values(of: "href") == ["#one", "#below-one", "#two", "#three", "#four"])
    #expect(list.contains("<a href=\"#one\">One</a><ol><li><a href=\"#below-one\">"))
    #expect(PageMarkup(list).count("<li>") == PageMarkup(list).count("</li>"))
    #expect(!site.text("b.html").contains("class=\"contents\""))
    #expect(site.text("c.html").contains("class=\"contents\""))
    #expect(!site.text("d.html").contains("class=\"contents\""))
  }

  @Test("notes lead back to where they are named")
  func notes() throws {
    let site = try SiteFixture.withData([
      "a.md": SiteFixture.page("A", "One [@mcs-2025, p. 3] and more [@mcs-2025, p. 3].")
    ]).build()
    let notes = site.markup("a.html").between("role=\"doc-endnotes\"", "</section>") ?? ""
    #expect(notes.contains("<li id=\"n1\">"))
    #expect(notes.contains("href=\"sources.html#mcs-2025\""))
    #expect(notes.contains("p. 3"))
    #expect(
      PageMarkup(notes).values(of: "href").filter { $0.hasPrefix("#r1") } == ["#r1", "#r1-2"])
    #expect(notes.contains("aria-label=\"Back to reference 1.1\""))
  }

  @Test("what a value rests on is told below the page, with table and source")
  func evidence() throws {
    let site = try SiteFixture.withData([
      "a.md": SiteFixture.page("A", "It is `= output[country=China].tonnes` tonnes.")
    ]).build()
    let evidence = site.markup("a.html").between("class=\"evidence\"", "</section>") ?? ""
    #expect(evidence.contains("<strong>270,000</strong>"))
    #expect(evidence.contains("href=\"data/output.html\""))
    #expect(evidence.contains("href=\"sources.html#mcs-2025\""))
    let target = site.markup("a.html").values(of: "href").first { $0.hasPrefix("#e-") }
    #expect(target.map { evidence.contains("id=\"\($0.dropFirst())\"") } == true)
  }

  @Test("the edition line tells when the page and its data are from")
  func edition() throws {
    let site = try SiteFixture([
      "site.yaml": """
      title: T
      url: https://example.org/
      edition: {id: "7", published: 2025-06-30, data_as_of: 2025-05-01, next: 2026-01}
      people: {ada: {name: Ada, url: "https://example.com/ada"}}
      """,
      "index.md": SiteFixture.page("Home"),
      "a.md": SiteFixture.page(
        "A", "", "date: 2025-04-04\nupdated: 2025-05-05\nauthors: [ada, Bo]"),
    ]).build()
    let line = site.markup("a.html").between("<dl class=\"edition\">", "</dl>") ?? ""
    #expect(
      PageMarkup(line).values(of: "datetime") == [
        "2025-04-04", "2025-05-05", "2025-05-01", "2026-01",
      ]
    )
    #expect(line.contains("4 April 2025") && line.contains("January 2026"))
    #expect(line.contains("<a href=\"https://example.com/ada\" rel=\"noopener\">Ada</a>, Bo"))
    let landing = site.markup("index.html").between("<dl class=\"edition\">", "</dl>") ?? ""
    #expect(landing.contains("30 June 2025"))
  }

  @Test("navigation marks the page, and the section on pages below it")
  func navigation() throws {
    let site = try SiteFixture([
      "site.yaml":
        "title: T\nurl: https://example.org/\nnavigation: [a.md, {title: Lands, page: b/index.md}]",
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A"),
      "b/index.md": SiteFixture.page("B"), "b/c.md": SiteFixture.page("C"),
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    func navigation(_ path: String) -> String {
      site.markup(path).between("<ul class=\"nav\">", "</ul>") ?? ""
    }
    #expect(navigation("a.html").contains("<a href=\"a.html\" aria-current=\"page\">A</a>"))
    #expect(
      navigation("b/index.html").contains("<a href=\"index.html\" aria-current=\"page\">Lands</a>"))
    #expect(
      navigation("b/c.html").contains("<a href=\"index.html\" aria-current=\"true\">Lands</a>"))
    #expect(navigation("b/c.html").contains("<a href=\"../a.html\">A</a>"))
    #expect(!navigation("index.html").contains("aria-current"))
  }

  @Test("pages lead to those before and after, and up")
  func neighbours() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "b/index.md": SiteFixture.page("B", "", "order: 1"),
      "b/c.md": SiteFixture.page("C", "", "nav: See"), "b/d.md": SiteFixture.page("D"),
    ]).build()
    let page = site.markup("b/c.html")
    let pager = page.between("class=\"pager\"", "</nav>") ?? ""
    #expect(pager.contains("<a href=\"index.html\" rel=\"prev\">"))
    #expect(pager.contains("<a href=\"d.html\" rel=\"next\">"))
    let crumbs = page.between("class=\"crumbs\"", "</nav>") ?? ""
    #expect(PageMarkup(crumbs).values(of: "href") == ["../index.html", "index.html"])
    #expect(site.text("b/d.html").contains("</span> C</a>"))
    #expect(!site.text("b/index.html").contains("class=\"crumbs\""))
  }

  @Test("relative addresses work from any depth")
  func depths() throws {
    let site = try SiteFixture.withData([
      "a/b/c/deep.md": SiteFixture.page("Deep", "[Home](../../../index.md)", "tags: [one]")
    ]).build()
    let paths = Set(site.output.paths)
    for path in site.htmlPaths where path != "404.html" {
      for address in site.markup(path).values(of: "href") where !address.contains("://") {
        guard let file = address.split(separator: "#", omittingEmptySubsequences: false).first,
          !file.isEmpty
        else { continue }
        let target = SitePath.resolve(file, from: SitePath.folder(path))
        #expect(target.map { paths.contains($0) } == true, "\(path): \(address)")
      }
    }
  }

  @Test("every fragment within the site names an id that is there")
  func fragments() throws {
    let site = try SiteFixture.withData([
      "a.md": SiteFixture.page("A", "`= output[country=China].tonnes` [@mcs-2025]\n\n" + Self.text)
    ]).build()
    for path in site.htmlPaths where path != "404.html" {
      for address in site.markup(path).values(of: "href") where !address.contains("://") {
        let parts = address.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        let file = parts[0].isEmpty ? path : SitePath.resolve(parts[0], from: SitePath.folder(path))
        let ids = site.markup(file ?? "").values(of: "id")
        #expect(ids.contains(String(parts[1])), "\(path): \(address)")
      }
    }
  }

  @Test("no id stands twice on a page")
  func ids() throws {
    let site = try SiteFixture.withData(["a.md": SiteFixture.page("A", Self.text)]).build()
    for path in site.htmlPaths {
      let ids = site.markup(path).values(of: "id")
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test("a title with markup is escaped in the head and the heading")
  func titleEscaping() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"),
      "a.md": SiteFixture.page("'\"\u{301} <b> & co'"),
    ]).build()
    let page = site.markup("a.html")
    #expect(
      page.html.contains(
        "<meta property=\"og:title\" content=\"&quot;\u{301} &lt;b&gt; &amp; co\">"))
    #expect(page.html.contains("<h1>"))
    #expect(page.count("<b>") == 0)
  }

  @Test("a draft carries a banner and stays out of search engines")
  func drafts() throws {
    var fixture = SiteFixture([
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A", "", "draft: true"),
    ])
    fixture.includesDrafts = true
    let page = try fixture.build().markup("a.html")
    #expect(page.html.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.html.contains("class=\"banner\""))
  }

  @Test("a page names its template; one that is not there is an error with the name that was meant")
  func namedTemplate() throws {
    var fixture = SiteFixture([
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A", "", "template: brief"),
    ])
    fixture.templates = ["brief.mustache": "brief: {{title}}"]
    #expect(try fixture.build().text("a.html") == "brief: A")
    fixture.files["a.md"] = SiteFixture.page("A", "", "template: pag")
    let site = try fixture.build()
    #expect(site.diagnostic("page.template")?.remedy == "did you mean `page`?")
    #expect(site.diagnostic("page.template")?.location?.path == "a.md")
    #expect(!site.output.isPublished)
  }

  @Test("a fault of a template keeps the site from being published")
  func templateFault() throws {
    var fixture = SiteFixture(["index.md": SiteFixture.page("Home")])
    fixture.templates = ["page.mustache": "{{nmae}}"]
    let site = try fixture.build()
    #expect(site.errorIDs == ["template.name"])
    #expect(!site.output.isPublished)
  }

  @Test("the same input gives the same bytes, whatever the number of threads")
  func determinism() throws {
    var fixture = SiteFixture.withData([
      "a.md": SiteFixture.page("A", Self.text, "tags: [x, y]"), "b/c.md": SiteFixture.page("C"),
    ])
    fixture.workers = 1
    let one = try fixture.build()
    fixture.workers = 4
    let four = try fixture.build()
    #expect(one.output.paths == four.output.paths)
    for path in one.output.paths { #expect(one.text(path) == four.text(path), "\(path)") }
  }

  @Test("the page as data reads back as JSON, whatever its title holds")
  func structuredData() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"),
      "b/a.md": SiteFixture.page(
        "'</script><script>\"x\"'", "", "date: 2025-01-02\ntags: [tungsten]"),
    ]).build()
    let text = try #require(site.markup("b/a.html").structuredData)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let graph = object?["@graph"] as? [[String: Any]] ?? []
    #expect(object?["@context"] as? String == "https://schema.org")
    #expect(graph.compactMap { $0["@type"] as? String } == ["Article", "BreadcrumbList"])
    #expect(graph.first?["headline"] as? String == "</script><script>\"x\"")
    #expect(graph.first?["datePublished"] as? String == "2025-01-02")
    let crumbs = graph.last?["itemListElement"] as? [[String: Any]] ?? []
    #expect(
      crumbs.compactMap { $0["item"] as? String } == [
        "https://example.org/", "https://example.org/b/", "https://example.org/b/a.html",
      ])
  }

  @Test("no heading has the id of a part of the page")
  func headingIDs() throws {
    let names = [
      "About", "Checks", "Cite", "Contents", "Download", "Evidence", "Main", "Notes", "Pages",
      "Search", "Tables", "Uses",
    ]
    let body = names.map { "## \($0)\n\n`= output[country=China, year=2024].tonnes` [@mcs-2025]" }
    let site = try SiteFixture.withData([
      "a.md": SiteFixture.page("A", body.joined(separator: "\n\n"), "toc: true"),
      "data/index.md": SiteFixture.page("Data", body.joined(separator: "\n\n")),
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    for path in ["a.html", "data/index.html"] {
      let ids = site.markup(path).values(of: "id")
      #expect(ids.contains("evidence") && ids.contains("page-evidence"))
      let doubles = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(doubles.isEmpty, "\(path)")
    }
  }
}
