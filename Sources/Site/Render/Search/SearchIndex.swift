import Documents

/// What the search of a site looks through, as a script file: a page opened from a folder may load a
/// script, but not fetch data.
///
/// The index is bounded, so that it is small beside the pages that it finds. Entries are taken in this
/// order until one does not fit: pages, figures, entries of A to Z, sources, headings, values; each in
/// reading order. What is left out is still in A to Z and in the lists of figures and data.
struct SearchIndex: Sendable {
  /// Where it is published.
  static let output = "assets/search-index.js"
  /// The file of the theme that reads it.
  static let program = "search.js"
  /// How many bytes of text it may hold. Compressed, as servers send it, such an index has a fifth of its
  /// size, or a third where hardly any text repeats.
  static let limit = 450_000

  /// What an entry is. The search shows kinds of the same merit in this order.
  enum Kind: Int, CaseIterable, Sendable {
    case page, heading, figure, term, source, value
  }

  /// Something that has an address.
  struct Entry: Sendable, Hashable {
    var kind: Kind
    /// What it is called.
    var title: String
    /// Its address from the root of the site.
    var target: String
    /// Where it stands or what it says; words in it are found too, but count less.
    var context: String?
  }

  /// The values of one table behind a figure: its rows share measures, address and context.
  struct Series: Sendable, Hashable {
    /// The names of what is measured; none where the rows themselves are what is found.
    var measures: [String]
    var target: String
    var context: String
    /// What each row is about, with its values as they are shown, one for each measure; empty for none.
    var rows: [Row] = []

    struct Row: Sendable, Hashable {
      var subject: String
      var values: [String]
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var series: [Series] = []
  /// Whether something was left out.
  private(set) var isPartial = false
  private var room: Int

  /// An index without entries.
  ///
  /// - Parameter limit: how many bytes of text it may hold.
  init(limit: Int = Self.limit) {
    room = limit
  }

  /// Adds an entry, unless it or one before it does not fit.
  mutating func add(_ entry: Entry) {
    guard take([entry.title, entry.target, entry.context ?? ""]) else { return }
    entries.append(entry)
  }

  /// Adds the rows of a series as far as they fit.
  mutating func add(_ added: Series) {
    guard !added.rows.isEmpty, take(added.measures + [added.target, added.context]) else { return }
    var fitting = added
    fitting.rows = []
    for row in added.rows {
      guard take(row.values + [row.subject]) else { break }
      fitting.rows.append(row)
    }
    series.append(fitting)
  }

  /// The script: it puts the index where the search looks for it.
  var script: String {
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.member("isPartial") { $0.value(isPartial) }
      writer.member("entries") { writer in
        writer.array { writer in entries.forEach { writer.value($0) } }
      }
      writer.member("series") { writer in
        writer.array { writer in series.forEach { writer.value($0) } }
      }
    }
    return "window.searchIndex = \(writer.text);\n"
  }

  /// Takes the room of texts; once something has not fitted, nothing does.
  private mutating func take(_ texts: [String]) -> Bool {
    if isPartial { return false }
    let size = texts.reduce(0) { $0 + $1.utf8.count + 3 }
    isPartial = size > room
    if !isPartial { room -= size }
    return !isPartial
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ entry: SearchIndex.Entry) {
    array { writer in
      writer.value(entry.kind.rawValue)
      writer.value(entry.title)
      writer.value(entry.target)
      if let context = entry.context { writer.value(context) }
    }
  }

  fileprivate mutating func value(_ series: SearchIndex.Series) {
    array { writer in
      writer.value(series.target)
      writer.value(series.context)
      writer.value(series.measures)
      writer.array { writer in
        for row in series.rows { writer.value([row.subject] + row.values) }
      }
    }
  }
}
