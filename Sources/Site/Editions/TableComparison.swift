import Tables

/// Compares the rows behind a figure in two editions: by their key, else by their places.
struct TableComparison {
  let old: EditionRecord.Rows
  let new: EditionRecord.Rows
  let language: DisplayLanguage

  /// Adds what moved to a change.
  func add(to change: inout EditionDiff.FigureChange) {
    guard let key = [new.key, old.key].first(where: isKeyOfBoth),
      let before = RowKey.index(old.table, by: key), let after = RowKey.index(new.table, by: key)
    else { return addByPlace(to: &change) }
    for row in new.table.rows.indices {
      guard let values = keyValues(row, new.table, key) else { continue }
      if let oldRow = before[values] {
        addRow(oldRow, row, label: label(row, new.table, key), keys: Set(key), to: &change)
      } else {
        change.addedRows.append(label(row, new.table, key))
      }
    }
    for row in old.table.rows.indices {
      guard let values = keyValues(row, old.table, key), after[values] == nil else { continue }
      change.removedRows.append(label(row, old.table, key))
    }
  }

  private func isKeyOfBoth(_ key: [String]) -> Bool {
    RowKey.index(old.table, by: key) != nil && RowKey.index(new.table, by: key) != nil
  }

  private func addByPlace(to change: inout EditionDiff.FigureChange) {
    let common = min(old.table.rows.count, new.table.rows.count)
    for row in 0..<common {
      addRow(row, row, label: common == 1 ? "" : "row \(row + 1)", keys: [], to: &change)
    }
    change.addedRows += (common..<new.table.rows.count).map { "row \($0 + 1)" }
    change.removedRows += (common..<old.table.rows.count).map { "row \($0 + 1)" }
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
    to change: inout EditionDiff.FigureChange
  ) {
    for (place, column) in new.table.columns.enumerated() where !keys.contains(column.name) {
      // A source says where a number is from; it is no number that moved.
      guard column.name != "source", let oldPlace = old.table.index(of: column.name) else {
        continue
      }
      let values = (old.table.rows[oldRow][oldPlace], new.table.rows[row][place])
      let shown = (
        text(values.0, old.table.columns[oldPlace]), text(values.1, column)
      )
      guard shown.0 != shown.1 else { continue }
      let title = column.title ?? column.name
      var movement = EditionDiff.Movement(
        label: label.isEmpty ? title : "\(label): \(title)", old: shown.0, new: shown.1,
        unit: column.unit?.symbol)
      if old.table.columns[oldPlace].unit?.symbol == column.unit?.symbol {
        movement.setDifference(values.0, values.1, format: column.format, language)
      }
      change.movements.append(movement)
    }
  }

  /// A value as its column shows it; nil for none.
  private func text(_ value: DataValue, _ column: DataColumn) -> String? {
    if value.isNull { return nil }
    guard let formatter = try? ValueFormatter(column, language: language),
      let shown = try? formatter.format(value)
    else { return PlainText.of(value) }
    return shown.roundsToZero ? PlainText.of(value) : shown.text
  }
}

extension EditionDiff.Movement {
  /// Says by how much a number moved.
  ///
  /// - Parameter format: the format of the numbers; nil for a short one.
  mutating func setDifference(
    _ old: DataValue, _ new: DataValue, format: String?, _ language: DisplayLanguage
  ) {
    guard let before = old.double, let after = new.double, isNumber(old), isNumber(new) else {
      return
    }
    let change = after - before
    difference = change
    let isShare = unit == "1"
    let isPercent = unit == "%" || unit == "pp"
    if !isShare, !isPercent, before > 0 { relative = change / before }
    let pattern = isShare || isPercent ? ",.1~f" : format ?? ",.4~r"
    let amount = isShare ? abs(change) * 100 : abs(change)
    guard let number = try? NumberFormat(pattern, locale: language.numbers).format(amount) else {
      return
    }
    // A format may write the sign itself.
    let digits = number.hasPrefix("+") ? String(number.dropFirst()) : number
    let unitText = isShare || isPercent ? "\u{A0}pp" : ""
    shownDifference = (change < 0 ? "\u{2212}" : "+") + digits + unitText
  }

  private func isNumber(_ value: DataValue) -> Bool {
    switch value {
    case .integer, .number: true
    case .null, .boolean, .text: false
    }
  }

  /// The unit to be written behind the values: none where they hold it, or are shares.
  package var shownUnit: String? {
    guard let unit, unit != "1", unit != "%", let text = new ?? old,
      text.unicodeScalars.last.map({ "0"..."9" ~= $0 }) == true
    else { return nil }
    return unit
  }

  /// The relative change as shown, such as `+1.3%`.
  package var shownRelative: String? {
    guard let relative else { return nil }
    let percent = abs(relative) * 100
    let tenths = (percent * 10).rounded() / 10
    let text = tenths == tenths.rounded() ? String(Int(clamping: Int64(tenths))) : "\(tenths)"
    return (relative < 0 ? "\u{2212}" : "+") + text + "%"
  }
}
