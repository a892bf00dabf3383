import Diagnostics
import Documents
import TestSupport
import Testing

@testable import YAML

/// What reading `text` as YAML gives: the tree and the diagnostics.
func readYAML(_ text: String, at origin: SourcePosition = .start, columnShift: Int = 0)
  -> (node: DocumentNode?, diagnostics: [Diagnostic])
{
  let collector = DiagnosticCollector()
  let node = YAMLReader.read(
    text, path: "a.yaml", at: origin, columnShift: columnShift, into: collector)
  return (node, collector.sorted)
}

@Suite("Reading YAML")
struct YAMLReaderTests {
  @Test("front matter becomes a tree")
  func frontMatter() throws {
    let (node, diagnostics) = readYAML(
      """
      # settings
      title: "Nickel: a report"
      date: 2026-03-31
      tags: [nickel, 'it''s']
      order: 2
      each: {query: producers, key: iso3}
      note: |
        two
        lines
      fold: >-
        one
        line
      list:
        - a: 1
          b: yes
        -
      """)
    #expect(diagnostics.isEmpty)
    let expected = DocumentNode.mapping([
      "title": "Nickel: a report", "date": "2026-03-31", "tags": ["nickel", "it's"], "order": 2,
      "each": .mapping(["query": "producers", "key": "iso3"]), "note": "two\nlines\n",
      "fold": "one line", "list": [.mapping(["a": 1, "b": "yes"]), .null],
    ])
    #expect(try #require(node).hasSameContent(as: expected))
  }

  @Test(
    "a text without content is an empty mapping",
    arguments: ["", "\n", "# only a remark\n", "\u{FEFF}"])
  func empty(text: String) {
    let (node, diagnostics) = readYAML(text)
    #expect(node?.mapping?.entries.isEmpty == true)
    #expect(diagnostics.isEmpty)
  }

  @Test("keys and values have their places, in scalars")
  func places() throws {
    let marked: MarkedText = """
      1️⃣é😀2️⃣: 3️⃣"日"4️⃣
      b: 5️⃣[6️⃣x, 7️⃣y]8️⃣
      c:
        9️⃣d: e0️⃣

      """
    let node = try #require(readYAML(marked.text).node)
    let entries = try #require(node.mapping).entries
    #expect(entries[0].keyRange == marked[1].map { SourceRange($0, marked[2]) })
    #expect(entries[0].value.range == marked[3].map { SourceRange($0, marked[4]) })
    #expect(entries[1].value.range == marked[5].map { SourceRange($0, marked[8]) })
    #expect(entries[1].value.list?.map(\.range.start) == [6, 7].compactMap { marked[$0] })
    #expect(entries[2].value.range == marked[9].map { SourceRange($0, marked[0]) })
    #expect(node.range == marked[1].map { SourceRange($0, marked[0]) })
  }

  @Test("places are those of the file that holds the text")
  func origin() throws {
    let origin = SourcePosition(line: 5, column: 4)
    let (node, _) = readYAML("a: 1\nb: 2", at: origin, columnShift: 3)
    let entries = try #require(node?.mapping).entries
    #expect(entries[0].keyRange.start == origin)
    #expect(entries[0].value.range.start == SourcePosition(line: 5, column: 7))
    #expect(entries[1].value.range.start == SourcePosition(line: 6, column: 7))
    let (_, diagnostics) = readYAML("a: 1\na: 2", at: origin, columnShift: 3)
    #expect(diagnostics.first?.location?.range.start == SourcePosition(line: 6, column: 4))
  }

  @Test("CR LF and CR end lines as LF does", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let (node, diagnostics) = readYAML("a: 1\(end)\(end)b: é\(end)c: 2\(end)")
    #expect(diagnostics.isEmpty)
    #expect(node?["c"]?.range.start == SourcePosition(line: 4, column: 4))
  }

  @Test(
    "what is not used here is refused with place and remedy",
    arguments: [
      ("a: 1\nb: 1️⃣*a", "yaml.alias"), ("a: 1️⃣&x 1", "yaml.anchor"),
      ("a: 1️⃣!!str 1", "yaml.tag"), ("a: 1️⃣! 1", "yaml.tag"), ("a: 1️⃣!x [1]", "yaml.tag"),
      ("a: 1\n1️⃣---\nb: 2", "yaml.second-document"), ("a: 1\n1️⃣a: 2", "yaml.duplicate-key"),
      ("a: 1\n1️⃣'a': 2", "yaml.duplicate-key"), ("1️⃣1: a", "yaml.key"), ("1️⃣true: a", "yaml.key"),
      ("1️⃣null: a", "yaml.key"), ("?1️⃣\n: a", "yaml.key"), ("? 1️⃣[a]\n: b", "yaml.key"),
      ("1️⃣{a: 1}: b", "yaml.key"), ("a: 1️⃣.inf", "yaml.number"), ("a: 1️⃣-.Inf", "yaml.number"),
      ("a: 1️⃣.NaN", "yaml.number"), ("a: 1️⃣1e999", "yaml.number"),
      ("é: a1️⃣\u{1}", "yaml.character"), ("a: x\nb: a1️⃣\u{85}", "yaml.character"),
      ("a: 1️⃣\u{2028}", "yaml.character"), ("a1️⃣\u{0}: b", "yaml.character"),
      ("a: b1️⃣\u{FEFF}", "yaml.character"), ("a: 1️⃣\u{7F}", "yaml.character"),
    ])
  func refused(marked: String, id: String) {
    let marked = MarkedText(marked)
    let (_, diagnostics) = readYAML(marked.text)
    #expect(diagnostics.map(\.id) == [id])
    #expect(diagnostics.first?.location?.range.start == marked[1])
  }

