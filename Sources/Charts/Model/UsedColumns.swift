import Documents

/// The columns of handed-in tables that a chart draws: what its folded table shows.
enum UsedColumns {
  static func of(_ root: ViewNode, _ names: [String]) -> [RenderedChart.UsedData] {
    let fields = fields(root)
    return names.map { RenderedChart.UsedData(name: $0, columns: fields) }
  }

  /// The fields of all channels, in the order in which they are first met.
  private static func fields(_ root: ViewNode) -> [String] {
    var fields: [String] = []
    func add(_ name: String?) {
      guard let name, !fields.contains(name) else { return }
      fields.append(name)
    }
    func visit(_ node: ViewNode) {
      if case .facet(let facet) = node.kind {
        [facet.spec.row, facet.spec.column, facet.spec.wrapped].forEach { add($0?.field) }
      }
      if case .unit(let unit) = node.kind {
        for spec in unit.encoding.channels {
          add(spec.field)
          spec.conditions.forEach { add($0.definition.field) }
        }
      }
      node.children.forEach(visit)
    }
    visit(root)
    return fields
  }
}
