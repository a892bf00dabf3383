/// Which edition a build freezes.
package struct FreezeRequest: Sendable, Hashable {
  /// Its id; nil takes that of `site.yaml`.
  package var id: String?
  /// The day of its publication, `YYYY-MM-DD`; nil takes that of `site.yaml`.
  package var published: String?

  /// Which edition to freeze.
  package init(id: String? = nil, published: String? = nil) {
    self.id = id
    self.published = published
  }
}

extension SiteConfiguration {
  /// What a frozen edition of the site says of itself: where it is kept, and which edition it is, in every
  /// title. Its search is that of the latest edition, and it is not kept twice. Without an edition nothing changes.
  mutating func freeze() {
    guard let edition else { return }
    isFrozen = true
    hasSearch = false
    hasCopies = false
    url = url.map { "\($0)\(EditionArchive.folder)/\(edition.id)/" }
    title += ", edition \(edition.id)"
  }

  /// Takes what the command line says of the edition.
  ///
  /// - Parameter asOf: the day up to which the data go.
  mutating func settleEdition(_ request: FreezeRequest?, asOf: String?) {
    if let id = request?.id, let published = request?.published ?? edition?.published {
      let isOther = id != edition?.id
      edition = Edition(
        id: id, published: published, dataAsOf: edition?.dataAsOf ?? published,
        next: isOther ? nil : edition?.next)
    }
    if let published = request?.published { edition?.published = published }
    if let asOf { edition?.dataAsOf = asOf }
  }
}
