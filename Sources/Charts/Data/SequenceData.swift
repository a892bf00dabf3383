public import Diagnostics
public import Documents

extension ChartTable {
  /// The most rows that a generator makes: few bytes ask for them, and every layer draws each.
  static let generatorLimit = 100_000

  /// The numbers of `{start, stop, step, as}` (Vega-Lite's `sequence`), up to and without `stop`.
  public init?(sequence node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "`sequence`", into: diagnostics) else {
      return nil
    }
    let start = reader.number("start") ?? 0
    let stop = reader.number("stop")
    let step = reader.number("step") ?? 1
    let name = reader.string("as") ?? "data"
    reader.finish()
    guard let stop else {
      diagnostics.add(
        Diagnostic(
          .error, "chart.sequence", at: SourceLocation(path, node.range), "a sequence needs `stop`")
      )
      return nil
    }
    let count = max(0, ((stop - start) / step).rounded(.up))
    guard count <= Double(Self.generatorLimit) else {
      diagnostics.add(
        Diagnostic(
          .error, "chart.sequence", at: SourceLocation(path, node.range),
          "a sequence has at most \(Self.generatorLimit) numbers", found: "\(count)"))
      return nil
    }
    self.init(
      fields: [name],
      columns: [count.isNaN ? [] : (0..<Int(count)).map { .number(start + Double($0) * step) }],
      count: count.isNaN ? 0 : Int(count))
  }
}
