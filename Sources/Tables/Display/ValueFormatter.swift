/// Shows the values of a column: by the format written in place, else that of the column, else the
/// type's; numbers with their unit, dates in words, booleans as yes and no.
public struct ValueFormatter: Sendable {
  /// The column.
  public let column: DataColumn
  /// The unit of the numbers shown, after conversion.
  public let unit: DataUnit?
  /// Whether numbers with a fraction are shown by a format that nobody declared.
  public let usesUndeclaredFormat: Bool
  private let options: DisplayOptions
  private let units: UnitCatalog
  private let language: DisplayLanguage
  private let declared: NumberFormat?
  private let whole: NumberFormat
  private let fraction: NumberFormat
  private let dates: DateDisplay
  private let unitText: UnitText

  /// A formatter for a column; throws where a format is none, a unit cannot be converted to the one
  /// asked for, or a % format meets a unit that is per cent already.
  public init(
    _ column: DataColumn, options: DisplayOptions = DisplayOptions(),
    units: UnitCatalog = UnitCatalog(), language: DisplayLanguage = .english
  ) throws(DisplayError) {
    self.column = column
    self.options = options
    self.units = units
    self.language = language
    let format = options.format ?? column.format
    // A year is a number too: what has no directive of a time is a number format.
    let isNumberOfYear = column.type == .year && format?.contains("%") == false
    let showsTime =
      (column.type.isTemporal || column.type == .time || column.isCalendar) && !isNumberOfYear
    do {
      whole = try NumberFormat(",d", locale: language.numbers)
      fraction = try NumberFormat(",.3~r", locale: language.numbers)
      dates = try DateDisplay(showsTime ? format : nil, language: language)
      let isNumber = !showsTime && column.type != .boolean
      declared =
        isNumber
        ? try format.map { text throws(FormatError) in
          try NumberFormat(text, locale: language.numbers)
        } : nil
    } catch {
      throw .format(error)
    }
    unit = try Self.unit(of: column, options, units)
    if let unit, unit.isPercent, declared?.specifier.kind.isPercent == true {
      throw .percentFormat(unit: unit.symbol)
    }
    unitText = UnitText(unit, as: options.label, locale: language.numbers)
    usesUndeclaredFormat = format == nil && column.type == .number
  }

  /// The value as text; throws for null and for what is not finite.
  public func format(_ value: DataValue) throws(DisplayError) -> DisplayedValue {
    switch value {
    case .null: throw .noValue
    case .boolean(let flag):
      return DisplayedValue(text: flag ? language.yes : language.no, roundsToZero: false)
    case .text(let text):
      return DisplayedValue(text: dates.text(text, of: column), roundsToZero: false)
    case .integer, .number: return try format(value.double ?? .nan, isWhole: value.isWhole)
    }
  }

  /// What a table shows for a value of a status: the text and the mark, or the mark alone.
  public func cell(_ value: DataValue, status: DataStatus) throws(DisplayError) -> String {
    if value.isNull { return status.mark ?? "" }
    let shown = try format(value)
    if shown.roundsToZero { return DataStatus.roundsToZeroMark }
    return status.mark.map { "\(shown.text)\u{A0}\($0)" } ?? shown.text
  }

  private func format(_ value: Double, isWhole: Bool) throws(DisplayError) -> DisplayedValue {
    guard value.isFinite else { throw .notFinite }
    if column.type == .year, declared == nil {
      return DisplayedValue(text: dates.text(year: value), roundsToZero: false)
    }
    let amount = try converted(value)
    let isWhole = amount == value ? isWhole : amount == amount.rounded()
    let format = declared ?? (isWhole || isIntegerColumn(amount) ? whole : fraction)
    let number = format.format(amount)
    return DisplayedValue(
      text: unitText.attach(to: number),
      roundsToZero: amount != 0 && !number.unicodeScalars.contains(where: isDigitButZero))
  }

  /// Whole numbers come back from queries as numbers where the column has a unit.
  private func isIntegerColumn(_ value: Double) -> Bool {
    column.type == .integer && value == value.rounded()
  }

  private func converted(_ value: Double) throws(DisplayError) -> Double {
    guard let target = options.unit, let source = column.unit else { return value }
    do { return try units.convert(value, from: source, to: target) } catch {
      throw .conversion(error)
    }
  }

  /// The unit after conversion; throws where there is none to convert or to show.
  private static func unit(
    of column: DataColumn, _ options: DisplayOptions, _ units: UnitCatalog
  ) throws(DisplayError) -> DataUnit? {
    guard let source = column.unit else {
      if options.unit != nil || options.label != .none { throw .noUnit }
      return nil
    }
    guard let target = options.unit else { return units.resolve(source) }
    do { _ = try units.convert(1, from: source, to: target) } catch { throw .conversion(error) }
    return units.resolve(DataUnit(target))
  }
}

extension DataValue {
  fileprivate var isWhole: Bool {
    if case .integer = self { true } else { false }
  }
}

/// Whether a scalar is a decimal digit other than zero, in any script.
private func isDigitButZero(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII
    ? ("1"..."9").contains(scalar)
    : scalar.properties.numericType == .decimal && scalar.properties.numericValue != 0
}
