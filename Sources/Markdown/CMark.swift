import CMarkGFM
import Synchronization

/// The door to libcmark-gfm: the one file of the project that calls it.
///
/// The library keeps three things that are global. Its extensions are registered once, here. Their
/// special characters are switched on and off in a shared table while inline text is parsed, so pages
/// that use the only such character, `~`, are parsed one at a time; all others never touch the table.
enum CMark {
  /// Parses a text. `hasTilde` tells whether any `~` stands in it. The tree lives as long as a
  /// `TreeMemory.Hold` that the caller made before.
  static func parse(
    _ text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, hasTilde: Bool
  ) -> MarkdownNode? {
    var flags = CMARK_OPT_SOURCEPOS | renderFlags(options)
    if options.smart { flags |= CMARK_OPT_SMART }
    if options.extensions.contains(.footnotes) { flags |= CMARK_OPT_FOOTNOTES }
    guard let parser = cmark_parser_new_with_mem(flags, Allocator.shared.functions) else {
      return nil
    }
    defer { cmark_parser_free(parser) }
    func attach(_ extension: OpaquePointer?) {
      if let `extension` { cmark_parser_attach_syntax_extension(parser, `extension`) }
    }
    let strikes = hasTilde && options.extensions.contains(.strikethrough)
    if options.extensions.contains(.table) { attach(Extensions.shared.table) }
    if options.extensions.contains(.tasklist) { attach(Extensions.shared.tasklist) }
    if strikes { attach(Extensions.shared.strikethrough) }
    text.withMemoryRebound(to: CChar.self) {
      cmark_parser_feed(parser, $0.baseAddress, $0.count)
    }
    guard strikes else { return finish(parser) }
    var root: MarkdownNode?
    specialCharacters.withLock { _ in root = finish(parser) }
    return root
  }

  private static let specialCharacters = Mutex(())

  private static func finish(_ parser: OpaquePointer) -> MarkdownNode? {
    cmark_parser_finish(parser).map(MarkdownNode.init(pointer:))
  }

  private static func renderFlags(_ options: MarkdownOptions) -> CInt {
    var flags = CMARK_OPT_DEFAULT
    if options.allowsRawHTML { flags |= CMARK_OPT_UNSAFE }
    if options.fullInfoString { flags |= CMARK_OPT_FULL_INFO_STRING }
    if options.tableStyleAttributes { flags |= CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES }
    if options.extensions.contains(.footnotes) { flags |= CMARK_OPT_FOOTNOTES }
    return flags
  }

  /// Renders a node and all below it with the library's HTML renderer.
  static func render(_ node: MarkdownNode, options: MarkdownOptions) -> String {
    let memory = cmark_get_default_mem_allocator()
    guard
      let html = cmark_render_html_with_mem(node.pointer, renderFlags(options), nil, memory)
    else { return "" }
    defer { memory?.pointee.free(html) }
    return String(cString: html)
  }

  /// Visits a node and all below it, in document order, without recursion. The node that is left may
  /// be changed, its neighbours may not.
  static func walk(_ root: MarkdownNode, _ visit: (_ enters: Bool, MarkdownNode) -> Void) {
    guard let iterator = cmark_iter_new(root.pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(event == CMARK_EVENT_ENTER, MarkdownNode(pointer: node))
    }
  }

  /// A new node that writes HTML before and after its children.
  static func custom(isInline: Bool, before: String, after: String = "") -> MarkdownNode? {
    let type = isInline ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK
    guard let node = cmark_node_new_with_mem(type, Allocator.shared.functions) else { return nil }
    cmark_node_set_on_enter(node, before)
    cmark_node_set_on_exit(node, after)
    return MarkdownNode(pointer: node)
  }

  /// A new text node.
  static func text(_ literal: String) -> MarkdownNode? {
    guard let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, Allocator.shared.functions) else {
      return nil
    }
    cmark_node_set_literal(node, literal)
    return MarkdownNode(pointer: node)
  }

  /// The library's way to the memory of trees.
  private final class Allocator: @unchecked Sendable {
    static let shared = Allocator()
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)

    private init() {
      functions.initialize(
        to: cmark_mem(
          calloc: { count, size in
            let (bytes, overflows) = count.multipliedReportingOverflow(by: size)
            return overflows ? nil : TreeMemory.allocate(bytes)
          },
          realloc: { TreeMemory.reallocate($0, $1) },
          free: { _ in }))
    }
  }

  /// The extensions, found once, with the numbers that the library gave their node types.
  fileprivate final class Extensions: @unchecked Sendable {
    static let shared = Extensions()

    let table: OpaquePointer?
    let strikethrough: OpaquePointer?
    let tasklist: OpaquePointer?
    let tableType: cmark_node_type
    let tableRowType: cmark_node_type
    let tableCellType: cmark_node_type
    let strikethroughType: cmark_node_type

    private init() {
      cmark_gfm_core_extensions_ensure_registered()
      table = cmark_find_syntax_extension("table")
      strikethrough = cmark_find_syntax_extension("strikethrough")
      tasklist = cmark_find_syntax_extension("tasklist")
      tableType = CMARK_NODE_TABLE
      tableRowType = CMARK_NODE_TABLE_ROW
      tableCellType = CMARK_NODE_TABLE_CELL
      strikethroughType = CMARK_NODE_STRIKETHROUGH
      if let table { cmark_syntax_extension_set_can_contain_func(table, tableCanContain) }
    }
  }
}

