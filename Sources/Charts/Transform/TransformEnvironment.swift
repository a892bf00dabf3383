public import Diagnostics
public import Documents

/// What transforms read beside their table, and where they report to.
public struct TransformEnvironment: Sendable {
  /// The most rows or cells that a transform makes out of fewer.
  static let sizeLimit = 2_000_000
  /// The most values that a transform looks at, where it looks at each many times.
  static let workLimit = 50_000_000

  /// The parameters and functions of expressions.
  public var expressions: ExpressionEnvironment
  /// The rows of the data that a `lookup` names; nil where there are none.
  public var data: @Sendable (DocumentNode) -> ChartTable?
  /// Takes what is wrong with the size of a result; nil leaves it unsaid.
  public var diagnostics: DiagnosticCollector?
  /// The place of the transform in its specification.
  public var location: SourceLocation?

  /// An environment.
  public init(
    expressions: ExpressionEnvironment = .init(),
    data: @escaping @Sendable (DocumentNode) -> ChartTable? = { _ in nil },
    diagnostics: DiagnosticCollector? = nil, location: SourceLocation? = nil
  ) {
    self.expressions = expressions
    self.data = data
    self.diagnostics = diagnostics
    self.location = location
  }

  /// Reports that a transform would go beyond its limit.
  func reportSize(_ summary: String, remedy: String) {
    diagnostics?.add(
      Diagnostic(.error, "chart.transform-size", at: location, summary, remedy: remedy))
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
