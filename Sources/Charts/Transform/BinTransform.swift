public import Diagnostics
public import Documents

/// `bin`: the beginning and the end of each value's bin.
public struct BinTransform: TableTransform {
  /// The bins' parameters.
  public var parameters: BinParameters
  /// The field.
  public var field: FieldPath
  /// The names of the beginnings and the ends.
  public var names: (start: String, end: String)

  /// A binning.
  public init(_ parameters: BinParameters, field: String, as names: (start: String, end: String)) {
    self.parameters = parameters
    self.field = FieldPath(field)
    self.names = names
  }

  /// Reads `{bin, field, as}`; one name in `as` gets `_end` for the other.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "a bin transform", into: diagnostics)
    else { return nil }
    let parameters = reader.requiredNode("bin").flatMap {
      BinParameters($0, path: path, into: diagnostics)
    }
    let field = reader.requiredString("field")
    let names = reader.strings("as") ?? ["bin_\(field ?? "")"]
    reader.finish()
    guard let parameters, let field, let start = names.first else { return nil }
    self.init(parameters, field: field, as: (start, names.count > 1 ? names[1] : start + "_end"))
  }

  /// The table with two more columns.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let bins = Bins(parameters, extent: table.extent(field) ?? (0, 0))
    let accessor = table.accessor(field)
    let floors = table.indices.map { bins.floor(accessor.value(in: $0)) }
    var result = table
    result.setColumn(names.start, floors.map { $0.map { .number($0) } ?? .null })
    result.setColumn(names.end, floors.map { $0.map { .number(Self.end($0, bins)) } ?? .null })
    return result
  }

  /// The end of a bin, computed from the number of bins before it as Vega does.
  private static func end(_ floor: Double, _ bins: Bins) -> Double {
    bins.start + bins.step * (1 + (floor - bins.start) / bins.step)
  }
}
