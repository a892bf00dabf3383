import GRDB
import Tables

/// Counts texts, and makes one of those present.
final class TextState: AggregateState {
  private let parts: (DatabaseValue) throws(AggregateFault) -> [String]
  private let formula: ([String]) -> String?
  private var counts: [String: Int] = [:]

  /// `parts` are the texts in one value, `formula` makes the result of the distinct ones, unordered.
  init(
    parts: @escaping (DatabaseValue) throws(AggregateFault) -> [String],
    formula: @escaping ([String]) -> String?
  ) {
    self.parts = parts
    self.formula = formula
  }

  func add(_ row: [DatabaseValue]) throws(AggregateFault) {
    for part in try parts(row[0]) { counts[part, default: 0] += 1 }
  }

  func removeFirst(_ row: [DatabaseValue]) {
    guard let parts = try? parts(row[0]) else { return }
    for part in parts {
      guard let count = counts[part] else { continue }
      counts[part] = count > 1 ? count - 1 : nil
    }
  }

  func result() -> DatabaseValue {
    counts.isEmpty ? .null : formula(Array(counts.keys))?.databaseValue ?? .null
  }
}

/// Lists of source ids in one text, joined by `;`.
enum SourceList {
  /// The ids in a cell, in its order.
  static func ids(in cell: String) -> [String] { SourceIDs.split(cell) }

  /// Distinct ids, by their bytes, joined by `; `.
  static func text(_ ids: some Sequence<String>) -> String {
    Set(ids).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "; ")
  }
}
