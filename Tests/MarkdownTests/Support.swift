import Diagnostics
import Markdown
import TestSupport
import Testing

/// A parsed page with what was reported on the way.
struct Parsed {
  let tree: MarkdownTree?
  let diagnostics: [Diagnostic]

  init(
    _ text: String, origin: SourcePosition = .start, options: MarkdownOptions = MarkdownOptions()
  ) {
    let collector = DiagnosticCollector()
    tree = MarkdownTree.parse(
      text, path: "page.md", origin: origin, options: options, into: collector)
    diagnostics = collector.sorted
  }

  var constructs: MarkdownConstructs { tree?.constructs ?? MarkdownConstructs() }
  var html: String { tree?.render() ?? "" }
  var ids: [String] { diagnostics.map(\.id) }
}

extension MarkdownConstructs {
  var citations: [MarkdownCitation] {
    notes.compactMap { if case .citation(let citation) = $0 { citation } else { nil } }
  }
  var footnoteReferences: [MarkdownFootnoteReference] {
    notes.compactMap { if case .footnote(let reference) = $0 { reference } else { nil } }
  }
}

/// The range between two marks.
func range(_ text: MarkedText, _ start: Int, _ end: Int) throws -> SourceRange {
  SourceRange(
    try #require(text[start] as SourcePosition?), try #require(text[end] as SourcePosition?))
}
