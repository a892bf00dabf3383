public import Diagnostics
public import Documents

/// `timeUnit`: the beginning and the end of each moment's interval.
public struct TimeUnitTransform: TableTransform {
  /// The time unit.
  public var unit: TimeUnit.Parameters
  /// The field.
  public var field: FieldPath
  /// The name of the beginnings; the ends' is this with `_end`.
  public var name: String

  /// A cutting of time.
  public init(_ unit: TimeUnit.Parameters, field: String, as name: String) {
    self.unit = unit
    self.field = FieldPath(field)
    self.name = name
  }

  /// Reads `{timeUnit, field, as}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a timeUnit transform", into: diagnostics)
    else { return nil }
    let unit = reader.requiredNode("timeUnit").flatMap {
      TimeUnit.Parameters($0, path: path, into: diagnostics)
    }
    let field = reader.requiredString("field")
    let name = reader.requiredString("as")
    reader.finish()
    guard let unit, let field, let name else { return nil }
    self.init(unit, field: field, as: name)
  }

  /// The table with two more columns of moments.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let accessor = table.accessor(field)
    let moments = table.indices.map { row -> Double? in
      let value = accessor.value(in: row)
      return value.isMissing ? nil : value.moment
    }
    let valid = moments.lazy.compactMap(\.self).filter { !$0.isNaN }
    let unit = unit.resolved(valid.min().flatMap { low in valid.max().map { (low, $0) } })
    let floors = unit.isBinned ? moments : moments.map { $0.map(unit.floor) }
    var result = table
    result.setColumn(name, floors.map { $0.map { .time($0) } ?? .null })
    result.setColumn(name + "_end", floors.map { $0.map { .time(unit.end(of: $0)) } ?? .null })
    return result
  }
}
