package import Diagnostics
package import Tables

/// A chart, table, list of key figures, timeline or captioned image of a page, with all that its place on
/// the page, its own page and its downloads need.
package struct Figure: Sendable {
  /// What it is.
  package enum Kind: String, Sendable {
    case chart, table, figures, timeline, image
  }

  /// Its id, unique in the site.
  package var id: String
  /// What it is.
  package var kind: Kind
  /// Its number among the page's figures, or tables.
  package var number: Int
  /// The finding, as text and as HTML.
  package var title: String
  package var titleHTML: SiteHTML
  /// Measure, unit, place and period.
  package var subtitle: SiteHTML?
  /// A line below it.
  package var note: SiteHTML?
  /// What it shows, without the frame: drawings, table, list.
  package var content: SiteHTML
  /// The drawing that stands alone, for the download; charts only.
  package var standaloneSVG: String?
  /// The narrow drawing in literal colours, for the picture of its page; charts only, where pictures are made.
  package var preview: String?
  /// The text alternative of a chart.
  package var description: String?
  /// What a list of key figures says, a line for each; empty for other figures.
  package var lines: [String] = []
  /// Whether it shows only some of the rows handed in: tables with a limit.
  package var isCut = false
  /// The tables handed in, as the folded table and the downloads show them.
  package var data: [FigureData]
  /// Ids of its sources, sorted.
  package var sources: [String]
  /// Whether the sources are those of the rows shown, not only of the tables read.
  package var isExact: Bool
  /// Where its sources disagree.
  package var disputes = Disputes()
  /// Base tables with the columns read.
  package var reads: [String: Set<String>]
  /// The rows of tables behind it.
  package var rows: [RowsBehind] = []
  /// Statuses that occur, worst first, except `reported`.
  package var statuses: [DataStatus]
  /// The query or table behind it with its SQL.
  package var queries: [(name: String, sql: String?)]
  /// The queries and tables that it names: for its rows, in its texts, in the condition of its title.
  package var uses: Set<String> = []
  /// Where it stands.
  package var location: SourceLocation
  /// The anchor on its page.
  package var anchor: String { "fig-" + id }
  /// Whether it has a page and downloads: false for key figures and images.
  package var isPublished: Bool { kind == .chart || kind == .table || kind == .timeline }
}

/// One table behind a figure.
package struct FigureData: Sendable {
  /// Its name in the specification.
  package var name: String
  /// Columns and rows as handed to the figure (the chart's own columns, in its order).
  package var table: DataTable
  /// The status of each cell.
  package var statuses: [[DataStatus]]
  /// The source ids of each row.
  package var sources: [[String]]

  /// One table behind a figure.
  package init(
    name: String, table: DataTable, statuses: [[DataStatus]], sources: [[String]]
  ) {
    self.name = name
    self.table = table
    self.statuses = statuses
    self.sources = sources
  }
}
