public import Diagnostics
public import Documents

/// `calculate`: a new field by an expression.
public struct CalculateTransform: TableTransform {
  /// The expression.
  public var expression: Expression
  /// The name of the result.
  public var name: String

  /// A calculation.
  public init(_ expression: Expression, as name: String) {
    self.expression = expression
    self.name = name
  }

  /// Reads `{calculate, as}`; `parameters` are the names that the expression may use.
  public init?(
    _ node: DocumentNode, path: String, parameters: Set<String>?,
    into diagnostics: DiagnosticCollector
  ) {
    guard
      var reader = MappingReader(node, path: path, what: "a calculate transform", into: diagnostics)
    else { return nil }
    let text = reader.requiredString("calculate")
    let name = reader.requiredString("as")
    reader.finish()
    guard let text, let name,
      let expression = Expression(
        text, node: node["calculate"], path: path, parameters: parameters, into: diagnostics)
    else { return nil }
    self.init(expression, as: name)
  }

  /// The table with one more column.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    var result = table
    result.setColumn(name, expression.evaluate(table, environment: environment.expressions))
    return result
  }
}
