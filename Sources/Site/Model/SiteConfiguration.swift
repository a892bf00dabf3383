package import Diagnostics

/// What `site.yaml` says about the whole site.
package struct SiteConfiguration: Sendable {
  /// The name of the site.
  package var title: String
  /// One sentence about it, for the feed and the landing page's description.
  package var description: String?
  /// The address it is published at, ending in `/`; nil leaves absolute addresses out.
  package var url: String?
  /// A BCP 47 tag such as `en`, for the pages and the form of numbers and dates.
  package var language: String
  /// The edition, whose dates are the only ones of a build.
  package var edition: Edition?
  /// Who publishes it.
  package var publisher: Party?
  /// Under what licence.
  package var licence: Licence?
  /// The main navigation, in order; empty derives it from the folders.
  package var navigation: [NavigationItem]
  /// Pages that the foot of every page leads to, before the generated ones.
  package var footer: [NavigationItem]
  /// Colour tokens by field and value: `colours["country"]?["China"]` is `s2`.
  package var colours: [String: [String: String]]
  /// Patterns of output files that are not ours and stay.
  package var keep: [String]
  /// People by id.
  package var people: [String: Party]
  /// Whether raw HTML in Markdown is let through.
  package var allowsRawHTML: Bool
  /// Whether pages offer a search where scripts run.
  package var hasSearch: Bool
  /// Whether each page has a plain-Markdown copy beside it.
  package var hasCopies: Bool
  /// What earlier editions have and this one has not.
  package var retired: Retirements
  /// Whether this is a frozen edition, kept below `editions/` of the site itself.
  package var isFrozen = false
  /// How old the newest source of a table may be at the edition's `data_as_of`.
  package var freshness: Freshness
  /// Words by status word that say a status in prose, so that no mark need follow the value.
  package var statusWords: [String: [String]]

  /// An edition of the site.
  package struct Edition: Sendable, Hashable {
    /// Its id, such as `2026`: a part of addresses.
    package var id: String
    /// The day of publication, `YYYY-MM-DD`.
    package var published: String
    /// The day up to which the data go, `YYYY-MM-DD`.
    package var dataAsOf: String
    /// When the next is due: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    package var next: String?
  }

  /// A person or an organisation.
  package struct Party: Sendable, Hashable {
    /// The name.
    package var name: String
    /// A page about them.
    package var url: String?
    /// An address to write to.
    package var email: String?
    /// What they do here.
    package var role: String?
  }

  /// A licence.
  package struct Licence: Sendable, Hashable {
    /// A short name such as `CC-BY-4.0`.
    package var name: String
    /// The full name.
    package var title: String?
    /// Its text.
    package var url: String?
  }

  /// An entry of the main navigation.
  package struct NavigationItem: Sendable {
    /// The label; nil takes the page's short name or title.
    package var title: String?
    /// The page as written, from `Content/`, or a web address.
    package var target: String
    /// Entries below it.
    package var children: [NavigationItem]
    /// Where it stands.
    package var location: SourceLocation
  }

  /// How old data may be.
  package struct Freshness: Sendable, Hashable {
    /// What becomes of sources that should have been read again before the edition.
    package enum Overdue: String, Sendable, CaseIterable {
      case warning, error

      /// The severity of the diagnostic.
      package var severity: Severity { self == .error ? .error : .warning }
    }

    /// How overdue sources are reported.
    package var overdue = Overdue.warning
    /// From this age in days on, a warning; nil sets no limit.
    package var warnAfter: Int?
    /// From this age in days on, an error; nil sets no limit.
    package var failAfter: Int?
  }

  /// The words used where `site.yaml` names none for a status.
  package static let defaultStatusWords: [String: [String]] = [
    "estimated": ["estimated", "estimate", "estimates", "about", "some", "roughly"],
    "own-estimate": ["estimated", "estimate", "estimates", "about", "some", "roughly"],
    "lower-bound": ["more than", "over", "at least"],
    "provisional": ["provisional", "provisionally"],
    "revised": ["revised"],
  ]

  /// A site of which only the title is known.
  package init(title: String) {
    self.title = title
    language = "en"
    navigation = []
    footer = []
    colours = [:]
    keep = []
    people = [:]
    allowsRawHTML = false
    hasSearch = true
    hasCopies = true
    freshness = Freshness()
    retired = Retirements()
    statusWords = Self.defaultStatusWords
  }
}
