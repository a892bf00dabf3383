import Tables

/// Where the sources of a table give different values for the same quantity (two editions, two offices).
///
/// Values disagree if they differ by more than the tolerance of the larger, and neither is the other
/// rounded to as many digits as it has. Bounds and missing values are not compared.
struct SourceDisagreements {
  /// One quantity with the values given for it.
  struct Entry {
    /// What it is of, such as `Australia`, `2024`: the cells that the values share.
    var subject: [DataValue]
    /// The column of the values.
    var column: DataColumn
    /// Each value with the source that gives it, in the order of the table.
    var values: [(value: DataValue, source: String)]
    /// The difference of the greatest and the least, relative to the greatest.
    var spread: Double
  }

  /// Whether a site keeps values of several sources.
  static func areKept(by site: ResolvedSite) -> Bool {
    site.context.data.tables.contains { $0.resource.vintages != nil }
  }

  /// The quantities of a table that its sources disagree about, in the order of the table.
  static func entries(of table: SiteTable) -> [Entry] {
    guard let vintages = table.resource.vintages, let by = table.table.index(of: vintages.by) else {
      return []
    }
    let same = vintages.same.compactMap { table.table.index(of: $0) }
    var groups: [[DataValue]: [Int]] = [:]
    var order: [[DataValue]] = []
    for (number, row) in table.table.rows.enumerated() {
      let subject = same.map { row[$0] }
      if groups[subject] == nil { order.append(subject) }
      groups[subject, default: []].append(number)
    }
    let columns = vintages.values.compactMap { table.table.index(of: $0) }
    return order.flatMap { subject in
      columns.compactMap { column in
        entry(
          subject, rows: groups[subject] ?? [], column, by: by, vintages.tolerance, table)
      }
    }
  }

  private static func entry(
    _ subject: [DataValue], rows: [Int], _ column: Int, by: Int, _ tolerance: Double,
    _ table: SiteTable
  ) -> Entry? {
    let known = rows.filter { row in
      let status = table.loaded.status(row: row, column: column)
      return !status.meansNoValue && status != .lowerBound
        && !table.table.rows[row][column].isNull
    }
    let values = known.map { (table.table.rows[$0][column], source(table.table.rows[$0][by])) }
    let numbers = values.compactMap(\.0.double)
    guard numbers.count > 1, let low = numbers.min(), let high = numbers.max(),
      differ(low, high, tolerance: tolerance)
    else { return nil }
    let largest = max(abs(low), abs(high))
    return Entry(
      subject: subject, column: table.table.columns[column], values: values,
      spread: largest > 0 ? (high - low) / largest : 0)
  }

  private static func source(_ value: DataValue) -> String { CSVWriter.cell(value) }

  /// Whether two values differ by more than the tolerance and by more than rounding explains.
  static func differ(_ a: Double, _ b: Double, tolerance: Double) -> Bool {
    guard abs(a - b) > tolerance * max(abs(a), abs(b)) else { return false }
    return !isRounded(a, of: b) && !isRounded(b, of: a)
  }

  /// Whether one value is another rounded to its significant digits; zeros at the end are none.
  private static func isRounded(_ value: Double, of other: Double) -> Bool {
    guard value != 0, other != 0 else { return false }
    let digits = PlainDigits.significant(value)
    let magnitude = other.magnitude.exponentOfTen
    let unit = PlainDigits.power(of: magnitude - digits + 1)
    let rounded = (other / unit).rounded() * unit
    return abs(rounded - value) <= abs(value) * 1e-9
  }
}

/// The digits of a number as it is written in decimal.
private enum PlainDigits {
  /// How many digits from the first that is not zero to the last that is not.
  static func significant(_ value: Double) -> Int {
    let mantissa = value.magnitude.description.prefix { $0 != "e" }
    let digits = mantissa.filter { $0 != "." }.drop { $0 == "0" }
    return max(1, digits.count - digits.reversed().prefix { $0 == "0" }.count)
  }

  /// A power of ten.
  static func power(of exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<min(abs(exponent), 400) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}

extension Double {
  /// The exponent of the number in scientific notation: 5 of 243,000.
  fileprivate var exponentOfTen: Int {
    var exponent = 0
    var rest = self
    while rest >= 10, exponent < 400 {
      rest /= 10
      exponent += 1
    }
    while rest < 1, rest > 0, exponent > -400 {
      rest *= 10
      exponent -= 1
    }
    return exponent
  }
}
