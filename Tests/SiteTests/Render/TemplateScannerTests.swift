import Diagnostics
import Testing

@testable import Site

@Suite struct TemplateScannerTests {
  @Test(
    "each kind of tag is known by its sign",
    arguments: [
      ("{{title}}", TemplateTag.Kind.variable, "title"), ("{{ title }}", .variable, "title"),
      ("{{{body}}}", .unescaped, "body"), ("{{&body}}", .unescaped, "body"),
      ("{{#tags}}", .section, "tags"), ("{{^tags}}", .inverted, "tags"),
      ("{{/tags}}", .end, "tags"), ("{{> _head}}", .partial, "_head"),
      ("{{<_frame}}", .parent, "_frame"), ("{{$main}}", .block, "main"),
      ("{{! why }}", .comment, "why"), ("{{=<% %>=}}", .delimiters, "<% %>="),
      ("{{% PRAGMA}}", .pragma, "PRAGMA"),
    ])
  func kinds(text: String, kind: TemplateTag.Kind, name: String) {
    let tags = TemplateScanner(text).tags
    #expect(tags.count == 1)
    #expect(tags.first?.kind == kind)
    #expect(tags.first.map { String($0.name) } == name)
  }

  @Test("places count lines and Unicode scalars")
  func places() {
    let tags = TemplateScanner("é\n🇸🇪 {{title}} {{{body}}}").tags
    #expect(
      tags.map(\.range.start) == [
        SourcePosition(line: 2, column: 4), SourcePosition(line: 2, column: 14),
      ])
    #expect(tags.last?.range.end == SourcePosition(line: 2, column: 24))
  }

  @Test("a tag that nothing ends is reported at its beginning")
  func unclosed() {
    let scanner = TemplateScanner("a\n b {{title")
    #expect(scanner.tags.isEmpty)
    #expect(scanner.unclosed?.start == SourcePosition(line: 2, column: 4))
  }

  @Test("a text without tags has none")
  func none() {
    #expect(TemplateScanner("{ a } {").tags.isEmpty)
    #expect(TemplateScanner("").unclosed == nil)
  }
}
