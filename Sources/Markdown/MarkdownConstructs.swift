package import Diagnostics

/// What surrounds an inline construct.
package struct MarkdownContext: Sendable, Equatable {
  /// It stands in the text of a link.
  package var inLink = false
  /// It stands in the alternative text of an image.
  package var inImage = false
  /// It stands in a heading.
  package var inHeading = false
  /// It stands in a table cell.
  package var inCell = false
  /// It stands in the text of a footnote.
  package var inFootnote = false
}

/// A heading.
package struct MarkdownHeading {
  /// The handle on its node.
  package var node: MarkdownNode
  /// The level, 1 to 6.
  package var level: Int
  /// Its place in the file.
  package var range: SourceRange
  /// The text without markup; values as they are written.
  package var text: String
  /// The text with values left out: what the id is made of.
  package var literalText: String
  /// The id that the author wrote as `{#id}` at the end; it has been taken out of the text.
  package var explicitID: String?
}

/// A code span.
package struct MarkdownCodeSpan {
  /// The handle on its node.
  package var node: MarkdownNode
  /// The text between the backticks, as shown.
  package var text: String
  /// The place of the text.
  package var range: SourceRange
  /// Whether the text is a value: it begins with `=` after blanks.
  package var isValue: Bool
  /// The innermost link around it, if any.
  package var link: MarkdownNode?
  /// The paragraph, heading or cell it stands in.
  package var block: MarkdownNode
  /// What surrounds it.
  package var context: MarkdownContext
}

/// A link or an image.
package struct MarkdownLink {
  /// The handle on its node.
  package var node: MarkdownNode
  /// Where it leads, entities decoded.
  package var destination: String
  /// The title, empty where there is none.
  package var title: String
  /// What the destination is.
  package var kind: LinkDestination
  /// From the opening bracket to the closing one.
  package var range: SourceRange
  /// An image that is all of its paragraph: then that paragraph.
  package var aloneIn: MarkdownNode?
  /// What surrounds it.
  package var context: MarkdownContext
}

/// A fenced code block.
package struct MarkdownFence {
  /// The handle on its node.
  package var node: MarkdownNode
  /// The first word of the info string, as written; may be empty.
  package var language: String
  /// The info string after the language.
  package var arguments: String
  /// The lines between the fences.
  package var body: String
  /// Where the body's first character stands in the file.
  package var bodyOrigin: SourcePosition
  /// What the quotes and lists around put before each line of the body, in columns.
  package var columnShift: Int
  /// Its place in the file.
  package var range: SourceRange
}

/// A pipe table.
package struct MarkdownTable {
  /// One cell.
  package struct Cell {
    /// The handle on its node.
    package var node: MarkdownNode
    /// Its place in the file.
    package var range: SourceRange
  }
  /// The handle on its node.
  package var node: MarkdownNode
  /// Its place in the file.
  package var range: SourceRange
  /// The cells of the head.
  package var header: [Cell]
  /// The cells of the body, row by row.
  package var rows: [[Cell]]
}

/// A citation: `[@id, p. 3; @other]`.
package struct MarkdownCitation {
  /// One of the sources cited.
  package struct Item: Equatable, Sendable {
    /// The id of the source.
    package var id: String
    /// What follows the comma: `p. 3`.
    package var locator: String?
    /// A source and the place in it.
    package init(id: String, locator: String?) {
      self.id = id
      self.locator = locator
    }
  }
  /// A text node that holds the citation and nothing else.
  package var node: MarkdownNode
  /// What is cited, in the order written.
  package var items: [Item]
  /// Its place in the file.
  package var range: SourceRange
  /// What surrounds it.
  package var context: MarkdownContext
}

/// A mark in the text that refers to a footnote.
package struct MarkdownFootnoteReference {
  /// The handle on its node.
  package var node: MarkdownNode
  /// The footnote's number in the order of first reference: an index into the definitions, plus 1.
  package var number: Int
  /// Its place in the file.
  package var range: SourceRange
  /// What surrounds it.
  package var context: MarkdownContext
}

/// The text of a footnote that is referred to.
package struct MarkdownFootnoteDefinition {
  /// The handle on its node.
  package var node: MarkdownNode
  /// Its number in the order of first reference.
  package var number: Int
  /// Its place in the file.
  package var range: SourceRange
}

/// A reference in the text that gets a number: footnotes and citations share one list.
package enum MarkdownNote {
  /// A footnote reference.
  case footnote(MarkdownFootnoteReference)
  /// A citation.
  case citation(MarkdownCitation)
}

/// An alert: the block quote has become an `aside`.
package struct MarkdownAlert {
  /// The handle on its node.
  package var node: MarkdownNode
  /// Which of the five it is.
  package var kind: AlertKind
  /// Its place in the file.
  package var range: SourceRange
}

/// Raw HTML.
package struct MarkdownRawHTML {
  /// The handle on its node.
  package var node: MarkdownNode
  /// Its place in the file.
  package var range: SourceRange
}

/// Everything on a page that the generator may want to look at or replace, each list in the order of
/// the document; footnotes' texts come last.
package struct MarkdownConstructs {
  /// All headings.
  package var headings: [MarkdownHeading] = []
  /// All code spans.
  package var codeSpans: [MarkdownCodeSpan] = []
  /// All links.
  package var links: [MarkdownLink] = []
  /// All images.
  package var images: [MarkdownLink] = []
  /// All fenced blocks.
  package var fences: [MarkdownFence] = []
  /// All pipe tables.
  package var tables: [MarkdownTable] = []
  /// All footnote references and citations.
  package var notes: [MarkdownNote] = []
  /// The footnotes' texts, by number.
  package var footnotes: [MarkdownFootnoteDefinition] = []
  /// All alerts, outer ones first.
  package var alerts: [MarkdownAlert] = []
  /// All raw HTML, whether left out or not.
  package var rawHTML: [MarkdownRawHTML] = []

  /// A page without any.
  package init() {}
}
