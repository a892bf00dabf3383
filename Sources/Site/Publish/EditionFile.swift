/// `edition.json`: the record of the edition that a build makes.
struct EditionFile: Sendable {
  let site: ResolvedSite

  /// The JSON text.
  var json: String { EditionRecord(site).json }
}
