/// Reads the cells of one field as values of its type.
struct CellReader {
  private let field: FieldSchema
  /// The cells that mean no value besides the empty one. Few and short: a search costs less than a hash.
  private let missingValues: [String]
  private let emptyIsMissing: Bool
  private let numbers: NumberCell
  private let times: TimeCell?
  private let textFormat: TextFormat?

  /// A reader; throws where the format of a date or time field is no pattern.
  init(_ field: FieldSchema, missingValues: [String] = [""]) throws(FormatError) {
    self.field = field
    let missing = field.missingValues ?? missingValues
    emptyIsMissing = missing.contains("")
    self.missingValues = missing.filter { !$0.isEmpty }
    textFormat = TextFormat(rawValue: field.format)
    numbers = NumberCell(field.numbers)
    let isTime = field.type == .date || field.type == .time || field.type == .datetime
    times = isTime ? try TimeCell(field) : nil
  }

  /// Whether a cell means that there is no value.
  func isMissing(_ cell: String) -> Bool {
    cell.isEmpty ? emptyIsMissing : missingValues.contains(cell)
  }

  /// The value of a cell: null for those that mean none; constraints are not looked at.
  func value(_ cell: String) throws(CellFault) -> DataValue {
    isMissing(cell) ? .null : try present(cell)
  }

  private func present(_ cell: String) throws(CellFault) -> DataValue {
    switch field.type {
    case .integer: return .integer(try integer(cell))
    case .number:
      guard let number = numbers.number(cell) else { throw typeFault(numberExample) }
      return .number(number)
    case .boolean:
      if field.trueValues.contains(cell) { return .boolean(true) }
      if field.falseValues.contains(cell) { return .boolean(false) }
      throw typeFault((field.trueValues + field.falseValues).joined(separator: ", "))
    case .year:
      let digits = cell.hasPrefix("-") ? cell.dropFirst() : cell[...]
      guard digits.utf8.count == 4, let year = Int(cell), digits.first != "+" else {
        throw typeFault("YYYY")
      }
      return .integer(year)
    case .any: return .text(cell)
    default: return .text(try text(cell))
    }
  }

  private func integer(_ cell: String) throws(CellFault) -> Int {
    guard let number = numbers.integer(cell) else {
      throw typeFault(numbers.number(cell) == nil ? "1234" : "a number without fraction")
    }
    if case .fixed? = field.unit, number.magnitude > 1 << 53 {
      throw CellFault(
        "range", "an amount is at most 2^53, beyond which numbers are not exact")
    }
    return number
  }

  private func text(_ cell: String) throws(CellFault) -> String {
    switch field.type {
    case .date, .time, .datetime:
      guard let text = times?.text(cell) else { throw typeFault(timeExample) }
      return text
    case .yearmonth:
      guard cell.utf8.count == 7, CalendarTime.parse(cell) != nil else {
        throw typeFault("YYYY-MM")
      }
      return cell
    case .duration:
      guard DurationText.seconds(cell) != nil else { throw typeFault("P1Y2M3DT4H5M6S") }
      return cell
    case .object, .array, .geojson, .geopoint:
      guard JSONCell.isValid(cell, of: field) else { throw typeFault(JSONCell.example(field)) }
      return cell
    default: return try string(cell)
    }
  }

  private func string(_ cell: String) throws(CellFault) -> String {
    if field.calendar {
      let length = cell.utf8.count
      guard length == 4 || length == 7 || length == 10, CalendarTime.parse(cell) != nil else {
        throw CellFault(
          "calendar", "the field holds whole or partial dates",
          expected: "YYYY, YYYY-MM or YYYY-MM-DD")
      }
    }
    if let fault = textFormat?.fault(cell) { throw fault }
    return cell
  }

  private func typeFault(_ expected: String) -> CellFault {
    let kind = field.type.rawValue
    let article = "aeiou".contains(kind.prefix(1)) ? "an" : "a"
    return CellFault("type", "the cell is not \(article) \(kind)", expected: expected)
  }

  private var numberExample: String {
    "1234\(String(Character(field.numbers.decimalChar)))5"
  }

  private var timeExample: String {
    if field.format != "default", field.format != "any" { return field.format }
    return switch field.type {
    case .date: "YYYY-MM-DD"
    case .time: "hh:mm:ss"
    default: "YYYY-MM-DDThh:mm:ss"
    }
  }
}
