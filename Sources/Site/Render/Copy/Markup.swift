/// A piece of the HTML that this program writes, read back: a text, or an element with what is inside it.
struct Markup: Sendable {
  /// The pieces of a text in the order in which they begin, those inside an element right after it. They stand in
  /// one array, as all pages of a site are read and a piece is too small for memory of its own.
  final class Document: Sendable {
    struct Node: Sendable {
      /// The element's name in lower case, empty for text.
      var name: String
      /// The bytes of the text, or of the element's attributes.
      var content: Range<Int>
      /// The place behind the last piece inside it.
      var end: Int
    }

    let bytes: [UInt8]
    let nodes: [Node]

    init(bytes: [UInt8], nodes: [Node]) {
      (self.bytes, self.nodes) = (bytes, nodes)
    }
  }

  private let document: Document
  private let index: Int

  private var node: Document.Node { document.nodes[index] }

  /// The element's name in lower case; empty for text.
  var name: String { node.name }

  var isElement: Bool { !name.isEmpty }

  /// A text, its references resolved.
  var text: String {
    HTMLText.unescaped(String(decoding: document.bytes[node.content], as: UTF8.self))
  }

  var attributes: MarkupAttributes { MarkupAttributes(document.bytes[node.content]) }

  /// Whether a word is among the element's classes.
  func has(class name: String) -> Bool {
    !node.content.isEmpty && attributes.hasClass(name)
  }

  /// What is inside it.
  var children: Children { Children(document, from: index + 1, to: node.end) }

  /// The elements inside it, without the text between them.
  var elements: some Sequence<Markup> { children.lazy.filter(\.isElement) }

  /// The first element of a name at any depth, in the order of the text.
  func first(_ name: String) -> Markup? {
    document.nodes[index..<node.end].dropFirst().firstIndex { $0.name == name }
      .map { Markup(document: document, index: $0) }
  }
}

extension Markup {
  /// Pieces that follow each other inside the same one.
  struct Children: Sequence, IteratorProtocol, Sendable {
    private let document: Document
    private var place: Int
    private let end: Int

    init(_ document: Document, from start: Int, to end: Int) {
      (self.document, place, self.end) = (document, start, end)
    }

    mutating func next() -> Markup? {
      guard place < end else { return nil }
      defer { place = document.nodes[place].end }
      return Markup(document: document, index: place)
    }
  }
}
