import Diagnostics
import Documents
import Queries
import Tables

/// Finds axes of a chart that show values of different units.
///
/// Units are those of columns that the chart takes from its data as they are, or folds into one; what its
/// other transforms compute has none.
struct ChartUnits {
  /// An axis with fields of different units.
  struct Fault {
    /// The channel that brings the second unit.
    var node: DocumentNode
    /// `x` or `y`.
    var axis: String
    /// The fields with their units: `tonnes` in t, `share` in %.
    var found: String
    /// Whether each unit has an axis of its own, which is only hard to read.
    var hasOwnAxes: Bool
  }

  /// A field on an axis.
  private struct Use {
    var field: String
    var unit: String
    var node: DocumentNode
  }

  /// What a view takes from the views around it.
  private struct Scope {
    var data: String?
    var folded: [String: [String]] = [:]
    var encoding: [DocumentNode] = []
    /// Whether rows may be told apart by unit before they are drawn.
    var mayDivideRows = false
  }

  /// The views that the chart's data are, by name.
  let views: [String: ResultView]

  /// The faults of a specification.
  func faults(of spec: DocumentNode) -> [Fault] { faults(of: spec, Scope()) }

  private func faults(of view: DocumentNode, _ outer: Scope) -> [Fault] {
    let scope = scope(of: view, in: outer)
    if let layers = view["layer"]?.list { return faults(of: layers, of: view, scope) }
    let parts = ["hconcat", "vconcat", "concat"].flatMap { view[$0]?.list ?? [] }
    if !parts.isEmpty { return parts.flatMap { faults(of: $0, scope) } }
    if let part = view["spec"] {
      var scope = scope
      scope.mayDivideRows = true
      return faults(of: part, scope)
    }
    return Self.axes.compactMap { fault(uses(of: $0, scope), axis: $0, hasOwnAxes: false) }
  }

  private static let axes = ["x", "y"]

  /// Layers share their axes unless the view resolves their scales apart.
  private func faults(of layers: [DocumentNode], of view: DocumentNode, _ scope: Scope) -> [Fault] {
    let nested = layers.filter { $0["layer"] != nil }.flatMap { faults(of: $0, scope) }
    let plain = layers.filter { $0["layer"] == nil }.map { self.scope(of: $0, in: scope) }
    return nested
      + Self.axes.flatMap { axis -> [Fault] in
        let own = plain.map { uses(of: axis, $0) }
        let isApart = view["resolve"]?["scale"]?[axis]?.string == "independent"
        let inner =
          isApart ? own.compactMap { fault($0, axis: axis, hasOwnAxes: false) } : []
        if !inner.isEmpty { return inner }
        return [fault(own.flatMap(\.self), axis: axis, hasOwnAxes: isApart)].compactMap(\.self)
      }
  }

  private func fault(_ uses: [Use], axis: String, hasOwnAxes: Bool) -> Fault? {
    guard let first = uses.first, let other = uses.first(where: { $0.unit != first.unit }) else {
      return nil
    }
    return Fault(
      node: other.node, axis: axis,
      found: "`\(first.field)` in \(first.unit), `\(other.field)` in \(other.unit)",
      hasOwnAxes: hasOwnAxes)
  }

  private func scope(of view: DocumentNode, in outer: Scope) -> Scope {
    var scope = outer
    if let name = view["data"]?["name"]?.string { scope.data = name }
    if let encoding = view["encoding"] { scope.encoding.append(encoding) }
    let transforms = view["transform"]?.list ?? []
    let facets = ["row", "column", "facet"].contains { view["encoding"]?[$0] != nil }
    if facets || !transforms.isEmpty { scope.mayDivideRows = true }
    for transform in transforms {
      guard let fields = transform["fold"]?.list?.compactMap(\.string) else { continue }
      scope.folded[transform["as"]?.list?.last?.string ?? "value"] = fields
    }
    return scope
  }

  // MARK: Fields

  /// The fields on an axis with their units, as far as these are known.
  private func uses(of axis: String, _ scope: Scope) -> [Use] {
    [axis, axis + "2"].flatMap { channel -> [Use] in
      // The innermost definition of a channel holds.
      guard let node = scope.encoding.last(where: { $0[channel] != nil })?[channel],
        let field = node["field"]?.string, keepsUnit(node)
      else { return [] }
      return (scope.folded[field] ?? [field]).flatMap { name in
        units(of: name, scope).map { Use(field: name, unit: $0, node: node) }
      }
    }
  }

  /// Whether values are drawn in the unit of their field: counts and shares of a stack are not.
  private func keepsUnit(_ channel: DocumentNode) -> Bool {
    let counts = ["count", "distinct", "valid", "missing"]
    return channel["stack"]?.string != "normalize"
      && channel["aggregate"]?.string.map(counts.contains) != true
  }

  private func units(of field: String, _ scope: Scope) -> [String] {
    let name = scope.data ?? (views.count == 1 ? views.keys.first : nil)
    guard let view = name.flatMap({ views[$0] }), let column = view.index(of: field) else {
      return []
    }
    if view.result.unitColumn(of: column) != nil {
      if scope.mayDivideRows { return [] }
      return Set((0..<view.count).compactMap { view.unit($0, column)?.symbol })
        .sorted(by: inByteOrder)
    }
    return [view.columns[column].unit?.symbol].compactMap(\.self)
  }
}

extension PageDraft {
  /// Reports axes of two units; two axes of one unit each are a warning.
  func checkUnits(of spec: DocumentNode, _ views: [ResultView], _ body: FenceBody) {
    let named = Dictionary(views.map { ($0.name, $0) }) { first, _ in first }
    for fault in ChartUnits(views: named).faults(of: spec) {
      diagnostics.add(
        Diagnostic(
          fault.hasOwnAxes ? .warning : .error, "chart.units", at: body.location(fault.node),
          fault.hasOwnAxes
            ? "two \(fault.axis) axes of different units are easily misread"
            : "one axis shows values of different units",
          found: fault.found, expected: "one unit",
          remedy: "convert one of them in the query, or draw two charts"))
    }
  }
}
