/// Reads dates, times and durations from cells, and gives them as ISO 8601 texts.
struct TimeCell {
  private let type: FieldType
  /// The patterns that the field allows; none for the ISO forms alone.
  private let patterns: [TimeFormat]

  /// A reader for a field; throws where its format is no pattern.
  init(_ field: FieldSchema) throws(FormatError) {
    type = field.type
    switch field.format {
    case "default": patterns = []
    case "any": patterns = try TimeCell.usual(field.type)
    default:
      // Version 0 of Table Schema wrote `fmt:` in front.
      let written = field.format
      patterns = [
        try TimeFormat(written.hasPrefix("fmt:") ? String(written.dropFirst(4)) : written)
      ]
      readsISO = false
      return
    }
    readsISO = true
  }

  private let readsISO: Bool

  /// The ISO text of a cell; nil where the cell is none of the type.
  func text(_ cell: String) -> String? {
    if readsISO, let text = iso(cell) { return text }
    for pattern in patterns {
      guard let milliseconds = pattern.parseStrictly(cell) else { continue }
      switch type {
      case .date: return CalendarTime.dateText(milliseconds)
      case .time: return clock(milliseconds)
      default: return CalendarTime.dateTimeText(milliseconds)
      }
    }
    return nil
  }

  private func iso(_ cell: String) -> String? {
    switch type {
    case .date:
      return cell.utf8.count == 10 && CalendarTime.parse(cell) != nil ? cell : nil
    case .datetime:
      guard cell.contains("T") else { return nil }
      return CalendarTime.parse(cell).map(CalendarTime.dateTimeText)
    case .time:
      var reader = ISOReader(cell)
      guard cell.utf8.count >= 8, let time = reader.readClock() else { return nil }
      if reader.isAtEnd { return clock(time) }
      guard let offset = reader.readOffset(), reader.isAtEnd else { return nil }
      let day = CalendarTime.day
      return clock((time - offset + day).truncatingRemainder(dividingBy: day))
    default: return nil
    }
  }

  /// `hh:mm:ss`, with a fraction where there is one.
  private func clock(_ milliseconds: Double) -> String {
    String(CalendarTime.dateTimeText(milliseconds).drop { $0 != "T" }.dropFirst())
  }

  /// The forms that `any` reads besides the ISO ones; those that could be meant otherwise, such as
  /// 03/04/2025, are not among them.
  private static func usual(_ type: FieldType) throws(FormatError) -> [TimeFormat] {
    let dates = ["%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"]
    let clocks = ["%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p"]
    var written: [String] = []
    switch type {
    case .date: written = dates
    case .time: written = clocks
    default:
      for date in ["%Y-%m-%d"] + dates { written += clocks.map { "\(date) \($0)" } }
    }
    var formats: [TimeFormat] = []
    for pattern in written { formats.append(try TimeFormat(pattern)) }
    return formats
  }
}
