public import Tables

extension ChartTable {
  /// The rows of a table handed in, its columns by their names. Dates stay ISO texts and years numbers
  /// until `parsing(_:)` reads them by `DataColumn.temporalParse`.
  public init(_ table: DataTable) {
    self.init(
      fields: table.columns.map(\.name),
      columns: table.columns.indices.map { column in
        table.rows.map { column < $0.count ? ChartValue($0[column]) : .undefined }
      }, count: table.rows.count)
  }
}

extension ChartValue {
  /// The value of a cell.
  public init(_ value: DataValue) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .number(Double(number))
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    }
  }
}

extension DataColumn {
  /// How the column's values are read as moments: a year is 1 January of it.
  package var temporalParse: ValueParse { type == .year ? .year : .date }
}
