import Diagnostics
import FoundationEssentials
import Markdown
import Testing

/// A pattern that has made Markdown parsers slow, as a list of texts and how often they stand.
private struct Pattern: Decodable {
  var id: String
  var segments: [[String]]
  var n: Int

  /// The page, or nil where the description is in words.
  var page: String? {
    var text = ""
    for segment in segments {
      guard segment.count == 2, let times = times(segment[1]), !segment[0].contains(" for ")
      else { return inWords }
      text += String(repeating: segment[0], count: times)
    }
    return text
  }

  private func times(_ text: String) -> Int? {
    text == "n" ? n : text == "n/16" ? n / 16 : Int(text)
  }

  private var inWords: String? {
    switch id {
    case "nested-lists":
      (0..<n).map { String(repeating: "  ", count: $0) + "* a\n" }.joined()
    case "backticks": (1...n).map { "e" + String(repeating: "`", count: $0) }.joined()
    case "ref-collisions": (1...n).map { "[x\($0)]: /url\n\n[k0]\n\n" }.joined()
    case "many-refs":
      (1...n).map { "[\($0)]: u\n" }.joined() + String(repeating: "[0] ", count: n / 16)
    case "lead-gt-lines":
      String(repeating: String(repeating: ">", count: n) + "a\n", count: 8)
    case "lazy-depth":
      String(repeating: "> ", count: 1000) + "a\n" + String(repeating: "b\n", count: n)
    default: nil
    }
  }
}

@Suite("Limits of a page") struct LimitTests {
  private static let file = suites.appending(path: "pathological/markdown-patterns.json")
  static let available = FileManager.default.fileExists(atPath: file.path)

  @Test(
    "every pathological pattern is rendered or refused",
    .enabled(if: available, "the suites are not beside the repository"))
  func patterns() throws {
    let patterns = try JSONDecoder().decode([Pattern].self, from: Data(contentsOf: Self.file))
    #expect(patterns.count >= 46)
    var options = MarkdownOptions()
    for pattern in patterns {
      for smart in [true, false] {
        options.smart = smart
        let page = pattern.page ?? pattern.segments.map { $0.joined() }.joined()
        let parsed = Parsed(page, options: options)
        let isRefused = parsed.tree == nil
        #expect(isRefused == parsed.ids.contains { $0 == "markdown.limit" || $0 == "markdown.nul" })
        if !isRefused { #expect(!parsed.html.isEmpty, "\(pattern.id)") }
      }
    }
  }

  /// The inputs for which the library is known to need more than linear time, above the limits.
  @Test(
    "what the library is slow for is refused with its line",
    arguments: [
      ("a\n\nb" + String(repeating: "<?", count: 1_001), 3),
      ("a" + String(repeating: "<![CDATA[", count: 1_001), 1),
      ("a" + String(repeating: "<!A ", count: 1_001), 1),
      (String(repeating: "![[]()", count: 1_001), 1),
      ("- x\n- " + String(repeating: "[", count: 2_001), 2),
      ("|" + String(repeating: "x|", count: 201) + "\n|" + String(repeating: "-|", count: 201), 2),
      ("|" + String(repeating: "x|", count: 16_000) + "\n|-|-|\n", 2),
      (
        "|" + String(repeating: "x|", count: 150) + "\n|" + String(repeating: "-|", count: 150)
          + String(repeating: "\na", count: 1_000), 668
      ),
      (
        String(
          repeating: "|a|b|\n|-|-|\n" + String(repeating: "c\n", count: 98) + "\n", count: 600),
        51_012
      ),
      (String(repeating: ">", count: 101) + "a", 1),
      ("b\n" + String(repeating: "- ", count: 101) + "a", 2),
      (String(repeating: "1. ", count: 101) + "a", 1),
      (String(repeating: " ", count: 202) + "- a", 1),
      (String(repeating: "[^a]\n\n", count: 10_001), 20_001),
      ("a\n" + String(repeating: "b", count: 256_001), 2),
      (String(repeating: "a\n", count: 1_000_001), 1),
    ])
  func refused(page: String, line: Int) throws {
    let parsed = Parsed(page)
    #expect(parsed.tree == nil)
    let fault = try #require(parsed.diagnostics.first)
    #expect(fault.id == "markdown.limit")
    #expect(fault.location?.range.start.line == line)
  }

  @Test(
    "what only looks expensive is accepted",
    arguments: [
      "```json\n" + String(repeating: "[1],\n", count: 3_000) + "```\n",
      "> ```json\n" + String(repeating: "> [1],\n", count: 3_000) + "> ```\n",
      "- ```json\n" + String(repeating: "  [1],\n", count: 3_000) + "  ```\n",
      String(repeating: "- [a](b) [c](d)\n", count: 1_500),
      "| a |\n|---|\n" + String(repeating: "| [a](b) [c](d) |\n", count: 1_500),
      String(repeating: "Text [a](b) and [c](d).\n\n", count: 1_500),
      "    " + String(repeating: "<?", count: 2_000),
      String(repeating: "- ", count: 300),
      String(repeating: "* ", count: 150) + "*",
    ])
  func accepted(page: String) {
    #expect(Parsed(page).tree != nil)
  }

  @Test(
    "a fence that is none does not hide expensive text",
    arguments: [
      "<!--\n```\n-->\n", "- ```\n\nx\n", "> ```\n", "    ```\n", "\\```\n", "<?\n```\n?>\n",
    ])
  func hidden(opening: String) {
    let parsed = Parsed(opening + "\n" + String(repeating: "[", count: 2_001))
    #expect(parsed.ids.contains("markdown.limit"))
  }

  @Test("a NUL is refused with its place")
  func nul() throws {
    let fault = try #require(Parsed("a\nbc\0d").diagnostics.first)
    #expect(fault.id == "markdown.nul")
    #expect(fault.location?.range.start == SourcePosition(line: 2, column: 3))
  }

  @Test("limits can be set")
  func adjustable() {
    var options = MarkdownOptions()
    options.limits.blockDepth = 2
    #expect(Parsed("> > a", options: options).tree != nil)
    #expect(Parsed("> > > a", options: options).tree == nil)
  }
}
