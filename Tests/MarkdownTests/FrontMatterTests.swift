import Diagnostics
import Markdown
import Testing

@Suite("Front matter") struct FrontMatterTests {
  private func split(_ text: String) -> (FrontMatter.Parts, [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    let parts = FrontMatter.split(text, path: "page.md", into: diagnostics)
    return (parts, diagnostics.sorted)
  }

  @Test("front matter ends at the next line of dashes")
  func plain() {
    let (parts, diagnostics) = split("---\ntitle: A\n---\n# B\n")
    #expect(parts.yaml == "title: A\n")
    #expect(parts.yamlOrigin == SourcePosition(line: 2, column: 1))
    #expect(parts.body == "# B\n")
    #expect(parts.bodyOrigin == SourcePosition(line: 4, column: 1))
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "a page without front matter is all body",
    arguments: ["", "# A\n", "----\na\n", "a\n---\nb\n---\n"])
  func none(text: String) {
    let (parts, diagnostics) = split(text)
    #expect(parts.yaml == nil)
    #expect(parts.body == text)
    #expect(parts.bodyOrigin == .start)
    #expect(diagnostics.isEmpty)
  }

  @Test("a byte order mark is skipped")
  func byteOrderMark() {
    #expect(split("\u{FEFF}---\na: 1\n---\nb").0.yaml == "a: 1\n")
    #expect(split("\u{FEFF}b").0.body == "b")
  }

  @Test("line endings of every kind are understood", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(end: String) {
    let (parts, _) = split(["---", "a: 1", "b: 2", "--- ", "body"].joined(separator: end))
    #expect(parts.yaml == "a: 1\(end)b: 2\(end)")
    #expect(parts.body == "body")
    #expect(parts.bodyOrigin == SourcePosition(line: 5, column: 1))
  }

  @Test("empty front matter is empty, not missing")
  func empty() {
    let (parts, _) = split("---\n---\nb")
    #expect(parts.yaml == "")
    #expect(parts.bodyOrigin.line == 3)
  }

  @Test("front matter that never ends is an error on the first line")
  func unterminated() throws {
    let (parts, diagnostics) = split("---\ntitle: A\n\n# B\n")
    #expect(parts.yaml == nil)
    #expect(parts.body.hasPrefix("---"))
    let fault = try #require(diagnostics.first)
    #expect(fault.id == "front-matter.unterminated")
    #expect(fault.location?.range.start.line == 1)
  }
}
