/// A quantity for which the sources of a table give different values.
package struct Disagreement: Sendable, Hashable {
  /// What one source says.
  package struct Value: Sendable, Hashable {
    /// The number as it stands in the table.
    package var number: Double
    /// What tells the sources apart: the cell of the column `by` of the vintages.
    package var vintage: String
    /// The ids of the row's sources.
    package var sources: [String]
    /// The unit; nil where none is declared.
    package var unit: DataUnit?
    /// How far the value is known.
    package var status: DataStatus
    /// The row of the table, from 0.
    package var row: Int
    /// The line of the file, from 1.
    package var line: Int
    /// Whether it agrees with the preferred value: it is the same but for rounding.
    package var agrees: Bool
  }

  /// How far a value is from the preferred one.
  package struct Difference: Sendable, Hashable {
    /// The value less the preferred one, in their unit.
    package var absolute: Double
    /// The same as a fraction of the preferred one; nil where that is zero.
    package var relative: Double?
  }

  /// One part of what is the same.
  package struct KeyPart: Sendable, Hashable {
    /// The column.
    package var column: String
    /// Its value.
    package var value: DataValue
  }

  /// The table.
  package var table: String
  /// What is the same: the columns with their values.
  package var key: [KeyPart]
  /// The column of the values.
  package var column: String
  /// The values that can be compared, the preferred one first; empty where none can.
  package var values: [Value]
  /// Values of another unit, and bounds, which are not compared.
  package var apart: [Value]

  /// Whether values were compared and differ; else there are only values that cannot be compared.
  package var isCompared: Bool { values.count > 1 }

  /// The value to be used.
  package var preferred: Value? { values.first }

  /// How far a value is from the preferred one; nil where nothing was compared.
  package func difference(of value: Value) -> Difference? {
    guard isCompared, let preferred else { return nil }
    let absolute = value.number - preferred.number
    return Difference(
      absolute: absolute,
      relative: preferred.number == 0 ? nil : absolute / preferred.number.magnitude)
  }

  /// All values, the compared ones first.
  package var allValues: [Value] { values + apart }
}
