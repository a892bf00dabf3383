import Diagnostics

/// What the vintages of a resource must satisfy so that its values can be compared.
struct VintageChecks {
  let vintages: DataResource.Vintages
  let schema: TableSchema
  let context: DescriptorContext

  /// Reports columns that cannot be compared. Columns that are not there have been reported.
  func run() {
    let fields = vintages.values.compactMap(schema.field)
    for field in fields where !field.type.columnType.isNumeric {
      context.error(
        "vintages.not-numeric", at: vintages.location,
        "values of several sources are compared as numbers",
        found: "`\(field.name)`, of type \(field.type.rawValue)",
        remedy: "name columns of numbers in `values`")
    }
    checkUnits(fields)
    if vintages.same.contains(vintages.by) {
      context.error(
        "vintages.by", at: vintages.location,
        "the column that tells sources apart is no part of what is the same",
        found: "`\(vintages.by)`", remedy: "take it out of `same`")
    }
    guard let editions = vintages.editions else { return }
    if !vintages.same.contains(editions) {
      context.diagnostics.add(
        .unknownName(
          "vintages.editions", editions, what: "column of `same` in `editions`",
          among: vintages.same, at: vintages.location))
    } else if vintages.compared.isEmpty {
      context.error(
        "vintages.editions", at: vintages.location,
        "without the column of editions nothing tells quantities apart", found: "`\(editions)`",
        remedy: "name more columns in `same`")
    }
  }

  /// The columns hold one quantity, so they have one unit.
  private func checkUnits(_ fields: [FieldSchema]) {
    guard let first = fields.first,
      let other = fields.first(where: { $0.unit?.symbolText != first.unit?.symbolText })
    else { return }
    context.error(
      "vintages.units", at: vintages.location,
      "vintages are declared on columns of different units",
      found: "`\(first.name)` \(Self.text(first.unit)), `\(other.name)` \(Self.text(other.unit))",
      expected: "columns of one unit", remedy: "keep the columns of one quantity in `values`")
  }

  private static func text(_ unit: FieldUnit?) -> String {
    switch unit {
    case .fixed(let unit)?: "in \(unit.symbol)"
    case .column(let column)?: "in the unit of the column \(column)"
    case nil: "without unit"
    }
  }
}

extension FieldUnit {
  /// What tells one unit from another, whatever its long name.
  fileprivate var symbolText: String {
    switch self {
    case .fixed(let unit): unit.symbol
    case .column(let column): "column " + column
    }
  }
}
