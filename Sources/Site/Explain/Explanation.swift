package import Diagnostics
import Queries
import Tables

/// Where something comes from, down to the rows and the publisher, and what may change with it.
package struct Explanation: Sendable {
  /// A query on the way.
  package struct QueryStep: Sendable {
    /// Its name, and where it stands.
    package var name: String
    package var location: SourceLocation
    /// The queries and tables it uses directly or not, sorted.
    package var uses: [String]
  }

  /// A table that is read.
  package struct TableStep: Sendable {
    /// Its name, its file, and SHA-256 of the file.
    package var name: String
    package var path: String
    package var hash: String
    /// The columns read, sorted.
    package var columns: [String]
  }

  /// Rows of a table.
  package struct Rows: Sendable {
    /// The table, and its file.
    package var table: String
    package var path: String
    /// Whether these are the very rows behind it; else it was computed among them.
    package var isExact: Bool
    /// The line of each row, and its cells in words.
    package var rows: [(line: Int, cells: String)]
  }

  /// How the subject is asked for.
  package var name: String
  /// What it is: `value`, `figure`, `table`.
  package var kind: String
  /// Where it stands.
  package var location: SourceLocation?
  /// What is to be said of it, in order.
  package var facts: [(name: String, value: String)] = []
  /// The queries it comes from.
  package var queries: [QueryStep] = []
  /// The tables it comes from.
  package var tables: [TableStep] = []
  /// The rows it comes from.
  package var rows: [Rows] = []
  /// The sources it rests on.
  package var sources: [SourceRegister.Entry] = []
  /// What may change with it.
  package var prediction = Prediction()
}
