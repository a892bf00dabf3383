/// HTML in which addresses within the site and the numbers of figures are still open, so that the same
/// text can stand on its page, on a figure's page, in print and in a frozen edition.
package struct SiteHTML: Sendable, Hashable {
  /// A piece of the text.
  package enum Part: Sendable, Hashable {
    /// Finished HTML.
    case html(String)
    /// The address of an output of this site, from its root, with a fragment where there is one
    /// (`countries/china.html#output`), to be written relative to the page that shows it and escaped.
    case address(String)
    /// The address of a figure or table by its id, wherever it stands.
    case figureAddress(String)
    /// The number of a figure or table, by its id: `Figure 3`.
    case figureNumber(String)
  }

  /// The pieces in order.
  package private(set) var parts: [Part] = []

  /// Nothing.
  package init() {}

  /// Finished HTML without open places.
  package init(_ html: String) {
    append(html)
  }

  /// Whether nothing is there.
  package var isEmpty: Bool { parts.isEmpty }

  /// Adds finished HTML.
  package mutating func append(_ html: String) {
    if html.isEmpty { return }
    if case .html(let last)? = parts.last {
      parts[parts.count - 1] = .html(last + html)
    } else {
      parts.append(.html(html))
    }
  }

  /// Adds one piece.
  package mutating func append(_ part: Part) {
    if case .html(let html) = part { append(html) } else { parts.append(part) }
  }

  /// Adds another text.
  package mutating func append(_ other: SiteHTML) {
    for part in other.parts { append(part) }
  }
}
