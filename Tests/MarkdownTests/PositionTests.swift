import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite("Places of Markdown constructs") struct PositionTests {
  @Test(
    "a code span is found to the column",
    arguments: [
      "Text `1️⃣code2️⃣` end",
      "Größe `1️⃣x2️⃣` und",
      "one\ntwo `1️⃣x2️⃣`",
      "one\n   two ` 1️⃣x2️⃣ `",
      "> quote\n> more `1️⃣x2️⃣`",
      "> quote\nlazy `1️⃣x2️⃣`",
      "- item\n  cont `1️⃣x2️⃣`",
      "1. a\n\n   > - `1️⃣x2️⃣`",
      "## Head `1️⃣x2️⃣` ##",
      "   ### Head `1️⃣x2️⃣`",
      "Head `1️⃣x2️⃣`\n===",
      "- # `1️⃣x2️⃣`",
      "```1️⃣a `` b2️⃣```",
      "\ttab\n\n- \ta `1️⃣x2️⃣`",
      "**bold `1️⃣x2️⃣`**",
      "[d]: http://a.example\n[e]: http://b.example\nText `1️⃣x2️⃣`",
      "[a](b\n\"title\") then `1️⃣x2️⃣`",
      "[a](b\n\"title\") then\nmore `1️⃣x2️⃣`",
      "[a](b\n\"title\") [c\nd](e\n\"t\") then\nmore `1️⃣x2️⃣`",
      "\\* &amp; -- ... \"q\" `1️⃣x2️⃣`",
      "é\r\nü `1️⃣x2️⃣`\r\n",
      "a `1️⃣multi\nline2️⃣`",
      "~~a~~ `1️⃣x2️⃣`",
      "<b title='\n'> `1️⃣x2️⃣`",
    ])
  func codeSpans(marked: String) throws {
    let text = MarkedText(marked)
    let span = try #require(Parsed(text.text).constructs.codeSpans.first)
    #expect(span.range == (try range(text, 1, 2)))
  }

  @Test("code after a code span over several lines is found")
  func afterMultiline() throws {
    let text: MarkedText = "a `b\nc` d `1️⃣x2️⃣` e\nf `3️⃣y4️⃣`"
    let spans = Parsed(text.text).constructs.codeSpans
    #expect(spans.map(\.range) == [spans[0].range, try range(text, 1, 2), try range(text, 3, 4)])
  }

  @Test(
    "a link runs from its opening to its closing bracket",
    arguments: [
      "See 1️⃣[a](b.md)2️⃣ end",
      "See 1️⃣<http://a.example>2️⃣ end",
      "one\ntwo 1️⃣<http://a.example>2️⃣ end",
      "See 1️⃣[a\nb](c)2️⃣ end",
      "See 1️⃣[a](b\n\"title\")2️⃣ end",
      "> x 1️⃣[*a*](b)2️⃣ y",
      "x 1️⃣[a][r]2️⃣\n\n[r]: c.md",
      "x 1️⃣[r]2️⃣\n\n[r]: c.md",
      "ö 1️⃣[](c.md)2️⃣",
      "x 1️⃣[`c`](d)2️⃣",
      "x 1️⃣[a `b]` c](<d e>)2️⃣",
      "| a |\n|---|\n| ü 1️⃣[b](c)2️⃣ |",
    ])
  func links(marked: String) throws {
    let text = MarkedText(marked)
    let link = try #require(Parsed(text.text).constructs.links.first)
    #expect(link.range == (try range(text, 1, 2)))
  }

  @Test("links one after the other keep their places, whatever stands in their titles")
  func linksInSequence() throws {
    let text: MarkedText = "1️⃣[a](b\n'c')2️⃣ d 3️⃣[e](f 'g\nh')4️⃣ i\nj 5️⃣[k](l)6️⃣"
    let links = Parsed(text.text).constructs.links
    #expect(
      links.map(\.range) == [try range(text, 1, 2), try range(text, 3, 4), try range(text, 5, 6)])
  }

  @Test("an image inside a link has its own place")
  func imageInLink() throws {
    let text: MarkedText = "x 1️⃣[3️⃣![a](b)4️⃣](c)2️⃣"
    let constructs = Parsed(text.text).constructs
    #expect(constructs.links.first?.range == (try range(text, 1, 2)))
    #expect(constructs.images.first?.range == (try range(text, 3, 4)))
  }

  @Test(
    "constructs of a table are found in their cells",
    arguments: [
      "| a | b |\n|---|---|\n| c | `1️⃣x2️⃣` |",
      "a | `1️⃣x2️⃣`\n--|--\nc | d",
      "|a|`1️⃣x2️⃣`|\n|-|-|",
      "> | a | b |\n> |---|---|\n>| ö |   `1️⃣x2️⃣` |",
      "- | a | b |\n  |---|---|\n  | c | `1️⃣x2️⃣` |",
      "text\nmore\n| a | `1️⃣x2️⃣` |\n|---|---|\n",
      "| a | b |\n|---|---|\n| c \\| d \\| e | f `1️⃣x2️⃣` |",
      "| a |\n|---|\n| c \\| d `1️⃣x2️⃣` |",
    ])
  func cells(marked: String) throws {
    let text = MarkedText(marked)
    let span = try #require(Parsed(text.text).constructs.codeSpans.first)
    #expect(span.range == (try range(text, 1, 2)))
  }

  @Test("cells know their places")
  func cellRanges() throws {
    let text: MarkedText = "x\n\n> | 1️⃣a2️⃣ | b |\n> |---|---|\n> | c | 3️⃣d e4️⃣ |"
    let table = try #require(Parsed(text.text).constructs.tables.first)
    #expect(table.header.map(\.range).first == (try range(text, 1, 2)))
    #expect(table.rows.first?.last?.range == (try range(text, 3, 4)))
    #expect(table.range.start.line == 3)
  }

  @Test("a text right above a table belongs to no cell and is found as well")
  func textAboveTable() throws {
    let text: MarkedText = "see `1️⃣x2️⃣`\nmore `3️⃣y4️⃣`\n| a |\n|---|\n| b |"
    let constructs = Parsed(text.text).constructs
    #expect(constructs.codeSpans.map(\.range) == [try range(text, 1, 2), try range(text, 3, 4)])
    #expect(constructs.tables.first?.range.start.line == 3)
  }

  @Test("places are those of the file, also after front matter")
  func afterFrontMatter() throws {
    let text: MarkedText = "---\ntitle: A\n---\n\n# B\n\nText `1️⃣x2️⃣` [3️⃣[@id]4️⃣]"
    let parts = FrontMatter.split(text.text, path: "page.md", into: DiagnosticCollector())
    let constructs = Parsed(String(parts.body), origin: parts.bodyOrigin).constructs
    #expect(constructs.headings.first?.range.start == SourcePosition(line: 5, column: 1))
    #expect(constructs.codeSpans.first?.range == (try range(text, 1, 2)))
    #expect(constructs.citations.first?.range == (try range(text, 3, 4)))
  }

  @Test(
    "the body of a fence knows its origin and shift",
    arguments: [
      ("```sql a\n1️⃣SELECT 1\n```", 0), ("> ```sql a\n> 1️⃣SELECT 1\n> ```", 2),
      ("- x\n\n  ```sql a\n\n  1️⃣SELECT 1\n  ```", 2), ("1. > ~~~sql\n   > 1️⃣b\n   > ~~~", 5),
      ("  ```sql\n  1️⃣b\n  ```", 2),
    ])
  func fences(marked: String, shift: Int) throws {
    let text = MarkedText(marked)
    let fence = try #require(Parsed(text.text).constructs.fences.first)
    let line =
      fence.body.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { !$0.isEmpty } ?? 0
    let first = SourcePosition(line: line + 1, column: 1)
    #expect(first.shifted(to: fence.bodyOrigin, columnShift: fence.columnShift) == text[1])
    #expect(fence.columnShift == shift)
  }

  @Test("headings, alerts, footnotes and raw HTML know their lines")
  func blocks() throws {
    let parsed = Parsed("# A\n\n> [!TIP]\n> b\n\n<div>\n</div>\n\nc[^n] <i>d</i>\n\n[^n]: e\n")
    let constructs = parsed.constructs
    #expect(constructs.alerts.first?.range.start == SourcePosition(line: 3, column: 1))
    #expect(constructs.rawHTML.map(\.range.start.line) == [6, 9, 9])
    #expect(constructs.rawHTML.map(\.range.start.column) == [1, 7, 11])
    #expect(constructs.footnotes.first?.range.start.line == 11)
    #expect(
      constructs.footnoteReferences.first?.range
        == SourceRange(SourcePosition(line: 9, column: 2), SourcePosition(line: 9, column: 6)))
  }
}
