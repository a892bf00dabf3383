public import Documents

extension ChartValue {
  /// The value that a node of a specification or of JSON data holds.
  public init(_ node: DocumentNode) {
    switch node.value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .number(let value, _): self = .number(value)
    case .string(let text): self = .text(text)
    case .list(let nodes): self = .list(nodes.map(ChartValue.init))
    case .mapping(let mapping):
      self = .record(
        Dictionary(mapping.entries.map { ($0.key, ChartValue($0.value)) }) { first, _ in first })
    }
  }
}
