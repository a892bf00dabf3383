import Testing

@testable import Site

@Suite struct PageCopyTests {
  @Test("every page has a copy beside it, named in its head and in the summary of the site")
  func copies() throws {
    let site = try SiteFixture.withData([
      "a.md": SiteFixture.page("A finding", "Words.[^1]\n\n## Part\n\n[^1]: A note.")
    ]).build()
    let copied = site.htmlPaths.filter { $0 != "404.html" && $0 != "print.html" }
    #expect(copied.count > 5)
    for path in copied {
      let copy = String(path.dropLast(4)) + "md"
      let name = copy.split(separator: "/").last.map(String.init) ?? copy
      #expect(site.output.paths.contains(copy), "\(path)")
      #expect(
        site.text(path).contains(
          "<link rel=\"alternate\" type=\"text/markdown\" href=\"\(name)\">"),
        "\(path)")
    }
    #expect(
      site.text("a.md").hasPrefix(
        """
        # A finding

        A sentence that says what the page is about and is long enough to stand.

        """))
    #expect(site.text("a.md").contains("Words.[^1]\n\n## Part\n\n"))
    #expect(site.text("a.md").contains("\n\n[^1]: A note.\n\n"))
    #expect(site.text("a.md").hasSuffix("\n\n<https://example.org/a.html>\n"))
    #expect(site.text("llms.txt").contains("[A finding](https://example.org/a.md)"))
  }

  @Test("`copies: false` leaves the copies out, and what names them")
  func switchedOff() throws {
    let site = try SiteFixture([
      "site.yaml": "title: Test site\nurl: https://example.org/\ncopies: false\n",
      "a.md": SiteFixture.page("A finding", "Words."),
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(!site.output.paths.contains("a.md"))
    #expect(!site.text("a.html").contains("text/markdown"))
    #expect(site.text("llms.txt").contains("[A finding](https://example.org/a.html)"))
  }

  @Test("a copy holds values, not references")
  func values() throws {
    let site = try SiteFixture.withData([
      "a.md": SiteFixture.page("A", "It was `= n.n` rows.\n\n```sql n\nSELECT 1234 AS n\n```")
    ]).build()
    #expect(site.text("a.md").contains("It was 1,234 rows."))
    #expect(!site.text("a.md").contains("SELECT"))
  }

  @Test(
    "pages that hold others, have no address, or whose copy would take another's name have none",
    arguments: [
      ("a.html", "a.md"), ("b/index.html", "b/index.md"), ("print.html", nil), ("404.html", nil),
      ("data/README.html", nil), ("figures/a-readme.html", nil), ("a.csv", nil),
    ] as [(String, String?)])
  func names(page: String, copy: String?) {
    #expect(PageCopy.output(of: page) == copy)
    if let copy { #expect(PageCopy.page(of: copy) == page) }
  }

  @Test("a copy is predicted with its page", arguments: ["a.md", "assets/previews/a.png"])
  func prediction(output: String) {
    var prediction = Prediction()
    prediction.pages = ["a.html"]
    #expect(prediction.contains(output: output))
    #expect(!prediction.contains(output: output.replacing("a.", with: "b.")))
  }
}