/// As the library's own rule, but a cell may hold every inline: also custom ones and footnotes.
private let tableCanContain: cmark_can_contain_func = { _, node, child in
  guard let node else { return 0 }
  let allowed =
    switch MarkdownNode(pointer: node).kind {
    case .table: MarkdownNodeKind(child) == .tableRow
    case .tableRow: MarkdownNodeKind(child) == .tableCell
    case .tableCell: child.isInline
    default: false
    }
  return allowed ? 1 : 0
}

extension cmark_node_type {
  fileprivate var isInline: Bool {
    Int(rawValue) & Int(CMARK_NODE_TYPE_MASK) == Int(CMARK_NODE_TEXT.rawValue)
      & Int(CMARK_NODE_TYPE_MASK)
  }
}

extension MarkdownNodeKind {
  fileprivate init(_ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_CODE: self = .code
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_CODE_BLOCK: self = .codeBlock
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_IMAGE: self = .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: self = .footnoteReference
    case CMARK_NODE_FOOTNOTE_DEFINITION: self = .footnoteDefinition
    case CMARK_NODE_HTML_INLINE: self = .htmlInline
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_CUSTOM_INLINE: self = .customInline
    case CMARK_NODE_CUSTOM_BLOCK: self = .customBlock
    case CMARK_NODE_DOCUMENT: self = .document
    case CMark.Extensions.shared.tableCellType: self = .tableCell
    case CMark.Extensions.shared.tableRowType: self = .tableRow
    case CMark.Extensions.shared.tableType: self = .table
    case CMark.Extensions.shared.strikethroughType: self = .strikethrough
    default: self = .other
    }
  }
}

extension MarkdownNode {
  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.init(pointer: pointer)
  }

  /// What the node is.
  var kind: MarkdownNodeKind { MarkdownNodeKind(cmark_node_get_type(pointer)) }
  /// Whether it is an inline node.
  var isInline: Bool { cmark_node_get_type(pointer).isInline }
  var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer)) }
  var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }
  var previous: MarkdownNode? { MarkdownNode(cmark_node_previous(pointer)) }
  var firstChild: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }
  var lastChild: MarkdownNode? { MarkdownNode(cmark_node_last_child(pointer)) }

  /// The library's own line of the node's first character, 0 where it knows none.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The library's own column, in bytes of the block's content; see `LeafMap`.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  /// The library's own last line.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// The library's own last column.
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// The text of text, code and raw HTML; for a footnote reference its number.
  var literal: String { string(cmark_node_get_literal(pointer)) }
  /// Whether a text node holds a square bracket: asked of many, and cheaper than its text.
  var hasBracket: Bool {
    guard let text = cmark_node_get_literal(pointer) else { return false }
    return strpbrk(text, "[]") != nil
  }
  /// The destination of a link or image.
  var url: String { string(cmark_node_get_url(pointer)) }
  /// The title of a link or image.
  var title: String { string(cmark_node_get_title(pointer)) }
  /// The info string of a fenced block.
  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
  /// The level of a heading, 1 to 6.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The fence of a code block, or nil for an indented one.
  var fence: (length: Int, character: UInt8)? {
    var (length, offset, character) = (CInt(0), CInt(0), CChar(0))
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
    return (Int(length), UInt8(bitPattern: character))
  }

  /// The raw text of a block that holds inlines. The library keeps it as long as the node.
  var content: UnsafeBufferPointer<UInt8> {
    guard let text = cmark_node_get_string_content(pointer) else {
      return .init(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: text, count: strlen(text)).assumingMemoryBound(
      to: UInt8.self)
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  func setLiteral(_ text: String) { cmark_node_set_literal(pointer, text) }
  func setURL(_ url: String) { cmark_node_set_url(pointer, url) }
  func setTitle(_ title: String) { cmark_node_set_title(pointer, title) }
  /// Takes the node out of its tree; who does so frees it.
  func unlink() { cmark_node_unlink(pointer) }
  /// Puts a node after this one; false where it cannot stand.
  func insertAfter(_ node: MarkdownNode) -> Bool {
    cmark_node_insert_after(pointer, node.pointer) != 0
  }
  /// Puts a node in this one's place and takes this one out; false where it cannot stand.
  func replace(with node: MarkdownNode) -> Bool {
    cmark_node_replace(pointer, node.pointer) != 0
  }
  /// Moves all children of this node to the end of another.
  func moveChildren(to node: MarkdownNode) {
    while let child = firstChild {
      guard cmark_node_append_child(node.pointer, child.pointer) != 0 else { return }
    }
  }
}
