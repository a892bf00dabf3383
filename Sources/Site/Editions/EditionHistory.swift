package import Tables

/// The editions of a site from the first that was frozen to the present one, and what moved from each to
/// the next.
package struct EditionHistory: Sendable {
  /// The frozen editions, oldest first.
  package private(set) var frozen: [EditionRecord] = []
  /// What moved, the newest edition first.
  package private(set) var changes: [EditionDiff] = []
  /// What moved since the present edition was frozen; nil where it has not been.
  package private(set) var sinceFrozen: EditionDiff?

  /// The day of the edition in which each page last changed, by output: its figures, values, claims or text.
  package private(set) var lastChanges: [String: String] = [:]

  /// A history without editions.
  package init() {}

  /// The history that frozen editions and the present one make. An edition that is frozen is compared as
  /// it was frozen, so that its entries stay what they are.
  ///
  /// - Parameter language: how numbers are written.
  package init(
    _ archive: EditionArchive, present: EditionRecord, language: DisplayLanguage = .english
  ) {
    frozen = archive.entries.map(\.record)
    var editions = frozen
    if let same = archive[present.id] {
      sinceFrozen = EditionDiff(from: same.record, to: present, language: language)
    } else if present.edition != nil {
      editions.append(present)
    }
    changes = zip(editions, editions.dropFirst())
      .map { EditionDiff(from: $0, to: $1, language: language) }.reversed()
    for diff in changes.reversed() {
      guard let day = diff.new.edition?.published else { continue }
      for page in diff.changedPages { lastChanges[page] = day }
    }
  }
}

extension EditionDiff {
  /// The outputs of the pages on which something moved.
  fileprivate var changedPages: Set<String> {
    Set(figures.map(\.page)).union(values.map(\.page)).union(claims.map(\.page))
      .union(pages.map(\.output))
  }
}
