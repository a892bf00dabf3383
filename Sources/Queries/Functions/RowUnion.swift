import GRDB

/// Unites texts of rows, as `RowRewriter` writes them: the numbers of rows with those of their tables.
final class RowUnion: AggregateState {
  /// How many rows are followed for one value; beyond, nothing is said of them.
  static let limit = 2_000
  /// What stands for too many.
  static let tooMany = "?"

  private var rows: Set<Substring> = []
  private var isFull = false

  /// The aggregate.
  static var function: AggregateFunction {
    AggregateFunction(RowRewriter.column, 1) { RowUnion() }
  }

  func add(_ values: [DatabaseValue]) {
    guard !isFull, case .string(let text) = values[0].storage else { return }
    rows.formUnion(text.split(separator: " "))
    guard rows.count > Self.limit || rows.contains(Substring(Self.tooMany)) else { return }
    isFull = true
    rows = []
  }

  /// Windows of whole partitions do not slide.
  func removeFirst(_ values: [DatabaseValue]) {}

  func result() -> DatabaseValue {
    (isFull ? Self.tooMany : rows.sorted().joined(separator: " ")).databaseValue
  }
}
