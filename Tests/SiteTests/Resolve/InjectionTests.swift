import Documents
import Foundation
import Tables
import TestSupport
import Testing

@testable import Site

@Suite struct InjectionTests {
  /// The public lists of hostile texts that lie beside the repository, where they are there.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/suites").standardized

  private static func json(_ name: String) throws -> Any? {
    guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
      print("SKIPPED: the suite \(name) is not beside the repository")
      return nil
    }
    // Half of a pair is no text that a file of UTF-8 could hold.
    let whole = text.replacing("\"\\ud800\"", with: "\"?\"")
    return try JSONSerialization.jsonObject(with: Data(whole.utf8))
  }

  /// Texts of our own, and those of the suites.
  private static func texts() throws -> [String] {
    var texts = [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)",
      "\u{1}0\u{2}", "`= latest.tonnes`", "{{title}}", "<\u{301}b>", "\"\u{301} onclick=\"x",
      "&lt;",
      "]]>", "--><b>", "</table>", "${7*7}",
    ]
    let contexts = try json("xss/contexts.json") as? [[String: Any]] ?? []
    texts += contexts.compactMap { $0["payload"] as? String }
    let naughty = try json("strings/blns.json") as? [[String: Any]] ?? []
    texts += naughty.compactMap { $0["text"] as? String }
    return texts.filter { text in
      !text.isEmpty
        && text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0.value < 3 && $0.value > 0 }
    }
  }

  private static let allowed: Set<String> = [
    "figure", "figure id", "figure class", "figcaption", "span", "span class", "span id", "h2",
    "h2 class", "h3", "h3 class", "p", "p class", "div", "div class", "div role", "div id",
    "div aria-labelledby", "div tabindex", "table", "caption", "caption id", "thead", "tbody", "tr",
    "th", "th scope", "th class", "td", "td class", "abbr", "abbr class", "abbr title", "a",
    "a href",
    "a class", "a rel", "ul", "ul class", "li", "ol", "ol class", "time", "time datetime", "strong",
    "strong class", "code", "em", "img", "img src", "img alt",
  ]

  private func check(
    _ page: ResolvedPage, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let html = page.body.html(at: page.plan.output, figures: FigureDirectory())
    let scanner = TagScanner(html)
    #expect(Set(scanner.names).subtracting(Self.allowed) == [], sourceLocation: sourceLocation)
    #expect(scanner.faults == [], sourceLocation: sourceLocation)
    #expect(!scanner.names.isEmpty, sourceLocation: sourceLocation)
  }

  private func quoted(_ text: String) -> String {
    JSONWriter.text(DocumentNode(.string(text)))
  }

  @Test("cells stay texts in tables, timelines, key figures and sentences")
  func cells() throws {
    let texts = try Self.texts()
    var csv = "date,title,summary,kind,source\n"
    for text in texts {
      // Scalar by scalar: a quote and a combining mark make one character.
      let doubled = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
      let cell = "\"" + String(String.UnicodeScalarView(doubled)) + "\""
      csv += "2020,\(cell),\(cell),\(cell),mcs-2025\n"
    }
    let site = try ResolveFixture(
      MarkedText(
        """
        ```table cells
        title: Cells
        data: events
        columns: {title: {}, summary: {link: "https://example.org/{summary:raw}"}}
        ```

        ```timeline line
        data: events
        text: summary
        ```

        \((1...20).map { "`= events[\($0)].title` [`= events[\($0)].kind`](index.md)" }.joined(separator: "\n"))
        """),
      files: ["data/events.csv": csv]
    ).build()
    #expect(site.errors.isEmpty, "\(site.errors.prefix(5))")
    let page = try #require(site.page("page.md"))
    #expect(page.figures.count == 2)
    #expect(page.figures.first?.data.first?.table.rows.count == texts.count)
    check(page)
  }

  @Test("titles, captions, notes and labels of fences stay texts")
  func labels() throws {
    var body = ""
    for (number, text) in try Self.texts().prefix(120).enumerated() {
      let label = quoted(text)
      body += """
        ```table t\(number)
        title: \(label)
        subtitle: \(label)
        note: \(label)
        data: latest
        columns: {country: {title: \(label)}}
        ```

        ```figures
        - {value: latest.tonnes, label: \(label), period: \(label), link: index.md}
        ```


        """
    }
    let site = try ResolveFixture(MarkedText(body)).build()
    let page = try #require(site.page("page.md"))
    #expect(page.figures.count > 100)
    check(page)
  }

  @Test("titles of pages stay texts")
  func pageTitles() throws {
    var files: [String: String] = [:]
    for (number, text) in try Self.texts().enumerated() {
      files["p\(number).md"] = """
        ---
        title: \(quoted(text))
        description: \(quoted(text))
        ---
        """
    }
    let site = try ResolveFixture("Text.", files: files).build()
    for page in site.report.site.pages {
      #expect(
        TagScanner(page.titleHTML.html(at: "x", figures: FigureDirectory())).names.allSatisfy {
          $0 == "code"
        })
    }
  }

  @Test("no link of a text runs a script")
  func links() throws {
    let contexts = try Self.json("xss/contexts.json") as? [[String: Any]] ?? []
    let chosen = contexts.filter { ($0["context"] as? String)?.hasPrefix("markdown") == true }
    for context in chosen {
      guard let payload = context["payload"] as? String, !payload.contains("\0") else { continue }
      let site = try ResolveFixture(MarkedText(payload)).build()
      guard let page = site.page("page.md") else { continue }
      let html = page.body.html(at: page.plan.output, figures: FigureDirectory())
      for forbidden in context["must_not"] as? [String] ?? [] {
        #expect(!html.contains(forbidden), "\(context["id"] ?? ""): \(html)")
      }
    }
  }

  @Test(
    "links of cells and key figures lead to web addresses and pages alone",
    arguments: ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "  javascript:x"])
  func cellLinks(address: String) throws {
    let site = try ResolveFixture(
      MarkedText(
        """
        ```sql bad
        SELECT '2020' AS date, 'x' AS title, '\(address)' AS link, 'mcs-2025' AS source
        ```

        ```timeline t
        data: bad
        ```

        ```table u
        title: T
        data: bad
        columns: {title: {link: "\(address)"}}
        ```

        ```figures
        - {value: latest.tonnes, label: L, link: "\(address)"}
        ```
        """)
    ).build()
    #expect(!site.errors.isEmpty)
    let page = try #require(site.page("page.md"))
    let html = page.body.html(at: page.plan.output, figures: FigureDirectory())
    #expect(!html.contains("script:"))
    #expect(!html.contains("data:text"))
  }
}
