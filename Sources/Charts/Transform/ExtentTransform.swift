public import Diagnostics
public import Documents

/// `extent`: the smallest and largest number of a field, as a parameter's value.
public struct ExtentTransform: TableTransform {
  /// The field.
  public var field: FieldPath
  /// The name of the parameter.
  public var parameter: String

  /// Reads `{extent, param}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "an extent transform", into: diagnostics)
    else { return nil }
    let field = reader.requiredString("extent")
    let parameter = reader.requiredString("param")
    reader.finish()
    guard let field, let parameter else { return nil }
    self.field = FieldPath(field)
    self.parameter = parameter
  }

  /// The value of the parameter: a list of two numbers.
  public func value(_ table: ChartTable) -> ChartValue {
    table.extent(field).map { [.number($0.0), .number($0.1)] } ?? [.undefined, .undefined]
  }

  /// The table as it is.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    table
  }
}
