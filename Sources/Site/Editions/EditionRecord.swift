package import Tables

/// What an edition says and rests on: its figures, claims and values with the hashes of the data, queries
/// and texts behind them, so that two editions can be compared.
///
/// `edition.json` is the record of a build; `Content/editions/ID.json` that of a frozen edition, with the
/// hashes of its files. Keys do not depend on positions: figures go by id, rows by their key, claims by
/// page and id, values by page and reference.
package struct EditionRecord: Sendable {
  /// The edition; nil for a site without.
  package var edition: SiteConfiguration.Edition?
  /// The title of the site.
  package var title: String
  /// The address it is published at.
  package var url: String?
  /// The tables, by name.
  package var inputs: [String: Input] = [:]
  /// Ids of all disagreements of sources.
  package var disagreements: [String] = []
  /// The values to be used where tables have several sources, by table and column: `output.tonnes`.
  package var quantities: [String: Rows] = [:]
  /// SHA-256 of each Markdown file, by its path below `Content/`; empty where it was not asked for.
  package var texts: [String: String] = [:]
  /// The pages, by output.
  package var pages: [String: Page] = [:]
  /// The figures, by id.
  package var figures: [String: FigureEntry] = [:]
  /// The claims, in the order of the pages.
  package var claims: [Claim] = []
  /// The values in texts, in the order of the pages.
  package var values: [Value] = []
  /// SHA-256 of each file of a frozen edition, by its path in the edition; empty for a build.
  package var files: [String: String] = [:]

  /// A table of data.
  package struct Input: Sendable, Hashable {
    /// Its file, relative to `Content/`.
    package var file: String
    /// SHA-256 of the file.
    package var hash: String
  }

  /// A page.
  package struct Page: Sendable, Hashable {
    /// Its title.
    package var title: String
    /// Its Markdown file, relative to `Content/`.
    package var source: String
  }

  /// What a figure, claim or value rests on.
  package struct Basis: Sendable, Hashable {
    /// Base tables with the columns read, sorted.
    package var reads: [String: [String]] = [:]
    /// A hash of the SQL of all queries behind it; empty where it reads a table as it is.
    package var sql = ""
    /// Ids of the sources, sorted.
    package var sources: [String] = []
    /// Whether these are the sources of the very rows.
    package var isExact = true
    /// Ids of the disagreements of sources that it touches, sorted.
    package var disputes: [String] = []
  }

  /// A figure.
  package struct FigureEntry: Sendable {
    /// The output of its page.
    package var page: String
    /// What it is.
    package var kind: String
    /// Its title.
    package var title: String
    /// What it rests on.
    package var basis: Basis
    /// Its tables, in order.
    package var tables: [Rows]
  }

  /// A table behind a figure.
  package struct Rows: Sendable {
    /// Its name.
    package var name: String
    /// The columns that tell the rows apart; empty where none do.
    package var key: [String]
    /// Columns and rows.
    package var table: DataTable
  }

  /// A claim.
  package struct Claim: Sendable {
    /// The output of its page.
    package var page: String
    /// Its id.
    package var id: String
    /// Its words.
    package var words: String
    /// Its condition.
    package var condition: String
    /// Whether it held.
    package var holds: Bool?
    /// What it rests on.
    package var basis: Basis
  }

  /// A value in a text.
  package struct Value: Sendable {
    /// The output of its page.
    package var page: String
    /// The reference.
    package var reference: String
    /// The value as shown.
    package var shown: String
    /// The value in full.
    package var value: DataValue
    /// The symbol of its unit.
    package var unit: String?
    /// The word of its status.
    package var status: String
    /// When it holds, in words.
    package var period: String?
    /// What it rests on.
    package var basis: Basis
  }

  /// A record of which only the title is known.
  package init(title: String) {
    self.title = title
  }

  /// Whether it is of data alone: computed later, without pages and claims.
  package var isOfDataAlone: Bool { pages.isEmpty }

  /// The id of the edition; empty for a site without.
  package var id: String { edition?.id ?? "" }
}
