/// A piece of the HTML that this program writes, read back.
enum Markup: Sendable {
  /// Text, its references resolved.
  case text(String)
  /// An element with what is inside it.
  case element(Element)

  /// An element.
  struct Element: Sendable {
    var name: String
    var attributes: MarkupAttributes
    var children: [Markup]

    /// Whether a word is among its classes.
    func has(class name: String) -> Bool { attributes.hasClass(name) }

    /// The elements inside it, without the text between them.
    var elements: [Element] { children.compactMap(\.element) }

    /// The first element of a name at any depth, in the order of the text.
    func first(_ name: String) -> Element? {
      for child in elements {
        if child.name == name { return child }
        if let found = child.first(name) { return found }
      }
      return nil
    }
  }

  /// The element; nil for text.
  var element: Element? {
    if case .element(let element) = self { element } else { nil }
  }
}
