package import Diagnostics
package import Queries
package import Tables

/// A page with every value, claim, chart, table, citation and link worked out; what templates need.
///
/// Lists of all pages are gone through often, and a page has many parts, so it is shared and not copied.
package final class ResolvedPage: Sendable {
  /// Where it comes from and goes.
  package let plan: PagePlan
  /// The title as plain text, with values put in.
  package let title: String
  /// The title as HTML.
  package let titleHTML: SiteHTML
  /// The standfirst and meta description, plain.
  package let description: String?
  /// The text, without the title.
  package let body: SiteHTML
  /// Headings of level 2 and 3, in order.
  package let contents: [ContentsEntry]
  /// Figures and tables, in order.
  package let figures: [Figure]
  /// What the page's values rest on, one entry for each distinct reference.
  package let evidence: [EvidenceEntry]
  /// Footnotes and citations in one list, in order of appearance.
  package let notes: [NoteEntry]
  /// The claims and what was found.
  package let claims: [ClaimOutcome]
  /// Every source cited or behind a value, sorted.
  package let sources: [String]
  /// Tables read by any query of the page, with the columns read.
  package let reads: [String: Set<String>]
  /// Tables read by the title and the description, which other pages repeat.
  package let headReads: [String: Set<String>]
  /// The queries that belong to the page, by name in the order of bytes.
  package let queries: [NamedQuery]
  /// The queries and tables that the page reads by name, each with the queries behind it.
  package let uses: [String: Set<String>]
  /// Links to be checked once every page is known.
  package let links: [PendingLink]
  /// The ids that links may point to.
  package let anchors: Set<String>

  /// A page as worked out; of its plan the text is left out.
  package init(
    plan: PagePlan,
    title: String,
    titleHTML: SiteHTML,
    description: String?,
    body: SiteHTML,
    contents: [ContentsEntry] = [],
    figures: [Figure] = [],
    evidence: [EvidenceEntry] = [],
    notes: [NoteEntry] = [],
    claims: [ClaimOutcome] = [],
    sources: [String] = [],
    reads: [String: Set<String>] = [:],
    headReads: [String: Set<String>] = [:],
    queries: [NamedQuery] = [],
    uses: [String: Set<String>] = [:],
    links: [PendingLink] = [],
    anchors: Set<String> = []
  ) {
    var plan = plan
    // The text is in the page now; of ten thousand pages it is not to be held twice.
    plan.body = ""
    self.plan = plan
    self.title = title
    self.titleHTML = titleHTML
    self.description = description
    self.body = body
    self.contents = contents
    self.figures = figures
    self.evidence = evidence
    self.notes = notes
    self.claims = claims
    self.sources = sources
    self.reads = reads
    self.headReads = headReads
    self.queries = queries
    self.uses = uses
    self.links = links
    self.anchors = anchors
  }
}

/// A heading in the contents list.
package struct ContentsEntry: Sendable {
  /// 2 or 3.
  package var level: Int
  /// The heading's id.
  package var id: String
  /// Its text as HTML, without links.
  package var html: SiteHTML
  /// Its text.
  package var text: String

  /// An entry.
  package init(level: Int, id: String, html: SiteHTML, text: String) {
    self.level = level
    self.id = id
    self.html = html
    self.text = text
  }
}

/// A link whose target's id can only be checked once all pages are resolved.
package struct PendingLink: Sendable {
  /// The output it points to, without fragment; empty for a figure by its anchor (`#fig-world`), on
  /// whatever page it stands.
  package var output: String
  /// The fragment, if any.
  package var fragment: String?
  /// The target as written.
  package var written: String
  /// Where it stands.
  package var location: SourceLocation

  /// A link to check.
  package init(output: String, fragment: String?, written: String, location: SourceLocation) {
    self.output = output
    self.fragment = fragment
    self.written = written
    self.location = location
  }
}

/// What one value of a text rests on.
package struct EvidenceEntry: Sendable {
  /// The anchor of the entry on the page, such as `e-china-share`.
  package var id: String
  /// The reference as written, without display: `output[country=China].tonnes`.
  package var reference: String
  /// The value as shown.
  package var shown: String
  /// The value in full.
  package var value: DataValue
  /// The unit.
  package var unit: DataUnit?
  /// The status of the cell.
  package var status: DataStatus
  /// The period for which the value holds, in words.
  package var period: String?
  /// The query or table read, by name.
  package var query: String
  /// The row: its number and, where the table has one, its key (`country=China, year=2024`).
  package var row: Int
  /// The column.
  package var column: String
  /// Base tables with the columns read.
  package var reads: [String: Set<String>]
  /// The rows of tables behind it.
  package var rows: [RowsBehind]
  /// Ids of the sources.
  package var sources: [String]
  /// Whether the sources are those of the very row, not only of the tables read.
  package var isExact: Bool
  /// Where sources disagree on it.
  package var disputes = Disputes()
  /// Where it stands first.
  package var location: SourceLocation
}

/// A numbered note: a footnote of the author or a citation.
package struct NoteEntry: Sendable {
  /// What the note says.
  package enum Content: Sendable {
    /// A footnote's HTML.
    case text(SiteHTML)
    /// A source and the place in it.
    case citation(source: String, locator: String?)
  }
  /// The number.
  package var number: Int
  /// The content.
  package var content: Content
  /// The ids of the references in the text, for the links back.
  package var references: [String]
}

/// A claim of a text, as tested.
package struct ClaimOutcome: Sendable {
  /// Its id: given, or made from the words.
  package var id: String
  /// The words shown.
  package var words: String
  /// The condition as written.
  package var condition: String
  /// The condition with the values put in.
  package var filled: String
  /// Whether it held; nil where it could not be tested.
  package var holds: Bool?
  /// Whether it only warns.
  package var isWarning: Bool
  /// What was found: each reference with its value.
  package var found: [(reference: String, shown: String)]
  /// Base tables with the columns read, by its references and by its subqueries.
  package var reads: [String: Set<String>]
  /// The queries and tables that it names.
  package var queries: Set<String>
  /// Where it stands.
  package var location: SourceLocation
}
