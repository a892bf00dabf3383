package import Tables

/// What an SQL condition gives, and what its subqueries rest on.
package struct ConditionResult: Hashable, Sendable {
  /// The value.
  package let value: DataValue
  /// The base tables read, with the columns read of each as far as SQLite tells.
  package let reads: [String: Set<String>]
  /// The queries used, directly or not.
  package let queries: Set<String>
}
