import Documents

/// The columns of handed-in tables that a chart draws: what its folded table shows.
enum UsedColumns {
  /// For each table its columns that some channel shows, in the table's order.
  static func of(_ root: ViewNode, _ sources: DataSources) -> [RenderedChart.UsedData] {
    let fields = fields(root)
    return sources.usedNames.map { name in
      RenderedChart.UsedData(
        name: name, columns: sources.columns(of: name).filter { fields.contains($0) })
    }
  }

  /// The fields of all channels.
  private static func fields(_ root: ViewNode) -> Set<String> {
    var fields = Set<String>()
    func add(_ spec: ChannelSpec?) {
      if let field = spec?.field { fields.insert(field) }
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
