import Documents

/// The columns of handed-in tables that a chart draws: what its folded table shows.
enum UsedColumns {
  /// For each table its columns that some channel shows, in the table's order.
  static func of(_ root: ViewNode, _ sources: DataSources) -> [RenderedChart.UsedData] {
    let fields = fields(root)
    return sources.usedNames.map { name in
      let columns = sources.columns(of: name).filter { fields.all.contains($0) }
      return RenderedChart.UsedData(
        name: name, columns: columns,
        discreteColumns: Set(columns).subtracting(fields.continuous))
    }
  }

  /// The fields of all channels, and those of them that some channel takes as amounts or times.
  private static func fields(_ root: ViewNode) -> (all: Set<String>, continuous: Set<String>) {
    var fields: (all: Set<String>, continuous: Set<String>) = ([], [])
    func add(_ spec: ChannelSpec?) {
      guard let spec, let field = spec.field else { return }
      fields.all.insert(field)
      if spec.type?.isDiscrete != true { fields.continuous.insert(field) }
    }
    func visit(_ node: ViewNode) {
      if case .facet(let facet) = node.kind {
        [facet.spec.row, facet.spec.column, facet.spec.wrapped].forEach(add)
      }
      if case .unit(let unit) = node.kind {
        for spec in unit.encoding.channels {
          add(spec)
          spec.conditions.forEach { add($0.definition) }
        }
      }
      node.children.forEach(visit)
    }
    visit(root)
    return fields
  }
}
