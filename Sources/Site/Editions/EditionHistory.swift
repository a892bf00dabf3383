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
  }
}
