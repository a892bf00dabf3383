import Diagnostics
import Documents
import Markdown
import YAML

@testable import Site

/// A text of a page that readers see, without code, citations, and links to other sites.
struct Prose {
  /// The file.
  var path: String
  /// What is said, computed values as `TypedFigures.computed`.
  var text: String
  /// What is tested of it: the condition of a claim, or of a figure's title.
  var condition: String?
}

/// Takes the prose from a Markdown file: its front matter, its text, its claims, and the texts of its
/// figures.
struct ProseReader {
  let path: String
  private(set) var prose: [Prose] = []
  private let diagnostics = DiagnosticCollector()

  /// Keys of fences whose texts are shown.
  private static let shownKeys: Set<String> = [
    "title", "subtitle", "text", "description", "note", "label", "empty",
  ]

  /// The prose of a file.
  static func prose(of file: String, path: String) -> [Prose] {
    var reader = ProseReader(path: path)
    let parts = FrontMatter.split(file, path: path, into: reader.diagnostics)
    if let yaml = parts.yaml.flatMap({ reader.yaml(String($0)) }) {
      for key in ["title", "description", "nav"] {
        if let text = yaml[key]?.literalText { reader.read(text) }
      }
      for term in yaml["terms"]?.list ?? [] { reader.read(term.literalText ?? "") }
    }
    reader.read(String(parts.body))
    return reader.prose
  }

  private init(path: String) {
    self.path = path
  }

  private func yaml(_ text: String) -> DocumentNode? {
    YAMLReader.read(text, path: path, into: diagnostics)
  }

  /// Reads a Markdown text.
  private mutating func read(_ text: String, condition: String? = nil) {
    guard let tree = MarkdownTree.parse(text, path: path, into: diagnostics) else { return }
    let computed = String(TypedFigures.computed)
    let all = tree.constructs
    for span in all.codeSpans { tree.replace(span.node, text: span.isValue ? computed : " ") }
    for note in all.notes {
      if case .citation(let citation) = note { tree.replace(citation.node, text: " ") }
    }
    for fence in all.fences {
      read(fence)
      tree.remove(fence.node)
    }
    for link in all.links {
      switch link.kind {
      case .check:
        guard let claim = try? WrittenClaim(destination: link.destination, title: link.title) else {
          continue
        }
        add(tree.plainText(link.node), condition: claim.condition)
      case .external: break
      default: continue
      }
      tree.replace(link.node, text: computed)
    }
    // Footnotes are part of the page's tree, and their marks are not part of its text.
    for block in tree.plainText.split(separator: "\n") { add(String(block), condition: condition) }
  }

  private mutating func read(_ fence: MarkdownFence) {
    guard let language = FenceLanguage(rawValue: fence.language) else { return }
    switch language {
    case .sql, .include: break
    case .table, .figures, .timeline, .chart:
      guard let body = yaml(fence.body) else { return }
      let condition = (body["figure"] ?? body)["check"]?.literalText
      readTexts(of: body, titleCondition: condition)
    }
  }

  /// Reads the shown texts of a fence, at any depth; the condition is that of its title alone.
  private mutating func readTexts(of node: DocumentNode, titleCondition: String?) {
    for item in node.list ?? [] { readTexts(of: item, titleCondition: nil) }
    for entry in node.mapping?.entries ?? [] {
      let isTitle = entry.key == "title" || entry.key == "text"
      if let text = entry.value.literalText, Self.shownKeys.contains(entry.key) {
        read(text, condition: isTitle ? titleCondition : nil)
      } else {
        readTexts(of: entry.value, titleCondition: isTitle ? titleCondition : nil)
      }
    }
  }

  private mutating func add(_ text: String, condition: String?) {
    prose.append(Prose(path: path, text: text, condition: condition))
  }
}
