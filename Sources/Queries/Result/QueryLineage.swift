/// Where a query's columns come from and what it rests on, known without its rows.
package struct QueryLineage: Hashable, Sendable {
  /// The names of its columns.
  package let columns: [String]
  /// The column of a table that each column passes on unchanged; nil for computed ones.
  package let origins: [ColumnOrigin?]
  /// The base tables read, with the columns read of each as far as SQLite tells.
  package let reads: [String: Set<String>]
  /// The other queries used, directly or not.
  package let queries: Set<String>
}
