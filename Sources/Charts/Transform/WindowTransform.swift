public import Diagnostics
public import Documents

/// `window`: values that look at the rows before and after each row (vega-transforms: `Window`).
public struct WindowTransform: TableTransform {
  /// One computation: a window operation or an aggregate over the frame.
  public struct Field: Hashable, Sendable {
    /// What is computed.
    public var operation: WindowOperation
    /// The field; nil for ranks and counts.
    public var field: FieldPath?
    /// The number that `ntile`, `lag`, `lead` and `nth_value` take.
    public var parameter: Double?
    /// The name of the result.
    public var name: String

    /// A computation.
    public init(
      _ operation: WindowOperation, _ field: String? = nil, parameter: Double? = nil,
      as name: String
    ) {
      self.operation = operation
      self.field = field.map { FieldPath($0) }
      self.parameter = parameter
      self.name = name
    }
  }

  /// The computations.
  public var computations: [Field]
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath]
  /// The order within a group.
  public var sort: [SortField]
  /// How many rows before and after a row the frame has; nil is all of them.
  public var frame: (before: Int?, after: Int?)
  /// Whether a frame may end between rows of equal order.
  public var ignoresPeers: Bool

  /// A window.
  public init(
    _ computations: [Field], groupBy: [String] = [], sort: [SortField] = [],
    frame: (before: Int?, after: Int?) = (nil, 0), ignoresPeers: Bool = false
  ) {
    self.computations = computations
    self.groupBy = groupBy.map { FieldPath($0) }
    self.sort = sort
    self.frame = frame
    self.ignoresPeers = ignoresPeers
  }

  /// Reads `{window: [{op, field, param, as}], groupby, sort, frame, ignorePeers}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a window transform", into: diagnostics)
    else { return nil }
    let nodes = reader.list("window") ?? []
    let groupBy = reader.strings("groupby") ?? []
    let sort = SortField.list(reader.list("sort") ?? [], path: path, into: diagnostics)
    let ends = reader.list("frame")
    let ignoresPeers = reader.boolean("ignorePeers") ?? false
    reader.finish()
    self.init(
      nodes.compactMap { Field($0, path: path, into: diagnostics) }, groupBy: groupBy, sort: sort,
      ignoresPeers: ignoresPeers)
    if let ends, ends.count == 2 { frame = (Self.distance(ends[0]), Self.distance(ends[1])) }
  }

  private static func distance(_ node: DocumentNode) -> Int? {
    node.number.map { Int(max(-1e9, min(1e9, $0.rounded(.towardZero))).magnitude) }
  }

  /// The table with one more column for each computation; the rows keep their order.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let compare = table.comparison(sort)
    var result = table
    let columns = computations.map { result.makeColumn($0.name) }
    for group in Grouping(table, by: groupBy).groups {
      let places = sort.isEmpty ? group : group.stablySorted(by: compare)
      let window = WindowFrame(
        places: places, frame: frame, takesPeers: !ignoresPeers,
        isPeer: sort.isEmpty ? nil : { compare($0, $1) == 0 })
      for (computation, column) in zip(computations, columns) {
        guard let values = computation.values(window, table) else {
          environment.reportSize(
            "a window over so many rows takes too long", remedy: "give it a smaller `frame`")
          continue
        }
        for (place, value) in zip(places, values) {
          result.set(value, row: place, column: column)
        }
      }
    }
    return result
  }
}

extension WindowTransform.Field {
  fileprivate init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "a window field", into: diagnostics)
    else { return nil }
    let word = reader.requiredString("op")
    let field = reader.string("field")
    let parameter = reader.number("param")
    let name = reader.string("as")
    reader.finish()
    guard let word else { return nil }
    guard let operation = WindowOperation(word) else {
      let near = NearMiss.suggestion(for: word, among: WindowOperation.names)
      diagnostics.add(
        Diagnostic(
          .error, "document.choice", at: reader.location("op"),
          "no window operation has the name `\(word)`", found: word,
          remedy: near.map { "did you mean `\($0)`?" }))
      return nil
    }
    self.init(
      operation, field, parameter: parameter,
      as: name ?? [word, field].compactMap(\.self).joined(separator: "_"))
  }
}
