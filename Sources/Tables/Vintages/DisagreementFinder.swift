/// Finds where the sources of a table disagree, by the vintages that its resource declares.
package struct DisagreementFinder {
  /// Up to how many values of one quantity every pair is compared; of more, each with the preferred, the
  /// least and the greatest.
  static let pairLimit = 64

  private let loaded: LoadedTable
  private let vintages: DataResource.Vintages
  private let order: VintageOrder
  private let units: UnitCatalog

  /// A finder for a table; nil where its resource declares no vintages, or columns that it has not.
  package init?(
    _ loaded: LoadedTable, published: [String: String], asOf: String?, units: UnitCatalog
  ) {
    guard let vintages = loaded.resource.vintages,
      (vintages.same + [vintages.by]).allSatisfy({ loaded.table.index(of: $0) != nil })
    else { return nil }
    self.loaded = loaded
    self.vintages = vintages
    self.units = units
    order = VintageOrder(prefer: vintages.prefer, published: published, asOf: asOf)
  }

  /// The disagreements in the order of their first rows, column by column.
  package func disagreements() -> [Disagreement] {
    let table = loaded.table
    let key = vintages.compared.compactMap { name in table.index(of: name).map { (name, $0) } }
    let groups = groups(by: key.map(\.1)).filter { $0.count > 1 }
    return vintages.values.compactMap(table.index).flatMap { column in
      groups.flatMap { rows -> [Disagreement] in
        let parts = key.map {
          Disagreement.KeyPart(column: $0.0, value: table.rows[rows[0]][$0.1])
        }
        return compare(rows.compactMap { value(row: $0, column: column) }).map { values, apart in
          Disagreement(
            table: loaded.resource.name, key: parts, column: table.columns[column].name,
            values: values, apart: apart)
        }
      }
    }
  }

  /// The values to be used: of every quantity of a column the one whose source is preferred, with unit, status
  /// and sources, in the order of the first rows of the quantities.
  package func preferredValues() -> [PreferredValues] {
    let table = loaded.table
    let key = vintages.compared.compactMap(table.index)
    let groups = groups(by: key)
    return vintages.values.compactMap(table.index).map { column in
      var values = PreferredValues(
        table: loaded.resource.name, key: key.map { table.columns[$0] },
        column: table.columns[column])
      for rows in groups {
        let ranked = rows.compactMap { value(row: $0, column: column) }.sorted(by: precedes)
        guard let value = ranked.first else { continue }
        values.append(value, key: key.map { table.rows[rows[0]][$0] })
      }
      return values
    }
  }

  /// The rows of each quantity, of sources that count.
  private func groups(by key: [Int]) -> [[Int]] {
    guard let by = loaded.table.index(of: vintages.by) else { return [] }
    var places: [[DataValue]: Int] = [:]
    var groups: [[Int]] = []
    for (row, cells) in loaded.table.rows.enumerated() where counts(cells[by]) {
      let parts = key.map { cells[$0] }
      if let place = places[parts] {
        groups[place].append(row)
      } else {
        places[parts] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private func counts(_ cell: DataValue) -> Bool { order.counts(CSVWriter.cell(cell)) }

  /// What a row says of a column; nil where it says nothing.
  private func value(row: Int, column: Int) -> Disagreement.Value? {
    let cells = loaded.table.rows[row]
    guard let number = cells[column].double, number.isFinite,
      let by = loaded.table.index(of: vintages.by)
    else { return nil }
    let source = loaded.table.index(of: "source").flatMap { cells[$0].text } ?? ""
    return Disagreement.Value(
      number: number, vintage: CSVWriter.cell(cells[by]), sources: SourceIDs.split(source),
      unit: unit(of: column, cells), status: loaded.status(row: row, column: column), row: row,
      line: loaded.line(ofRow: row), agrees: true)
  }

  private func unit(of column: Int, _ cells: [DataValue]) -> DataUnit? {
    let field = loaded.schema.field(loaded.table.columns[column].name)
    guard case .column(let name)? = field?.unit else { return loaded.table.columns[column].unit }
    guard let symbol = loaded.table.index(of: name).flatMap({ cells[$0].text }) else { return nil }
    return units.unit(symbol) ?? DataUnit(symbol)
  }

  // MARK: Comparing

  /// The values of one quantity that disagree, unit by unit, each with those set apart; where none can be
  /// compared, those that say different things.
  private func compare(
    _ values: [Disagreement.Value]
  ) -> [(values: [Disagreement.Value], apart: [Disagreement.Value])] {
    let values = values.sorted(by: precedes)
    let exact = values.filter { $0.status != .lowerBound }
    var symbols: [String?] = []
    for value in exact where !symbols.contains(value.unit?.symbol) {
      symbols.append(value.unit?.symbol)
    }
    let found = symbols.compactMap { symbol -> ([Disagreement.Value], [Disagreement.Value])? in
      let same = exact.filter { $0.unit?.symbol == symbol }
      guard disagree(same) else { return nil }
      return (marked(same), values.filter { $0.status == .lowerBound || $0.unit?.symbol != symbol })
    }
    if !found.isEmpty { return found }
    let isOfOneKind = symbols.count == 1 && exact.count == values.count
    let saysOneThing =
      Set(values.map { [$0.unit?.symbol, PlainNumber.text($0.number)] }).count == 1
    return isOfOneKind || saysOneThing || values.count < 2 ? [] : [([], values)]
  }

  private func precedes(_ a: Disagreement.Value, _ b: Disagreement.Value) -> Bool {
    if order.prefers(a.vintage, to: b.vintage) { return true }
    return order.prefers(b.vintage, to: a.vintage) ? false : a.row < b.row
  }

  /// Whether any two values disagree.
  private func disagree(_ values: [Disagreement.Value]) -> Bool {
    var seen: Set<Double> = []
    let numbers = values.map(\.number).filter { seen.insert($0).inserted }
    guard numbers.count > 1, let least = numbers.min(), let greatest = numbers.max() else {
      return false
    }
    let others =
      numbers.count <= Self.pairLimit ? numbers : [numbers[0], least, greatest]
    return numbers.contains { a in others.contains { !agree(a, $0) } }
  }

  /// The values with a note of those that agree with the first.
  private func marked(_ values: [Disagreement.Value]) -> [Disagreement.Value] {
    values.map { value in
      var value = value
      value.agrees = agree(value.number, values[0].number)
      return value
    }
  }

  private func agree(_ a: Double, _ b: Double) -> Bool {
    ValueAgreement.agree(a, b, tolerance: vintages.tolerance)
  }
}
