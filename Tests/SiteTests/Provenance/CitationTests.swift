import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite("Citations")
struct CitationTests {
  private static let sources = """
    id,title,publisher,published,accessed,url,note
    new,"A & B: {50%} of #1_x $~^\\",Survey & Sons,2026-03,2026-02-03,"https://example.org/{a}?b=c&d=1%20",
    old,Plain,,,,,a note
    rule,Guide to measures,Bureau,2020,,,

    """

  @Test("BibTeX has an entry for each source, with TeX's characters taken literally")
  func bibTeX() throws {
    let text = try SiteFixture.withVintages(["data/sources.csv": Self.sources]).build()
      .text("sources.bib")
    #expect(
      text.hasPrefix(
        ##"""
        @misc{new,
          author = {{Survey \& Sons}},
          title = {{A \& B: \{50\%\} of \#1\_x \$\textasciitilde{}\textasciicircum{}\textbackslash{}}},
          year = {2026},
          month = {mar},
          date = {2026-03},
          publisher = {Survey \& Sons},
          url = {https://example.org/%7Ba%7D?b=c&d=1%20},
          urldate = {2026-02-03}
        }

        @misc{old,
          title = {{Plain}},
          note = {a note}
        }
        """##))
  }

  @Test(
    "braces of BibTeX are balanced whatever the title says", arguments: ["{", "}", "\\{", "}}{"])
  func braces(title: String) throws {
    let text = try SiteFixture.withVintages([
      "data/sources.csv": """
      id,title,publisher,published,accessed,url,note
      new,\(title),,,,,
      old,x,,,,,
      rule,y,,,,,

      """
    ]).build().text("sources.bib")
    var depth = 0
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "{": depth += 1
      case "}": depth -= 1
      default: break
      }
      #expect(depth >= 0)
    }
    #expect(depth == 0)
    #expect(!text.isEmpty)
  }

  @Test("CSL-JSON parses and has partial dates as parts")
  func csl() throws {
    let text = try SiteFixture.withVintages(["data/sources.csv": Self.sources]).build()
      .text("sources.csl.json")
    let items = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(items.map { $0["id"] as? String } == ["new", "old", "rule"])
    #expect(items.map { $0["type"] as? String } == ["webpage", "document", "document"])
    let issued = items[0]["issued"] as? [String: Any]
    #expect(issued?["date-parts"] as? [[Int]] == [[2026, 3]])
    let accessed = items[0]["accessed"] as? [String: Any]
    #expect(accessed?["date-parts"] as? [[Int]] == [[2026, 2, 3]])
    #expect((items[0]["author"] as? [[String: String]])?.first?["literal"] == "Survey & Sons")
    #expect(items[1]["issued"] == nil && items[1]["URL"] == nil)
  }

  @Test("the sources page links to both files; a site without sources has neither")
  func linked() throws {
    let site = try SiteFixture.withVintages().build()
    let text = site.text("sources.html")
    #expect(text.contains("href=\"sources.bib\"") && text.contains("href=\"sources.csl.json\""))
    let plain = try SiteFixture(["index.md": SiteFixture.page("Home")]).build()
    #expect(!plain.output.paths.contains { $0.hasPrefix("sources") })
  }

  @Test("a page says how it is cited: publisher, year, title, edition, address")
  func page() throws {
    let site = try SiteFixture.withVintages([
      "a.md": SiteFixture.page("Who mines?", "Words.", "date: 2026-05-04")
    ]).build()
    let text = site.text("a.html")
    #expect(
      text.contains(
        "<p>The Desk (2026): Who mines? Test site, edition 2026, data as of 2026-06-30, https://example.org/a.html.</p>"
      ))
    #expect(text.contains("@misc{a-2026,"))
    #expect(text.contains("date = {2026-05-04}"))
  }

  @Test("authors of a page stand before the publisher")
  func authors() throws {
    let site = try SiteFixture.withVintages([
      "a.md": SiteFixture.page("A finding", "", "authors: [Ada L., Bo]")
    ]).build()
    let text = site.text("a.html")
    #expect(text.contains("<p>Ada L., Bo (2026): A finding. Test site"))
    #expect(text.contains("author = {{Ada L.} and {Bo}}"))
  }

  @Test("a figure and a table are cited by their own pages")
  func figure() throws {
    let site = try SiteFixture.withVintages(
      SiteFixture.figurePage("SELECT country, tonnes, source FROM output ORDER BY 1, 3")
    ).build()
    #expect(
      site.text("figures/output-table.html").contains(
        "The Desk (2026): What is mined. Test site, edition 2026, data as of 2026-06-30, https://example.org/figures/output-table.html."
      ))
    #expect(site.text("data/output.html").contains("https://example.org/data/output.html."))
  }

  @Test("citations do not depend on edition, address or publisher being there")
  func bare() throws {
    let site = try SiteFixture([
      "site.yaml": "title: Bare site\n", "index.md": SiteFixture.page("Bare site"),
    ]).build()
    #expect(site.text("index.html").contains("<p>Bare site: Bare site.</p>"))
  }

  @Test("the sources page names every note, value and figure that rests on a source")
  func everyUse() throws {
    var files = SiteFixture.figurePage("SELECT country, tonnes, source FROM output ORDER BY 1, 3")
    files["a.md"] = SiteFixture.page(
      "Notes", "One [@old, p. 3]. `= output_preferred[country=China, year=2024].tonnes`.")
    let site = try SiteFixture.withVintages(files).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.markup("sources.html")
    let old = try #require(page.between("<li id=\"old\">", "<li id=\"rule\">"))
    #expect(old.contains("</a>: note 1, p. 3"))
    #expect(old.contains("<a href=\"page.html#fig-output-table\">"))
    #expect(old.contains("href=\"data/output.html\""))
    let new = try #require(page.between("<li id=\"new\">", "<li id=\"old\">"))
    #expect(new.contains("a.html#e-"))
    let anchor = try #require(
      PageMarkup(old).values(of: "href").first { $0.hasPrefix("a.html#") })
    #expect(site.text("a.html").contains("id=\"\(anchor.dropFirst("a.html#".count))\""))
    #expect(site.text("a.html").contains("href=\"sources.html#old\""))
  }

  @Test("a source of a table or of a result that is not registered is an error with the near one")
  func unregistered() throws {
    let table = try SiteFixture.withVintages([
      "data/trade.csv": "year,indicator,value,unit,source\n2024,x,1,t,odl\n"
    ]).build()
    #expect(table.errorIDs == ["table.foreign-key"])
    #expect(table.errors.first?.remedy == "did you mean `old`?")
    #expect(table.errors.first?.location?.range.start.line == 2)
    let result = try SiteFixture.withVintages(
      SiteFixture.figurePage(
        "SELECT country, tonnes, 'new; odl' AS source FROM output ORDER BY 1, 2")
    ).build()
    #expect(result.errorIDs == ["source.unknown"])
    #expect(result.errors.first?.remedy == "did you mean `old`?")
  }
}
