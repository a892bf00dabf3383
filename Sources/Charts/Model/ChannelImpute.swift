import Documents

/// The `impute` of a channel.
enum ChannelImpute {
  static func apply(
    _ impute: ImputeSpec, field: String, key: String, groupBy: [String], to table: ChartTable,
    _ context: SpecContext
  ) -> ChartTable {
    var entries = impute.properties.values.map {
      DocumentMapping.Entry(key: $0.key, value: $0.value)
    }
    func add(_ name: String, _ node: DocumentNode) { entries.append(.init(key: name, value: node)) }
    add("impute", DocumentNode(.string(field), impute.range))
    add("key", DocumentNode(.string(key), impute.range))
    add("groupby", DocumentNode(.list(groupBy.map { DocumentNode(.string($0)) }), impute.range))
    entries.sort { $0.key < $1.key }
    let node = DocumentNode(.mapping(DocumentMapping(entries)), impute.range)
    guard
      let transform = ImputeTransform(node, path: context.path, into: context.collector)
    else { return table }
    return transform.apply(to: table)
  }
}
