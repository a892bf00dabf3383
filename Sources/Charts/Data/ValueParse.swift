import Tables

/// What the texts of a column are read as (Vega's `format.parse`).
public enum ValueParse: Hashable, Sendable {
  /// Numbers; an empty text is null.
  case number
  /// Truth values: `false` and `0` are false, an empty text is null.
  case boolean
  /// Texts.
  case text
  /// Dates, as JavaScript reads them; numbers are milliseconds.
  case date
  /// Dates in a d3-time-format.
  case dateFormat(String)
  /// Years as numbers or texts: 1 January UTC of each.
  case year

  /// A parse by the word of a specification: `number`, `boolean`, `string`, `date`, `date:'%Y'`,
  /// `utc:'%d.%m.%Y'`; nil for any other.
  public init?(_ word: String) {
    switch word {
    case "number", "integer": self = .number
    case "boolean": self = .boolean
    case "string": self = .text
    case "date", "utc": self = .date
    default:
      guard let mark = word.firstIndex(of: ":"), ["date", "utc"].contains(word[..<mark]) else {
        return nil
      }
      var pattern = word[word.index(after: mark)...]
      if let quote = pattern.first, quote == "'" || quote == "\"", pattern.last == quote,
        pattern.count > 1
      {
        pattern = pattern.dropFirst().dropLast()
      }
      self = .dateFormat(String(pattern))
    }
  }

  /// The function that reads one value.
  var reader: (ChartValue) -> ChartValue {
    switch self {
    case .number: { $0.isBlank ? .null : .number($0.toNumber) }
    case .boolean: { $0.isBlank ? .null : .boolean($0 != "false" && $0 != "0" && $0.toBoolean) }
    case .text: { $0.isBlank ? .null : .text($0.toText) }
    case .date: { $0.isBlank ? .null : .time($0.moment) }
    case .dateFormat(let specifier): Self.reader(specifier)
    case .year: Self.year
    }
  }

  private static func reader(_ specifier: String) -> (ChartValue) -> ChartValue {
    guard let format = try? TimeFormat(specifier) else { return { _ in .null } }
    return { value in
      if value.isBlank { return .null }
      if value.isTime { return value }
      return format.parse(value.toText).map { .time($0) } ?? .null
    }
  }

  private static func year(_ value: ChartValue) -> ChartValue {
    if value.isBlank { return .null }
    if value.isTime { return value }
    let number = value.toNumber
    guard number.magnitude < 300_000 else { return .time(.nan) }
    return .time(CivilTime(year: Int(number.rounded(.down))).milliseconds)
  }
}

extension ChartTable {
  /// The table with the values of some fields read anew. A nested field becomes a column of its own, with
  /// the path for its name.
  public func parsing(_ parses: [(field: String, parse: ValueParse)]) -> ChartTable {
    var result = self
    for (field, parse) in parses {
      let accessor = accessor(field)
      guard accessor.column != nil else { continue }
      let read = parse.reader
      result.setColumn(field, rows.map { read(accessor.value(in: $0)) })
    }
    return result
  }

  /// The table with columns of texts read as numbers or truth values, where every text of the column is one;
  /// `known` columns are left as they are.
  ///
  /// The whole column decides, as with Vega's `auto`. Unlike there, dates stay texts until they are
  /// encoded as such, and so do numbers with a leading zero, which are codes.
  public func inferringTypes(except known: Set<String> = []) -> ChartTable {
    let parses = fields.indices.compactMap { column -> (field: String, parse: ValueParse)? in
      if known.contains(fields[column]) { return nil }
      let texts = rows.lazy.compactMap { $0[column].text }.filter { !$0.isEmpty }
      if texts.isEmpty { return nil }
      if texts.allSatisfy(Self.isPlainNumber) { return (fields[column], .number) }
      if texts.allSatisfy({ $0 == "true" || $0 == "false" }) { return (fields[column], .boolean) }
      return nil
    }
    if parses.isEmpty { return self }
    let readers = parses.compactMap { field, parse in
      index(of: field).map { (column: $0, read: parse.reader) }
    }
    return ChartTable(
      fields: fields,
      rows: rows.map { row in
        var row = row
        for reader in readers { row[reader.column] = reader.read(row[reader.column]) }
        return row
      })
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    guard JavaScriptNumber.isDecimal(text) else { return false }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let isCode =
      digits.first == UInt8(ascii: "0")
      && digits.dropFirst().first.map { $0 >= 48 && $0 <= 57 } ?? false
    return !isCode
  }
}
