import Diagnostics
import Testing

@testable import Markdown

@Suite struct TreeMemoryTests {
  private func parse(_ text: String) throws -> MarkdownTree {
    try #require(MarkdownTree.parse(text, path: "a.md", into: DiagnosticCollector()))
  }

  @Test("a tree outlives those that came and went after it on the same thread")
  func nested() throws {
    let outer = try parse("# One\n\nA [link](a.md) and `code`.\n")
    for number in 0..<50 {
      let inner = try parse(
        "Paragraph \(number) of *many*.\n\n" + String(repeating: "- x\n", count: 99))
      #expect(inner.render().contains("<em>many</em>"))
    }
    #expect(outer.render().hasPrefix("<h1>One</h1>\n<p>A <a href=\"a.md\">link</a>"))
  }

  @Test("what a gone tree held is not seen by the next")
  func fresh() throws {
    for _ in 0..<3 {
      #expect(try parse("**a**\n").render() == "<p><strong>a</strong></p>\n")
      #expect(try parse("b\n").render() == "<p>b</p>\n")
    }
  }

  @Test("a text larger than a chunk of memory is held whole")
  func large() throws {
    let text = String(repeating: "word word word\n", count: 20_000)
    let tree = try parse(text)
    #expect(tree.render().utf8.count == text.utf8.count - 1 + "<p></p>\n".utf8.count)
  }

  @Test("nodes that were taken out can still be asked while the tree lives")
  func replaced() throws {
    let tree = try parse("A [link](a.md).\n")
    let link = try #require(tree.constructs.links.first?.node)
    #expect(tree.replace(link, html: "<b>x</b>"))
    _ = try parse("other\n")
    #expect(tree.plainText(link) == "link")
    #expect(tree.render() == "<p>A <b>x</b>.</p>\n")
  }
}
