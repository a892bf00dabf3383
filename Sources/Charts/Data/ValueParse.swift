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
      guard accessor.isThere else { continue }
      result.setColumn(field, accessor.values(of: self).map(parse.reader))
    }
    return result
  }

  /// The table with columns of texts read as numbers or truth values, where every text of the column is one;
  /// `known` columns are left as they are.
  ///
  /// The whole column decides, as with Vega's `auto`. Unlike there, dates stay texts until they are
  /// encoded as such, and so do numbers with a leading zero, which are codes.
  public func inferringTypes(except known: Set<String> = []) -> ChartTable {
    var result = self
    for (field, column) in zip(fields, columns) where !known.contains(field) {
      if let parse = Self.inferredParse(column) {
        result.setColumn(field, column.map(parse.reader))
      }
    }
    return result
  }

  /// What all texts of a column can be read as; nil for texts, and where there are none.
  private static func inferredParse(_ column: [ChartValue]) -> ValueParse? {
    var (hasTexts, areNumbers, areBooleans) = (false, true, true)
    for case .text(let text) in column where !text.isEmpty {
      hasTexts = true
      areNumbers = areNumbers && isPlainNumber(text)
      areBooleans = areBooleans && !areNumbers && (text == "true" || text == "false")
      guard areNumbers || areBooleans else { return nil }
    }
    guard hasTexts else { return nil }
    return areNumbers ? .number : .boolean
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
