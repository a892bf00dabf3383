package import Diagnostics

/// The front matter of a page, decoded strictly.
package struct FrontMatter: Sendable {
  /// The title as written, which may hold values. Nil where the `#` heading that opens the body is
  /// the title: having both, neither or a second `#` heading is an error of the page.
  package var title: String?
  /// Standfirst and meta description, which may hold values.
  package var description: String?
  /// The day of publication, `YYYY-MM-DD`.
  package var date: String?
  /// The day of the last change, `YYYY-MM-DD`; `date` where not given.
  package var updated: String?
  /// Names, or ids of `people`.
  package var authors: [String] = []
  /// The place in the folder; pages without come after, by file name.
  package var order: Double?
  /// Tags.
  package var tags: [String] = []
  /// Entries in A to Z besides the title.
  package var terms: [String] = []
  /// Whether it is not to be published yet.
  package var isDraft = false
  /// Old addresses from the root of the output.
  package var aliases: [String] = []
  /// The template's name.
  package var template: String?
  /// Whether it has a contents list.
  package var contents = Contents.automatic
  /// How it stands in folder lists.
  package var navigation = Navigation.shown
  /// The rows that the page is made for.
  package var rows: Rows?
  /// The places of the keys' values, by key, in the order written.
  package var places: [(key: String, range: SourceRange)] = []

  /// When a page has a contents list of its headings of level 2 and 3.
  package enum Contents: Sendable {
    case always, never
    /// With more than three headings of level 2.
    case automatic
  }

  /// How a page stands in lists of its folder.
  package enum Navigation: Sendable, Hashable {
    case shown, hidden
    /// Under a short name.
    case named(String)
  }

  /// What `each` says.
  package enum Rows: Sendable, Hashable {
    /// One page for each row of a query, by a key column: `{query: producers, key: iso3}`.
    case query(String, key: String)
    /// The row with this key, taken from the folder's row page: `{value: CHN}`.
    case value(String)
  }

  /// Front matter without any key.
  package init() {}

  /// The place of a key's value; of the file's first line where the key is not there.
  package func range(of key: String) -> SourceRange {
    places.first { $0.key == key }?.range ?? .start
  }
}
