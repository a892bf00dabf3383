package import Diagnostics

/// A page's Markdown as the library's tree, with its constructs and their places, ready to have nodes
/// replaced and to be rendered.
///
/// A tree belongs to one thread. Handles on nodes stay valid as long as the tree, whatever is done to
/// it: replaced nodes are kept aside, so that what is inside them may still be asked for.
package final class MarkdownTree {
  /// What stands on the page, as it was parsed.
  package let constructs: MarkdownConstructs
  private let root: MarkdownNode
  private let options: MarkdownOptions
  /// The memory of all nodes, also of those that have been taken out.
  private let memory: TreeMemory.Hold
  /// What replaced nodes say as plain text.
  private var plainTexts: [MarkdownNode: String] = [:]

  private init(
    root: MarkdownNode, memory: TreeMemory.Hold, constructs: MarkdownConstructs,
    options: MarkdownOptions
  ) {
    self.root = root
    self.memory = memory
    self.constructs = constructs
    self.options = options
  }

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - text: Markdown without front matter.
  ///   - path: the file, for diagnostics.
  ///   - origin: the place of the text's first character in the file.
  /// - Returns: nil where a limit is exceeded, which is reported.
  package static func parse(
    _ text: String, path: String, origin: SourcePosition = .start,
    options: MarkdownOptions = MarkdownOptions(), into diagnostics: DiagnosticCollector
  ) -> MarkdownTree? {
    var text = text
    return text.withUTF8 { bytes in
      parse(bytes, path: path, origin: origin, options: options, into: diagnostics)
    }
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, origin: SourcePosition,
    options: MarkdownOptions, into diagnostics: DiagnosticCollector
  ) -> MarkdownTree? {
    let source = SourceText(bytes: bytes, path: path, origin: origin)
    let counts = ByteCounts(bytes)
    if let fault = LimitCheck(source: source, counts: counts, options: options).fault() {
      diagnostics.add(fault)
      return nil
    }
    let memory = TreeMemory.Hold()
    guard let root = CMark.parse(bytes, options: options, hasTilde: counts.tildes > 0) else {
      return nil
    }
    var walk = ConstructWalk(
      source: source, hasBrackets: counts.brackets > 0, options: options, diagnostics: diagnostics)
    CMark.walk(root) { walk.visit($0, $1) }
    var constructs = walk.constructs
    let alerts = walk.alertQuotes
    constructs.alerts.reserveCapacity(alerts.count)
    for alert in alerts {
      guard let aside = Alerts.convert(alert.quote, alert.kind, options) else { continue }
      constructs.alerts.append(MarkdownAlert(node: aside, kind: alert.kind, range: alert.range))
    }
    return MarkdownTree(root: root, memory: memory, constructs: constructs, options: options)
  }

  /// The whole page as HTML.
  package func render() -> String { CMark.render(root, options: options) }

  /// A node and all below it as HTML.
  package func html(_ node: MarkdownNode) -> String { CMark.render(node, options: options) }

  /// What is inside a node as HTML, without the node's own tags.
  package func innerHTML(_ node: MarkdownNode) -> String {
    if node.kind == .heading {
      // `<h2>…</h2>` and a line break: the one block whose tags have a fixed length.
      return String(html(node).dropFirst(4).dropLast(6))
    }
    var html = ""
    var child = node.firstChild
    while let current = child {
      html += self.html(current)
      child = current.next
    }
    return html
  }

  /// Puts HTML in the place of a node. `text` is what the HTML says, for `plainText`; without it, it
  /// says what the node said.
  ///
  /// - Returns: false where the node is not part of the tree any more.
  @discardableResult
  package func replace(_ node: MarkdownNode, html: String, text: String? = nil) -> Bool {
    let said = text ?? plainText(node)
    guard let new = CMark.custom(isInline: node.isInline, before: html) else { return false }
    return put(new, for: node, text: said)
  }

  /// Puts HTML before and after what is inside a node, in the place of the node's own tags.
  @discardableResult
  package func replaceTags(of node: MarkdownNode, opening: String, closing: String) -> Bool {
    guard let new = CMark.custom(isInline: node.isInline, before: opening, after: closing)
    else { return false }
    guard put(new, for: node, text: nil) else { return false }
    node.moveChildren(to: new)
    return true
  }

  /// Puts a plain text in the place of an inline node, also where only text is shown, as in the
  /// alternative text of an image.
  @discardableResult
  package func replace(_ node: MarkdownNode, text: String) -> Bool {
    guard let new = CMark.text(text) else { return false }
    return put(new, for: node, text: nil)
  }

  private func put(_ new: MarkdownNode, for node: MarkdownNode, text: String?) -> Bool {
    guard node.replace(with: new) else { return false }
    plainTexts[new] = text
    return true
  }

  /// Takes a node out.
  package func remove(_ node: MarkdownNode) {
    if node.parent != nil { node.unlink() }
  }

  /// Takes a footnote's text out of the page and hands it back as HTML, without the back links that
  /// the library adds.
  package func takeFootnote(_ footnote: MarkdownFootnoteDefinition) -> String {
    guard let block = CMark.custom(isInline: false, before: "") else { return "" }
    guard footnote.node.replace(with: block) else { return "" }
    footnote.node.moveChildren(to: block)
    let html = CMark.render(block, options: options)
    remove(block)
    return html
  }

  /// Sets where a link or image leads.
  package func setURL(_ node: MarkdownNode, _ url: String) { node.setURL(url) }

  /// Sets the title of a link or image; empty takes it away.
  package func setTitle(_ node: MarkdownNode, _ title: String) { node.setTitle(title) }

  /// What a node says: texts, code and alternative texts, blanks for line breaks, a line break between
  /// blocks; no raw HTML, no footnote marks.
  package func plainText(_ node: MarkdownNode) -> String {
    if let text = plainTexts[node] { return text }
    var text = ""
    var skipping: MarkdownNode?
    CMark.walk(node) { enters, node in
      if !enters, node == skipping { skipping = nil }
      guard enters, skipping == nil else { return }
      if let said = plainTexts[node] {
        text += said
        if node.firstChild != nil { skipping = node }
        return
      }
      switch node.kind {
      case .text, .code: text += node.literal
      case .softBreak, .lineBreak: text += " "
      case .tableCell, .item, .paragraph, .heading, .codeBlock:
        if !text.isEmpty, text.utf8.last != 10 { text += "\n" }
        if node.kind == .codeBlock { text += node.literal }
      default: break
      }
    }
    return text
  }

  /// What the whole page says.
  package var plainText: String { plainText(root) }
}
