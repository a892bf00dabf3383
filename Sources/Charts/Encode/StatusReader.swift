import Tables

/// Reads how far the values are known that the marks of one unit show.
struct StatusReader {
  /// The marks that show a status.
  static let marks: Set<MarkType> = [.bar, .rect, .line, .rule, .point, .circle, .square]

  /// The column of the rows that tells it.
  let column: String
  /// The channel of the values.
  let channel: Channel

  /// nil where no column of the drawn rows tells a status.
  ///
  /// - Parameter named: the columns that tell the status of measures, by the measure's column.
  init?(_ unit: UnitModel, named: [String: String]) {
    channel = Self.measure(unit)
    let field = unit.encoding[channel]?.field
    let names = [field.flatMap { named[$0] }, field.map { $0 + "_status" }, "status"]
    guard let name = names.compactMap({ $0 }).first(where: { unit.table.index(of: $0) != nil })
    else { return nil }
    column = name
  }

  /// The channel along which the marks measure.
  private static func measure(_ unit: UnitModel) -> Channel {
    if let channel = unit.stack?.channel ?? unit.orient?.valueChannel { return channel }
    return [Channel.y, .x].first { unit.encoding[$0]?.type == .quantitative } ?? .y
  }

  /// The statuses that a unit's marks show, other than reported.
  static func statuses(_ unit: UnitModel, named: [String: String]) -> Set<DataStatus> {
    guard marks.contains(unit.mark.type), let reader = StatusReader(unit, named: named) else {
      return []
    }
    return Set(unit.table.column(reader.column).compactMap(status))
  }

  /// The status that a word means, where it is not plainly reported.
  static func status(_ value: ChartValue) -> DataStatus? {
    let status = value.text.flatMap(DataStatus.init(rawValue:))
    return status == .reported ? nil : status
  }
}
