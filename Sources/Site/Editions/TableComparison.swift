import Tables

/// Compares the rows of a table in two editions: by their key, else by their places.
struct TableComparison {
  let old: EditionRecord.Rows
  let new: EditionRecord.Rows
  let language: DisplayLanguage

  /// What moved.
  struct Changes {
    var movements: [EditionDiff.Movement] = []
    /// Rows that only the newer, and only the older table has, by their keys.
    var addedRows: [String] = []
    var removedRows: [String] = []
  }

  /// What moved from the older to the newer table.
  var changes: Changes {
    var changes = Changes()
    guard let key = [new.key, old.key].first(where: isKeyOfBoth),
      let before = RowKey.index(old.table, by: key), let after = RowKey.index(new.table, by: key)
    else {
      addByPlace(to: &changes)
      return changes
    }
    for row in new.table.rows.indices {
      guard let values = keyValues(row, new.table, key) else { continue }
      if let oldRow = before[values] {
        addRow(oldRow, row, label: label(row, new.table, key), keys: Set(key), to: &changes)
      } else {
        changes.addedRows.append(label(row, new.table, key))
      }
    }
    for row in old.table.rows.indices {
      guard let values = keyValues(row, old.table, key), after[values] == nil else { continue }
      changes.removedRows.append(label(row, old.table, key))
    }
    return changes
  }

  private func isKeyOfBoth(_ key: [String]) -> Bool {
    RowKey.index(old.table, by: key) != nil && RowKey.index(new.table, by: key) != nil
  }

  private func addByPlace(to changes: inout Changes) {
    let common = min(old.table.rows.count, new.table.rows.count)
    for row in 0..<common {
      addRow(row, row, label: common == 1 ? "" : "row \(row + 1)", keys: [], to: &changes)
    }
    changes.addedRows += (common..<new.table.rows.count).map { "row \($0 + 1)" }
    changes.removedRows += (common..<old.table.rows.count).map { "row \($0 + 1)" }
  }

  private func keyValues(_ row: Int, _ table: DataTable, _ key: [String]) -> [DataValue]? {
    let places = key.compactMap(table.index)
    return places.count == key.count ? places.map { RowKey.plain(table.rows[row][$0]) } : nil
  }

  private func label(_ row: Int, _ table: DataTable, _ key: [String]) -> String {
    key.compactMap(table.index).map { PlainText.of(table.rows[row][$0]) }.joined(separator: ", ")
  }

  private func addRow(
    _ oldRow: Int, _ row: Int, label: String, keys: Set<String>,
    to changes: inout Changes
  ) {
    for (place, column) in new.table.columns.enumerated()
    where !keys.contains(column.name) && !isAside(column.name) {
      guard let oldPlace = old.table.index(of: column.name) else { continue }
      let before = Cell(old.table, oldRow, oldPlace, language)
      let after = Cell(new.table, row, place, language)
      guard before.text != after.text || before.status != after.status else { continue }
      var movement = EditionDiff.Movement(
        row: label, column: column.title ?? column.name, old: before.text, new: after.text,
        unit: after.unit)
      (movement.oldStatus, movement.newStatus) = (before.status, after.status)
      (movement.oldSources, movement.newSources) = (before.sources, after.sources)
      if before.unit == after.unit {
        movement.setDifference(before.value, after.value, format: column.format, language)
      } else if let unit = before.unit {
        movement.old = before.text.map { "\($0)\u{A0}\(unit)" }
      }
      changes.movements.append(movement)
    }
  }

  /// Whether a column says something of another one, and is no number that moved.
  private func isAside(_ name: String) -> Bool {
    if name == "source" { return true }
    return ["_unit", "_status"].contains { suffix in
      name.hasSuffix(suffix) && new.table.index(of: String(name.dropLast(suffix.count))) != nil
    }
  }
}

/// A cell of a recorded table with what the columns beside it say of it.
private struct Cell {
  let value: DataValue
  /// The value as its column shows it; nil for none.
  let text: String?
  let unit: String?
  let status: String
  let sources: [String]

  init(_ table: DataTable, _ row: Int, _ place: Int, _ language: DisplayLanguage) {
    func text(_ name: String) -> String? {
      table.index(of: name).flatMap { table.rows[row][$0].text }
    }
    let column = table.columns[place]
    value = table.rows[row][place]
    self.text = Self.text(value, column, language)
    unit = text(column.name + "_unit") ?? column.unit?.symbol
    status = text(column.name + "_status") ?? DataStatus.reported.word
    sources = SourceIDs.split(text("source") ?? "")
  }

  private static func text(
    _ value: DataValue, _ column: DataColumn, _ language: DisplayLanguage
  ) -> String? {
    if value.isNull { return nil }
    guard let formatter = try? ValueFormatter(column, language: language),
      let shown = try? formatter.format(value)
    else { return PlainText.of(value) }
    return shown.roundsToZero ? "[low]" : shown.text
  }
}
