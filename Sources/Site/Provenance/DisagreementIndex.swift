package import Tables

/// Where the sources of a site disagree: every entry with the anchor that links name.
package struct DisagreementIndex: Sendable {
  /// One quantity.
  package struct Entry: Sendable, Hashable {
    /// The anchor of the entry on the page of disagreements: table and key, `output-peru-2024`.
    package var id: String
    /// What the sources say.
    package var disagreement: Disagreement
  }

  /// The output that lists them.
  package static let output = "disagreements.html"

  /// The entries, by table in the order of the package.
  package private(set) var entries: [Entry] = []
  private var places: [String: Range<Int>] = [:]
  private var byID: [String: Int] = [:]
  private var byQuantity: [Quantity: [Int]] = [:]
  /// The entries of rows of tables.
  private var byRow: [String: [Int: [Int]]] = [:]

  /// What tells one quantity of a site from another.
  private struct Quantity: Hashable {
    var table: String
    var column: String
    var key: [DataValue]
  }

  /// An index without entries.
  package init() {}

  /// The disagreements of a site, those of one table side by side.
  package init(_ disagreements: [Disagreement]) {
    var taken: [String: Int] = [:]
    for disagreement in disagreements {
      let start = places[disagreement.table]?.lowerBound ?? entries.count
      places[disagreement.table] = start..<entries.count + 1
      let id = Self.id(of: disagreement)
      let times = taken[id, default: 0] + 1
      taken[id] = times
      // Keys that differ only in marks and signs have one slug.
      let entry = Entry(id: times == 1 ? id : "\(id)--\(times)", disagreement: disagreement)
      byID[entry.id] = entries.count
      let quantity = Quantity(
        table: disagreement.table, column: disagreement.column,
        key: disagreement.key.map(\.value.comparable))
      byQuantity[quantity, default: []].append(entries.count)
      for value in disagreement.allValues {
        byRow[disagreement.table, default: [:]][value.row, default: []].append(entries.count)
      }
      entries.append(entry)
    }
  }

  /// How many quantities sources give different values for; those that cannot be compared are none.
  package var count: Int { entries.count { $0.disagreement.isCompared } }

  /// The entry with an id.
  package subscript(id: String) -> Entry? { byID[id].map { entries[$0] } }

  /// The entries of one quantity: one, or several where its values have several units.
  ///
  /// - Parameter key: the values of the columns that tell quantities apart, made `comparable`.
  func entries(of table: String, column: String, key: [DataValue]) -> [Entry] {
    byQuantity[Quantity(table: table, column: column, key: key), default: []].map { entries[$0] }
  }

  /// The entries that rows of a table belong to.
  func entries(of table: String, rows: [Int]) -> [Entry] {
    let places = byRow[table] ?? [:]
    return Set(rows.flatMap { places[$0] ?? [] }).sorted().map { entries[$0] }
  }

  /// Ids in the order of the index.
  func sorted(_ ids: Set<String>) -> [String] {
    ids.sorted { byID[$0] ?? 0 < byID[$1] ?? 0 }
  }

  /// The entries of a table.
  package func entries(of table: String) -> ArraySlice<Entry> {
    places[table].map { entries[$0] } ?? []
  }

  /// The tables with entries, in the order of the package.
  package var tables: [String] {
    places.sorted { $0.value.lowerBound < $1.value.lowerBound }.map(\.key)
  }

  private static func id(of disagreement: Disagreement) -> String {
    let parts = disagreement.key.map { Slug.of(CSVWriter.cell($0.value)) }
    return ([disagreement.table] + parts).filter { !$0.isEmpty }.joined(separator: "-")
  }
}

extension DataValue {
  /// The value such that the same numbers of different types are equal.
  var comparable: DataValue {
    if case .number(let number) = self, let whole = Int(exactly: number) { return .integer(whole) }
    return self
  }
}

extension Disagreement {
  /// The key in words: `Australia, 2024`.
  package var subject: String {
    key.map { CSVWriter.cell($0.value) }.joined(separator: ", ")
  }
}
