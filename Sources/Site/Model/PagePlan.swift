package import Diagnostics
package import Tables

/// A page that will be published: where its text comes from, where it goes, and which row it is of.
package struct PagePlan: Sendable {
  /// The Markdown file, relative to `Content/`, such as `countries/[iso3].md`.
  package var source: String
  /// The Markdown file as diagnostics print it, such as `Content/countries/[iso3].md`.
  package var path: String
  /// The output, relative to the site's root, such as `countries/chn.html`.
  package var output: String
  /// The address that links in Markdown may use besides `source`: `countries/chn.md` for a row page.
  package var address: String
  /// The front matter, decoded strictly.
  package var frontMatter: FrontMatter
  /// The Markdown after the front matter; empty once the page is resolved.
  package var body: Substring
  /// The place of the body's first character in the file.
  package var bodyOrigin: SourcePosition
  /// The row that the page is made for; nil for ordinary pages.
  package var row: RowBinding?
  /// Whether it is a draft, or dated after the edition, and here only because drafts are included.
  package var isHeldBack = false

  /// A place in the page's file.
  package func location(_ range: SourceRange) -> SourceLocation { SourceLocation(path, range) }

  /// The folder of the source, from which its links are resolved.
  package var folder: String { SitePath.folder(source) }
}

/// The row of a query that a row page is made for.
package struct RowBinding: Sendable {
  /// The query that `each` names.
  package var query: String
  /// The key column.
  package var key: String
  /// The file whose name holds the key, such as `countries/[iso3].md`: the page's own, or the one whose
  /// page for the row this one replaces.
  package var template: String
  /// The place of the row in the query's result, from 1.
  package var number: Int
  /// The part of addresses that stands for the key: `chn`.
  package var slug: String
  /// The one row, with the query's columns: the table `row` of the page, its cells the SQL parameters.
  package var table: DataTable

  /// The cells of the row by column, for SQL parameters.
  package var parameters: [String: DataValue] {
    guard let cells = table.rows.first else { return [:] }
    return Dictionary(zip(table.columns.map(\.name), cells)) { first, _ in first }
  }
}
