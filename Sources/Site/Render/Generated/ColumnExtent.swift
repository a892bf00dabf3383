import Tables

extension SiteTexts {
  /// The least and the greatest value of a column of numbers or times, as it is shown; nil for others.
  func extent(of name: String, in table: DataTable) -> String? {
    guard let index = table.index(of: name) else { return nil }
    let column = table.columns[index]
    guard column.type.isNumeric || column.type.isTemporal else { return nil }
    let values = table.rows.lazy.map { $0[index] }.filter { !$0.isNull }
    let isNumber = column.type.isNumeric || column.type == .year
    func areInOrder(_ a: DataValue, _ b: DataValue) -> Bool {
      isNumber ? (a.double ?? 0) < (b.double ?? 0) : inByteOrder(a.text ?? "", b.text ?? "")
    }
    guard let low = values.min(by: areInOrder), let high = values.max(by: areInOrder) else {
      return nil
    }
    let (first, last) = (show(low, column), show(high, column))
    return first == last ? first : "\(first) – \(last)"
  }
}
