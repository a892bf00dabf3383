import Tables

extension EditionDiff {
  /// One value that moved.
  package struct Movement: Sendable, Hashable {
    /// The key of its row: `Australia, 2024`; empty where there is one row alone.
    package var row = ""
    /// The title of its column, or the reference of a value in a text.
    package var column: String
    /// The values as shown; nil where the edition has none.
    package var old: String?
    package var new: String?
    /// The symbol of the unit.
    package var unit: String?
    /// The words of the statuses.
    package var oldStatus = "reported"
    package var newStatus = "reported"
    /// The ids of the sources.
    package var oldSources: [String] = []
    package var newSources: [String] = []
    /// The new number less the old one.
    package var difference: Double?
    /// The difference as shown, with its sign, per cent of a share as percentage points.
    package var shownDifference: String?
    /// The difference by the old number; nil for shares, percentages and from zero.
    package var relative: Double?
    /// Whether one number is the other, rounded.
    package var isRounding = false

    /// A value that moved.
    package init(
      row: String = "", column: String, old: String? = nil, new: String? = nil,
      unit: String? = nil
    ) {
      self.row = row
      self.column = column
      self.old = old
      self.new = new
      self.unit = unit
    }

    /// Which value: the key of the row and the title of the column.
    package var label: String {
      row.isEmpty ? column : column.isEmpty ? row : "\(row): \(column)"
    }

    /// Whether the value is the same and only how far it is known has changed.
    package var isOfStatusAlone: Bool { old == new && oldStatus != newStatus }
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
    isRounding = ValueAgreement.agree(before, after, tolerance: 0)
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