  @Test("several faults are found in one go")
  func several() {
    let (node, diagnostics) = readYAML("a: &x 1\nb: *x\nc: !t 2\nc: 3\nd: 4\n")
    #expect(
      diagnostics.map(\.id) == ["yaml.anchor", "yaml.alias", "yaml.tag", "yaml.duplicate-key"])
    #expect(node?["d"]?.number == 4)
  }

  @Test(
    "faults of the grammar are told in the author's words",
    arguments: [
      ("a: 1️⃣`= x.y`", "a plain scalar cannot begin with a backtick"),
      ("a: 1️⃣@home", "a plain scalar cannot begin with this character"),
      ("a: 1️⃣%x", "a plain scalar cannot begin with this character"),
      ("a:\n1️⃣\tb: 1", "a tab cannot indent a line"),
      ("title: Nickel1️⃣: a report", "a `:` with a blank after it stands inside a value"),
      ("a: 1️⃣[1, 2\nb: 3", "a list in brackets is not closed"),
      ("a: 1️⃣{b: 2\n", "a mapping in braces is not closed"),
      ("a: 1️⃣\"open\nb: 2\n", "a quoted text is not closed"),
      ("a: 1\n1️⃣word\nb: 2", "a line of a mapping has no `:`"),
      ("a: \"x1️⃣\\y\"", "unknown escape in a text in double quotes"),
      ("a:\n  b: 1\n 1️⃣c: 2", "a line does not fit the lines above it"),
      ("a: 1️⃣- b", "a list cannot begin on the line of its key"),
    ])
  func grammar(marked: String, summary: String) {
    let marked = MarkedText(marked)
    let (node, diagnostics) = readYAML(marked.text)
    #expect(node == nil)
    #expect(diagnostics.map(\.summary) == [summary])
    #expect(diagnostics.first?.location?.range.start == marked[1])
    #expect(diagnostics.first?.remedy != nil)
  }

  @Test("nesting is read up to the limit and refused beyond, in brackets and by indentation")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(readYAML(nested(YAMLReader.depthLimit)).node != nil)
    #expect(readYAML(nested(YAMLReader.depthLimit + 1)).diagnostics.map(\.id) == ["yaml.depth"])
    #expect(
      readYAML(String(repeating: "[", count: 100_000)).diagnostics.map(\.id) == ["yaml.depth"])
    #expect(
      readYAML(String(repeating: "- ", count: 100_000)).diagnostics.map(\.id) == ["yaml.depth"])
    let mappings = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(readYAML(mappings).diagnostics.map(\.id) == ["yaml.depth"])
  }

  @Test("a text beyond the size limit is refused")
  func size() {
    let text = String(repeating: "#", count: YAMLReader.sizeLimit + 1)
    #expect(readYAML(text).diagnostics.map(\.id) == ["yaml.size"])
  }

  @Test("a flood of directives is refused before LibYAML compares each with all the others")
  func directives() {
    #expect(readYAML("%YAML 1.2\n%TAG !a! x\n---\na: 1").node?["a"]?.number == 1)
    let flood = (0..<50_000).map { "%TAG !a\($0)! x\n" }.joined() + "---\na: 1"
    #expect(readYAML(flood).diagnostics.map(\.id) == ["yaml.directives"])
    #expect(readYAML("a: 1\n...\n" + flood).diagnostics.map(\.id) == ["yaml.directives"])
    #expect(
      readYAML(String(repeating: "a: %\n", count: 200)).diagnostics.first?.id != "yaml.directives")
  }

  @Test("large mappings and long lists are read, doubled keys found")
  func large() {
    let text = (0..<20_000).map { "k\($0): [1, a]\n" }.joined()
    #expect(readYAML(text).node?.mapping?.entries.count == 20_000)
    #expect(readYAML(text + "k19999: 1\n").diagnostics.map(\.id) == ["yaml.duplicate-key"])
  }

  @Test("every beginning and every damaged copy of a text is read or refused, never neither")
  func robustness() {
    let text = "a: [1, {b: \"é\\n\"}]\n? x\n: |\n  y\n\nc: 'd' # e\nf:\n- g: &h *i\n- !j k\n"
    let scalars = Array(text.unicodeScalars)
    for count in 0...scalars.count {
      for inserted in ["", "\"", "[", "\u{0}", "}", "é", "\t", "---\n", ": ", "`"] {
        var changed = String.UnicodeScalarView()
        changed.append(contentsOf: scalars[..<count])
        changed.append(contentsOf: inserted.unicodeScalars)
        if !inserted.isEmpty { changed.append(contentsOf: scalars[count...]) }
        let (node, diagnostics) = readYAML(String(changed))
        #expect(node != nil || !diagnostics.isEmpty)
        let lines = changed.count { $0 == "\n" } + 1
        #expect(diagnostics.allSatisfy { ($0.location?.range.start.line ?? 0) <= lines })
      }
    }
  }
}
