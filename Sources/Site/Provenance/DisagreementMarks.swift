import Queries
import Tables

/// The disagreements behind rows of a result: one by one where the query passes on the columns that tell
/// quantities apart, else the tables that hold them.
package struct Disputes: Sendable, Hashable {
  /// The ids of the entries of the rows shown, in the order of the index.
  package var entries: [String] = []
  /// Tables of which some values that were read are disputed, in the order of the package.
  package var tables: [String] = []

  /// None.
  package init() {}

  /// Whether there is nothing to say.
  package var isEmpty: Bool { entries.isEmpty && tables.isEmpty }
}

/// Rows of a result that are shown, whole or one column of them.
struct ShownRows {
  var result: QueryResult
  var rows: Range<Int>
  /// The one column shown; nil where it is the whole row.
  var column: Int?

  /// Whether values of a table's column may be behind what is shown: a cell that passes on another
  /// column is none of them.
  func mayRest(on table: String, _ name: String) -> Bool {
    guard result.reads[table]?.contains(where: { $0.lowercased() == name.lowercased() }) == true
    else { return false }
    guard let column, let origin = result.origins[column] else { return true }
    return origin.table.lowercased() == table && origin.column.lowercased() == name.lowercased()
  }
}

extension DisagreementIndex {
  /// The disagreements behind what is shown: of the rows behind it, where these are known; else by the columns
  /// that the result passes on.
  func disputes(behind views: [(shown: ShownRows, rows: [RowTrace])]) -> Disputes {
    var found: Set<String> = []
    var computed: Set<String> = []
    for (view, rows) in views {
      let areKnown = !rows.isEmpty && rows.allSatisfy { $0.tie < .among }
      for table in tables {
        let columns = Set(entries(of: table).map(\.disagreement.column))
          .filter { view.mayRest(on: table, $0) }
        if columns.isEmpty { continue }
        if areKnown {
          let behind = rows.filter { $0.table == table }.flatMap(\.rows)
          let entries = entries(of: table, rows: behind).filter { entry in
            entry.disagreement.isCompared && columns.contains(entry.disagreement.column)
          }
          found.formUnion(entries.map(\.id))
          continue
        }
        for column in columns {
          if let place = KeyPlaces(view.result, table: table, column: column, in: self) {
            found.formUnion(place.ids(of: view.rows, of: view.result, in: self))
          } else if entries(of: table).contains(where: \.disagreement.isCompared) {
            computed.insert(table)
          }
        }
      }
    }
    var disputes = Disputes()
    disputes.entries = sorted(found)
    disputes.tables = tables.filter(computed.contains)
    return disputes
  }
}

/// Where the columns that tell the quantities of a table apart stand in a result.
private struct KeyPlaces {
  private let table: String
  private let column: String
  /// The places in the result, for each part of the key; nil for parts that are not passed on.
  private let keys: [Int?]
  /// The place of the values.
  private let value: Int?

  /// Nil where the rows of the result do not tell which quantities they are.
  init?(_ result: QueryResult, table: String, column: String, in index: DisagreementIndex) {
    func place(_ name: String) -> Int? {
      result.origins.firstIndex {
        $0?.table.lowercased() == table && $0?.column.lowercased() == name.lowercased()
      }
    }
    self.table = table
    self.column = column
    keys = index.entries(of: table).first?.disagreement.key.map { place($0.column) } ?? []
    value = place(column)
    let isWhole = !keys.contains(nil)
    guard isWhole || (value != nil && keys.contains { $0 != nil }) else { return nil }
  }

  /// The entries that rows belong to.
  func ids(of rows: Range<Int>, of result: QueryResult, in index: DisagreementIndex) -> [String] {
    let whole = keys.compactMap(\.self)
    if whole.count == keys.count {
      return result.table.rows[rows].flatMap { row in
        index.entries(of: table, column: column, key: whole.map { row[$0].comparable })
          .filter(\.disagreement.isCompared).map(\.id)
      }
    }
    // A row that lacks a part of the key is told by its value.
    let groups = Dictionary(grouping: index.entries(of: table)) { entry in
      keys.indices.map { keys[$0] == nil ? nil : entry.disagreement.key[$0].value.comparable }
    }
    return result.table.rows[rows].flatMap { row -> [String] in
      let entries = groups[keys.map { $0.map { row[$0].comparable } }] ?? []
      let number = value.flatMap { row[$0].double }
      return entries.filter { entry in
        entry.disagreement.column == column
          && entry.disagreement.values.contains { $0.number == number }
      }.map(\.id)
    }
  }
}

extension PageData {
  /// Where sources disagree on what cells rest on.
  func disputes(behind cells: [FoundCell]) -> Disputes {
    disagreements.disputes(
      behind: cells.map { cell in
        let row = cell.view.rows.lowerBound + cell.row
        return (
          ShownRows(result: cell.view.result, rows: row..<row + 1, column: cell.column),
          traces(behind: cell)
        )
      })
  }

  /// Where sources disagree on what the rows of views rest on.
  func disputes(behind views: [ResultView]) -> Disputes {
    disagreements.disputes(
      behind: views.map { (ShownRows(result: $0.result, rows: $0.rows), traces(behind: $0)) })
  }
}
