import Diagnostics

/// Collects the constructs of a page in one pass over its tree.
struct ConstructWalk {
  let options: MarkdownOptions
  let diagnostics: DiagnosticCollector
  var source: SourceText
  /// Whether the page holds any `[`: else no text needs to be looked at.
  let hasBrackets: Bool
  var constructs = MarkdownConstructs()
  /// Block quotes that are alerts, to be turned into such after the pass.
  var alertQuotes: [(quote: MarkdownNode, kind: AlertKind, range: SourceRange)] = []

  var context = MarkdownContext()
  /// The block whose inlines are being visited, and where its text stands, once that was asked for.
  var block: MarkdownNode?
  var map: LeafMap?
  var looksAtText = false
  /// Links and images that are open, with their index in the list and the offset of their bracket.
  var open: [(node: MarkdownNode, isImage: Bool, index: Int, start: Int?)] = []
  var rowSource: TableRowSource?
  var cellPlace: TableRowSource.Cell?

  init(
    source: SourceText, hasBrackets: Bool, options: MarkdownOptions,
    diagnostics: DiagnosticCollector
  ) {
    self.source = source
    self.hasBrackets = hasBrackets
    self.options = options
    self.diagnostics = diagnostics
  }

  /// Takes note of one node, when it is entered and when it is left.
  mutating func visit(_ enters: Bool, _ node: MarkdownNode) {
    let kind = node.kind
    switch kind {
    case .text: if enters { text(node) }
    case .softBreak, .lineBreak: if enters, context.inHeading { headingText(" ") }
    case .code: if enters { code(node) }
    case .paragraph, .heading, .tableCell: enters ? enter(node, kind) : leave(node, kind)
    case .link, .image: enters ? enter(link: node, kind) : leaveLink(node)
    case .codeBlock: if enters { fence(node) }
    case .htmlBlock, .htmlInline: if enters { rawHTML(node, kind) }
    case .blockQuote: if enters { quote(node) }
    case .table: enters ? enter(table: node) : ()
    case .tableRow: if enters { enter(row: node) }
    case .footnoteReference: if enters { footnoteReference(node) }
    case .footnoteDefinition: enters ? enter(footnote: node) : (context.inFootnote = false)
    default: break
    }
  }

  mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNodeKind) {
    block = node
    map = nil
    looksAtText = hasBrackets && node.content.contains(UInt8(ascii: "["))
    if kind == .heading { enter(heading: node) }
    if kind == .tableCell { enter(cell: node) }
  }

  mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNodeKind) {
    if kind == .heading { leave(heading: node) }
    context.inCell = false
    block = nil
    map = nil
  }

  mutating func enter(heading node: MarkdownNode) {
    context.inHeading = true
    constructs.headings.append(
      MarkdownHeading(
        node: node, level: node.headingLevel, range: lines(of: node), text: "", literalText: "",
        explicitID: nil))
  }

  mutating func leave(heading node: MarkdownNode) {
    context.inHeading = false
    let last = constructs.headings.count - 1
    if let id = ExplicitHeadingID.take(from: node) {
      constructs.headings[last].explicitID = id
      ExplicitHeadingID.remove(from: &constructs.headings[last].text)
      ExplicitHeadingID.remove(from: &constructs.headings[last].literalText)
    }
  }

  mutating func headingText(_ text: String, isValue: Bool = false) {
    let last = constructs.headings.count - 1
    constructs.headings[last].text += text
    if !isValue { constructs.headings[last].literalText += text }
  }

  mutating func offset(_ node: MarkdownNode) -> Int? {
    offset(line: node.startLine, column: node.startColumn)
  }

  /// The offset in the current block's content, whose map is made when first asked for.
  mutating func offset(line: Int, column: Int) -> Int? {
    if map == nil, let block {
      if let cellPlace, context.inCell {
        map = LeafMap(cell: block, at: cellPlace, source: source)
      } else {
        let first = max(block.startLine > 0 ? block.startLine : block.next?.startLine ?? 1, 1)
        let last = max(block.startLine > 0 ? block.endLine : block.next?.endLine ?? 1, first)
        map = LeafMap(block: block, lines: first...last, source: source)
      }
    }
    return map?.offset(line: line, column: column)
  }

  /// The place of the next text between two marks at or after `cursor`, which moves behind it.
  mutating func place(of mark: String, to end: Character, from cursor: inout Int)
    -> SourceRange
  {
    guard let map, let start = map.content.find(mark, from: cursor) else {
      return block.map { lineOnly($0) } ?? .start
    }
    let close = map.content.find(String(end), from: start + mark.utf8.count)
    cursor = close.map { $0 + 1 } ?? map.content.count
    return source.range(map.source(start)..<map.source(cursor))
  }

  func lineOnly(_ node: MarkdownNode) -> SourceRange {
    SourceRange(source.position(line: node.startLine > 0 ? node.startLine : block?.startLine ?? 1))
  }

  /// From the first column of a block to the end of its last line.
  mutating func lines(of node: MarkdownNode) -> SourceRange {
    guard let first = source.line(node.startLine) else { return lineOnly(node) }
    let start = min(first.lowerBound + max(node.startColumn, 1) - 1, first.upperBound)
    let last = source.line(max(node.endLine, node.startLine)) ?? first
    return source.range(start..<max(start, last.upperBound))
  }

  func report(
    _ id: String, _ range: SourceRange, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, id, at: SourceLocation(source.path, range), summary, found: found,
        expected: expected, remedy: remedy))
  }
}
