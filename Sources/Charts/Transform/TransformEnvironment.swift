public import Documents

/// What transforms read beside their table.
public struct TransformEnvironment: Sendable {
  /// The parameters and functions of expressions.
  public var expressions: ExpressionEnvironment
  /// The rows of the data that a `lookup` names; nil where there are none.
  public var data: @Sendable (DocumentNode) -> ChartTable?

  /// An environment.
  public init(
    expressions: ExpressionEnvironment = .init(),
    data: @escaping @Sendable (DocumentNode) -> ChartTable? = { _ in nil }
  ) {
    self.expressions = expressions
    self.data = data
  }
}

/// A step from a table to a table.
public protocol TableTransform: Sendable {
  /// The table after the step.
  func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable
}

extension TableTransform {
  /// The table after the step, for transforms that read nothing beside it.
  public func apply(to table: ChartTable) -> ChartTable { apply(to: table, .init()) }
}
