/// A handle on one node of a `MarkdownTree`.
///
/// It stays valid as long as the tree, also when the node has been replaced.
package struct MarkdownNode: Hashable {
  let pointer: OpaquePointer
}

/// What a node is.
enum MarkdownNodeKind {
  case document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
  case thematicBreak, footnoteDefinition, table, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, strikethrough
  case link, image, footnoteReference
  case other

  /// Whether the node's text is parsed into inline nodes.
  var isLeafBlock: Bool {
    switch self {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }
}
