public import Diagnostics
public import Documents

/// `sample`: some of the rows, always the same (reservoir sampling with a fixed seed).
public struct SampleTransform: TableTransform {
  /// The most rows.
  public var size: Int

  /// A sample.
  public init(_ size: Int) { self.size = max(0, size) }

  /// Reads `{sample}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a sample transform", into: diagnostics)
    else { return nil }
    let size = reader.integer("sample")
    reader.finish()
    self.init(size ?? 1000)
  }

  /// The rows drawn, in their order.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    guard table.count > size else { return table }
    var generator = SeededGenerator(seed: 1)
    var places = Array(0..<size)
    for index in size..<table.count {
      let slot = generator.index(below: index + 1)
      if slot < size { places[slot] = index }
    }
    return table.rows(at: places.sorted())
  }
}
