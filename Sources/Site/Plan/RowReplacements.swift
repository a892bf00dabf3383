/// Hand-written pages that take a row from the row page of their folder: `each: {value: CHN}`.
struct RowReplacements {
  private struct Key: Hashable {
    var folder: String
    var value: String
  }
  private var pages: [Key: SourcePage] = [:]
  private var sources: Set<String> = []
  private var claimed: Set<String> = []
  /// Pages that take a row which another page takes already.
  private(set) var doubled: [SourcePage] = []

  init(_ all: [SourcePage]) {
    for page in all where page.rowKey == nil {
      guard case .value(let value)? = page.frontMatter.rows else { continue }
      sources.insert(page.source)
      let key = Key(folder: SitePath.folder(page.source), value: value)
      if pages[key] == nil { pages[key] = page } else { doubled.append(page) }
    }
  }

  /// Whether a file takes a row.
  func contains(_ source: String) -> Bool { sources.contains(source) }

  /// The page that takes the row with this key, if one does.
  mutating func claim(_ value: String, in folder: String) -> SourcePage? {
    guard let page = pages[Key(folder: folder, value: value)] else { return nil }
    claimed.insert(page.source)
    return page
  }

  /// Pages whose row is not there.
  var unclaimed: [SourcePage] {
    pages.values.filter { !claimed.contains($0.source) }.sorted {
      inByteOrder($0.source, $1.source)
    }
  }
}
