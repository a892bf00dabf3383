public import Diagnostics

/// Checks what holds between rows: primary and unique keys, and references to other tables.
public enum TableKeys {
  /// The most faults reported of one table.
  private static let faultLimit = 50

  /// Reports doubled keys, primary keys without value, and references to rows that there are not.
  ///
  /// Where there is a table `sources` with a column `id`, every column `source` of another table is a
  /// reference to it. References to tables that were not loaded are not checked.
  public static func check(_ tables: [LoadedTable], into diagnostics: DiagnosticCollector) {
    let byName = Dictionary(tables.map { ($0.resource.name, $0) }) { first, _ in first }
    for table in tables {
      var faults = FaultLog(path: table.path, limit: faultLimit)
      checkUnique(table, &faults)
      for key in table.schema.foreignKeys + sourceKeys(table, byName["sources"]) {
        let target = key.resource.isEmpty ? table : byName[key.resource]
        guard let target else { continue }
        check(key, of: table, in: target, &faults)
      }
      faults.report(into: diagnostics, id: "table.more-faults")
    }
  }

  /// The reference of the column `source` to the register of sources, unless the schema has one.
  private static func sourceKeys(
    _ table: LoadedTable, _ register: LoadedTable?
  ) -> [TableSchema.ForeignKey] {
    guard let register, register.schema.field("id") != nil, table.resource.name != "sources",
      table.schema.field("source") != nil,
      !table.schema.foreignKeys.contains(where: { $0.fields == ["source"] })
    else { return [] }
    return [.init(["source"], to: "sources", ["id"])]
  }

  private static func checkUnique(_ table: LoadedTable, _ faults: inout FaultLog) {
    let schema = table.schema
    if !schema.primaryKey.isEmpty { check(schema.primaryKey, isPrimary: true, table, &faults) }
    for key in schema.uniqueKeys where key != schema.primaryKey {
      check(key, isPrimary: false, table, &faults)
    }
    for field in schema.fields
    where field.constraints.unique && schema.primaryKey != [field.name] {
      check([field.name], isPrimary: false, table, &faults)
    }
  }

  /// No two rows have the same key; rows without value are left out, or are faults of a primary key.
  private static func check(
    _ key: [String], isPrimary: Bool, _ table: LoadedTable, _ faults: inout FaultLog
  ) {
    let columns = key.compactMap(table.table.index)
    guard columns.count == key.count, let first = columns.first else { return }
    var seen: [[DataValue]: Int] = [:]
    for (row, values) in table.table.rows.enumerated() {
      let parts = columns.map { comparable(values[$0]) }
      if let empty = columns.first(where: { values[$0].isNull }) {
        guard isPrimary else { continue }
        faults.add(
          "table.primary-key", at: table.location(row: row, column: empty).range,
          "a primary key must have a value (column `\(table.table.columns[empty].name)`)")
      } else if let earlier = seen.updateValue(row, forKey: parts) {
        faults.add(
          isPrimary ? "table.primary-key" : "table.unique",
          at: table.location(row: row, column: first).range,
          "two rows have the same \(isPrimary ? "primary key" : "values") in \(key.joined(separator: ", "))",
          found: text(parts),
          notes: [
            .init("the other row is here", at: table.location(row: earlier, column: first))
          ])
      }
    }
  }

  /// Every value refers to a row of the target; each unknown one is reported once.
  private static func check(
    _ key: TableSchema.ForeignKey, of table: LoadedTable, in target: LoadedTable,
    _ faults: inout FaultLog
  ) {
    let columns = key.fields.compactMap(table.table.index)
    let targets = key.referenceFields.compactMap(target.table.index)
    guard columns.count == key.fields.count, targets.count == columns.count,
      let first = columns.first
    else { return }
    let known = Set(target.table.rows.map { row in targets.map { comparable(row[$0]) } })
    var missing: [[DataValue]: [Int]] = [:]
    var order: [[DataValue]] = []
    for (row, values) in table.table.rows.enumerated() {
      let parts = columns.map { comparable(values[$0]) }
      guard !parts.contains(.null), !known.contains(parts) else { continue }
      if missing[parts] == nil { order.append(parts) }
      missing[parts, default: []].append(row)
    }
    for parts in order {
      let rows = missing[parts] ?? []
      let others = rows.count - 1
      faults.add(
        "table.foreign-key", at: table.location(row: rows[0], column: first).range,
        "a value of \(key.fields.joined(separator: ", ")) is not in \(target.resource.name)",
        found: text(parts), remedy: remedy(parts, known),
        notes: others > 0 ? [.init("and \(others) more rows with the same value")] : [])
    }
  }

  private static func remedy(_ parts: [DataValue], _ known: Set<[DataValue]>) -> String? {
    guard parts.count == 1, let name = parts[0].text else { return nil }
    let candidates = known.compactMap { $0[0].text }
    return NearMiss.suggestion(for: name, among: candidates).map { "did you mean `\($0)`?" }
  }

  /// A value such that the same numbers of different types are equal.
  private static func comparable(_ value: DataValue) -> DataValue {
    if case .number(let number) = value, let whole = Int(exactly: number) { return .integer(whole) }
    return value
  }

  private static func text(_ parts: [DataValue]) -> String {
    "`" + parts.map(CSVWriter.cell).joined(separator: ", ") + "`"
  }
}
