/// What a data test of `checks/` found.
package struct DataTestOutcome: Sendable {
  /// Its name: the file's.
  package var name: String
  /// What it means, from its leading comments; else the name.
  package var title: String
  /// Its file, as diagnostics print it.
  package var path: String
  /// How many rows it returned; each is a failure.
  package var failures: Int
  /// Base tables with the columns read.
  package var reads: [String: Set<String>]
}
