import GRDB

/// A query made ready on one connection, with what was learned on the way.
final class CompiledQuery {
  let statement: Statement
  let composed: ComposedSQL
  /// The names of its parameters, without colon, in the order of their places.
  let parameters: [String]
  let columns: [String]
  let origins: [ColumnOrigin?]
  /// Base tables with the columns read of each.
  let reads: [String: Set<String>]
  /// The other queries it uses, directly or not.
  let queries: Set<String>
  let order: ResultOrder

  init(
    statement: Statement, composed: ComposedSQL, parameters: [String], columns: [String],
    origins: [ColumnOrigin?], reads: [String: Set<String>], queries: Set<String>,
    order: ResultOrder
  ) {
    self.statement = statement
    self.composed = composed
    self.parameters = parameters
    self.columns = columns
    self.origins = origins
    self.reads = reads
    self.queries = queries
    self.order = order
  }
}

/// The table and column that a result column passes on unchanged.
package struct ColumnOrigin: Hashable, Sendable {
  /// The table.
  package var table: String
  /// The column.
  package var column: String

  /// An origin.
  package init(table: String, column: String) {
    self.table = table
    self.column = column
  }
}

/// What the outer ORDER BY says of a result.
struct ResultOrder: Sendable, Hashable {
  /// Whether there is one.
  var isOrdered = false
  /// The result columns it names.
  var keys: [Int] = []
  /// Whether it also has terms that are no result columns.
  var hasOtherKeys = false

  init(_ terms: [SQLOutline.OrderTerm]?, columns: [String], origins: [ColumnOrigin?]) {
    guard let terms else { return }
    isOrdered = true
    for term in terms {
      if let key = Self.column(term, columns, origins) {
        keys.append(key)
      } else {
        hasOtherKeys = true
      }
    }
  }

  /// The result column of a term: by place, by name, else by the name of the column passed on.
  private static func column(
    _ term: SQLOutline.OrderTerm, _ columns: [String], _ origins: [ColumnOrigin?]
  ) -> Int? {
    switch term {
    case .position(let place): return columns.indices.contains(place) ? place : nil
    case .expression: return nil
    case .name(let name):
      let wanted = name.lowercased()
      if let key = columns.firstIndex(where: { $0.lowercased() == wanted }) { return key }
      let passed = origins.indices.filter { origins[$0]?.column.lowercased() == wanted }
      return passed.count == 1 ? passed[0] : nil
    }
  }
}
