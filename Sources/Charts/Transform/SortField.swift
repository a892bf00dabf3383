import Diagnostics
import Documents

/// A field to sort by, and the direction.
public struct SortField: Hashable, Sendable {
  /// The field.
  public var field: FieldPath
  /// Whether the largest comes first.
  public var isDescending: Bool

  /// A field to sort by.
  public init(_ field: String, isDescending: Bool = false) {
    self.field = FieldPath(field)
    self.isDescending = isDescending
  }

  /// Reads a list of `{field, order}`.
  static func list(_ nodes: [DocumentNode], path: String, into diagnostics: DiagnosticCollector)
    -> [SortField]
  {
    nodes.compactMap { node in
      guard var reader = MappingReader(node, path: path, what: "a sort field", into: diagnostics)
      else { return nil }
      let field = reader.requiredString("field")
      let order = reader.choice("order", SortOrder.self)
      reader.finish()
      return field.map { SortField($0, isDescending: order == .descending) }
    }
  }
}

/// The two directions of sorting.
public enum SortOrder: String, Hashable, Sendable, CaseIterable {
  /// The smallest first.
  case ascending
  /// The largest first.
  case descending
}

extension ChartTable {
  /// A comparison of rows by fields, for `stablySorted`.
  func comparison(_ fields: [SortField]) -> (Int, Int) -> Int {
    let keys = fields.map { (accessor($0.field), $0.isDescending) }
    return { a, b in
      for (field, isDescending) in keys {
        let order = ChartValue.compare(field.value(in: a), field.value(in: b))
        if order != 0 { return isDescending ? -order : order }
      }
      return 0
    }
  }

  /// The table with its rows sorted; equal rows keep their order.
  public func sorted(by fields: [SortField]) -> ChartTable {
    fields.isEmpty ? self : rows(at: Array(indices).stablySorted(by: comparison(fields)))
  }
}
