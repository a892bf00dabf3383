public import Diagnostics
public import Documents

extension Predicate {
  /// How deep `and`, `or` and `not` may nest.
  private static let depthLimit = 100

  /// Reads a predicate: a text is an expression; `parameters` are the names that it may use.
  public init?(
    _ node: DocumentNode, path: String, parameters: Set<String>?,
    into diagnostics: DiagnosticCollector
  ) {
    let reader = PredicateReader(path: path, parameters: parameters, diagnostics: diagnostics)
    guard let predicate = reader.read(node, depth: Self.depthLimit) else { return nil }
    self = predicate
  }
}

private struct PredicateReader {
  let path: String
  let parameters: Set<String>?
  let diagnostics: DiagnosticCollector

  private static let joiners = ["and", "or", "not"]

  func read(_ node: DocumentNode, depth: Int) -> Predicate? {
    guard depth > 0 else {
      report("chart.depth", node, "conditions nest too deep")
      return nil
    }
    if let text = node.string {
      return Expression(text, node: node, path: path, parameters: parameters, into: diagnostics)
        .map { .expression($0) }
    }
    guard var reader = MappingReader(node, path: path, what: "a condition", into: diagnostics)
    else { return nil }
    for joiner in Self.joiners where node[joiner] != nil {
      return joined(joiner, &reader, depth: depth)
    }
    if node["param"] != nil { return parameter(&reader) }
    return field(&reader)
  }

  private func joined(_ joiner: String, _ reader: inout MappingReader, depth: Int) -> Predicate? {
    guard let node = reader.node(joiner) else { return nil }
    reader.finish()
    if joiner == "not" { return read(node, depth: depth - 1).map { .not($0) } }
    guard let nodes = node.list else {
      report("chart.condition", node, "`\(joiner)` joins a list of conditions", found: node.shown)
      return nil
    }
    let parts = nodes.compactMap { read($0, depth: depth - 1) }
    guard parts.count == nodes.count else { return nil }
    return joiner == "and" ? .all(parts) : .any(parts)
  }

  private func parameter(_ reader: inout MappingReader) -> Predicate? {
    let name = reader.requiredString("param")
    let isEmptyTrue = reader.boolean("empty") ?? true
    reader.finish()
    guard let name else { return nil }
    if let parameters, !parameters.contains(name) {
      let near = NearMiss.suggestion(for: name, among: parameters)
      diagnostics.add(
        Diagnostic(
          .error, "expression.unknown-name", at: reader.location("param"),
          "no parameter has the name `\(name)`", found: name,
          remedy: near.map { "did you mean `\($0)`?" }))
      return nil
    }
    return .parameter(name, isEmptyTrue: isEmptyTrue)
  }

  private func field(_ reader: inout MappingReader) -> Predicate? {
    let field = reader.requiredString("field")
    let unit = reader.node("timeUnit").flatMap {
      TimeUnit.Parameters($0, path: path, into: diagnostics)?.unit
    }
    let test = test(&reader, unit)
    reader.finish()
    guard let field else { return nil }
    guard let test else {
      diagnostics.add(
        Diagnostic(
          .error, "chart.condition", at: reader.location("field"), "a condition needs a test",
          expected: "one of equal, lt, lte, gt, gte, range, oneOf, valid"))
      return nil
    }
    return .field(FieldPath(field), timeUnit: unit, test)
  }

  private func test(_ reader: inout MappingReader, _ unit: TimeUnit?) -> Predicate.FieldTest? {
    let makers: [(String, (ChartValue) -> Predicate.FieldTest)] = [
      ("equal", { .equal($0) }), ("lt", { .less($0) }), ("lte", { .lessOrEqual($0) }),
      ("gt", { .greater($0) }), ("gte", { .greaterOrEqual($0) }),
    ]
    var found: Predicate.FieldTest?
    for (key, make) in makers {
      if let node = reader.node(key) { found = found ?? make(value(node, unit)) }
    }
    if let nodes = reader.list("oneOf") { found = found ?? .oneOf(nodes.map { value($0, unit) }) }
    if let ends = reader.list("range"), ends.count == 2 {
      func end(_ node: DocumentNode) -> ChartValue? { node.isNull ? nil : value(node, unit) }
      found = found ?? .range(end(ends[0]), end(ends[1]))
    }
    if let flag = reader.boolean("valid") { found = found ?? .valid(flag) }
    return found
  }

  /// A value to compare with: date mappings are moments, and beside a time unit numbers and texts too
  /// (Vega-Lite: `valueExpr`).
  private func value(_ node: DocumentNode, _ unit: TimeUnit?) -> ChartValue {
    if let date = DateTimeObject(node) { return .time(date.milliseconds) }
    let plain = ChartValue(node)
    guard let unit else { return plain }
    let isPart =
      plain.double.map { $0 < 10_000 } ?? plain.text.map { DateText.parse($0) == nil } ?? false
    if isPart, unit.parts.count == 1, !unit.isUTC, let date = DateTimeObject(unit.parts[0], node) {
      return .time(date.milliseconds)
    }
    return plain.isMissing ? plain : .time(plain.moment)
  }

  private func report(_ id: String, _ node: DocumentNode, _ summary: String, found: String? = nil) {
    diagnostics.add(
      Diagnostic(.error, id, at: SourceLocation(path, node.range), summary, found: found))
  }
}
