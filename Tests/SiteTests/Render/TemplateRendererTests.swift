import Diagnostics
import Testing

@testable import Site

@Suite struct TemplateRendererTests {
  private func render(
    _ template: String, _ set: (inout TemplateValues) -> Void = { _ in },
    partials: [String: String] = [:]
  ) throws -> String {
    var files = partials.mapValues { Array($0.utf8) }
    files["page.mustache"] = Array(template.utf8)
    let diagnostics = DiagnosticCollector()
    let library = try TemplateLibrary.load(.inMemory(files), into: diagnostics)
    let renderer = TemplateRenderer(
      library, words: library.strings.words(for: "en"), into: diagnostics)
    #expect(diagnostics.sorted.isEmpty)
    var values = TemplateValues()
    set(&values)
    return renderer.render("page", values) ?? ""
  }

  @Test(
    "text is escaped byte by byte, whatever follows",
    arguments: [
      ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
      ("\"\u{301} onload=x", "&quot;\u{301} onload=x"), ("<\u{338}b", "&lt;\u{338}b"),
      ("&\u{20DD}", "&amp;\u{20DD}"), ("\u{0}", "\u{FFFD}"),
    ])
  func escaping(text: String, expected: String) throws {
    #expect(try render("{{title}}") { $0[.title] = text } == expected)
    #expect(
      try render("<a title=\"{{title}}\">") { $0[.title] = text } == "<a title=\"\(expected)\">")
  }

  @Test("text in a partial is escaped the same way")
  func partials() throws {
    let html = try render(
      "{{> _p}}", { $0[.title] = "\"\u{301}<" }, partials: ["_p.mustache": "{{title}}"])
    #expect(html == "&quot;\u{301}&lt;")
  }

  @Test("text in a block of a frame is escaped the same way")
  func blocks() throws {
    let html = try render(
      "{{<_f}}{{$main}}{{title}}{{/main}}{{/_f}}", { $0[.title] = "\"\u{301}" },
      partials: ["_f.mustache": "[{{$main}}{{/main}}]"])
    #expect(html == "[&quot;\u{301}]")
  }

  @Test("HTML stands as it is, and is no template")
  func html() throws {
    #expect(try render("{{{body}}}") { $0[.body] = "<p>{{title}}</p>" } == "<p>{{title}}</p>")
  }

  @Test("lines of HTML within an indented tag keep their own indentation")
  func preformatted() throws {
    let body = "<pre>a\n  b\nc</pre>"
    #expect(try render("  {{{body}}}\n") { $0[.body] = body } == "  <pre>a\n  b\nc</pre>\n")
  }

  @Test("a section shows where its name has a value, its inverse where it has none")
  func sections() throws {
    let template =
      "{{#description}}[{{description}}]{{/description}}{{^description}}none{{/description}}"
    #expect(try render(template) { $0[.description] = "a" } == "[a]")
    #expect(try render(template) { $0[.description] = "" } == "none")
    #expect(try render(template) == "none")
  }

  @Test("names within a section are those of the page")
  func sectionScope() throws {
    let html = try render("{{#tags}}{{title}}{{/tags}}") {
      $0[.tags] = "x"
      $0[.title] = "T"
    }
    #expect(html == "T")
  }

  @Test("flags are raised and lowered")
  func flags() throws {
    let template = "{{#draft}}draft{{/draft}}{{^draft}}final{{/draft}}"
    #expect(try render(template) { $0.set(.draft, true) } == "draft")
    #expect(
      try render(template) {
        $0.set(.draft, true)
        $0.set(.draft, false)
      } == "final")
  }

  @Test("fixed words are put in, escaped")
  func words() throws {
    let html = try render(
      "<b>{{words.mine}}</b>", partials: ["strings.yaml": "en: {mine: 'a < b'}"])
    #expect(html == "<b>a &lt; b</b>")
  }

  @Test("values in a word are replaced by their names")
  func wordValues() throws {
    let library = try TemplateLibrary.load(nil, into: DiagnosticCollector())
    let words = library.strings.words(for: "en")
    #expect(words(.editionOf, ["id": "7", "date": "May"]) == "Edition 7, May")
    #expect(words(.editionOf, ["id": "{date}", "date": "{id}"]) == "Edition {date}, {id}")
  }
}
