/// What a window computes for a row.
public enum WindowOperation: Hashable, Sendable {
  /// A value by the row's place in its group.
  case ranking(Ranking)
  /// A summary of the rows of the frame.
  case aggregate(AggregateOperation)

  /// The computations that only windows have.
  public enum Ranking: String, Hashable, Sendable, CaseIterable {
    /// The row's number, from 1.
    case rowNumber = "row_number"
    /// The row's number, where peers share the first of theirs.
    case rank
    /// The rank without gaps.
    case denseRank = "dense_rank"
    /// The rank from 0 to 1.
    case percentRank = "percent_rank"
    /// The share of rows up to and with the row's peers.
    case cumeDist = "cume_dist"
    /// The number of one of `param` groups of equal size.
    case ntile
    /// The value `param` rows before.
    case lag
    /// The value `param` rows after.
    case lead
    /// The first value of the frame.
    case firstValue = "first_value"
    /// The last value of the frame.
    case lastValue = "last_value"
    /// The value number `param` of the frame.
    case nthValue = "nth_value"
    /// The last value that was not missing, up to the row.
    case prevValue = "prev_value"
    /// The next value that is not missing, from the row on.
    case nextValue = "next_value"
  }

  /// The operation of a name, or nil.
  public init?(_ name: String) {
    if let ranking = Ranking(rawValue: name) {
      self = .ranking(ranking)
    } else if let aggregate = AggregateOperation(rawValue: name) {
      self = .aggregate(aggregate)
    } else {
      return nil
    }
  }

  /// All names, for suggestions.
  public static var names: [String] {
    Ranking.allCases.map(\.rawValue) + AggregateOperation.allCases.map(\.rawValue)
  }
}

extension WindowTransform.Field {
  /// The value for each row of a group in its order; nil where that would take too long.
  func values(_ window: WindowFrame, _ table: ChartTable) -> [ChartValue]? {
    let accessor = field.map(table.accessor)
    let column = window.places.map { accessor?.value(in: $0) ?? .undefined }
    switch operation {
    case .ranking(let ranking):
      return RankingColumn(ranking, parameter: parameter, column, window).values
    case .aggregate(let aggregate):
      return window.summaries(aggregate, column) { table.record(window.places[$0]) }
    }
  }
}
