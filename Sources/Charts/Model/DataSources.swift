import Diagnostics
import Documents
import Tables

/// Finds the rows that views name: tables handed in, values in the specification, and files.
final class DataSources {
  private let tables: [String: DataTable]
  private let datasets: DocumentMapping
  private let load: (@Sendable (String) -> [UInt8]?)?
  private let context: SpecContext
  private var loaded: [String: ChartTable] = [:]
  /// The tables handed in that were asked for, in that order.
  private(set) var usedNames: [String] = []

  /// A source with what its columns declare.
  struct Found {
    var table: ChartTable
    var facts = ColumnFacts()
    /// The name of the table handed in.
    var name: String?
  }

  init(
    tables: [String: DataTable], datasets: DocumentMapping,
    load: (@Sendable (String) -> [UInt8]?)?, context: SpecContext
  ) {
    self.tables = tables
    self.datasets = datasets
    self.load = load
    self.context = context
  }

  /// The rows that selections choose at the beginning, by the selection's name.
  private(set) var selected: [String: ChartTable] = [:]

  /// Keeps the rows of a view that the selections among its parameters choose, for lookups in them.
  func select(
    _ params: [ParameterSpec], from table: ChartTable, _ environment: ExpressionEnvironment
  ) {
    for spec in params where spec.selection != nil && selected[spec.name] == nil {
      let isChosen = Predicate.parameter(spec.name, isEmptyTrue: false)
        .evaluate(table, environment: environment)
      selected[spec.name] = table.filter { isChosen[$0] }
    }
  }

  /// The columns of a table handed in, in their order.
  func columns(of name: String) -> [String] { tables[name]?.columns.map(\.name) ?? [] }

  /// The rows of a data definition; nil, with a diagnostic, where there are none to be had.
  func find(_ spec: DataSpec) -> Found? {
    switch spec.source {
    case .none: return Found(table: ChartTable())
    case .values(let node): return values(node, spec)
    case .url(let address): return file(address, spec)
    case .named(let name): return named(name, spec)
    case .sequence(let node):
      return ChartTable(sequence: node, path: context.path, into: context.collector)
        .map { Found(table: $0) }
    case .graticule(let node):
      let graticule = Graticule(node, path: context.path, into: context.collector)
      return Found(table: ChartTable(graticule: graticule))
    case .sphere: return Found(table: ChartTable.sphere)
    }
  }

  private func named(_ name: String, _ spec: DataSpec) -> Found? {
    if let table = tables[name] {
      if !usedNames.contains(name) { usedNames.append(name) }
      return Found(table: ChartTable(table), facts: ColumnFacts(table), name: name)
    }
    if let node = datasets[name] { return values(node, spec) }
    context.unknown(
      "unknown-data", at: spec.range, "data", name, among: (tables.keys + datasets.keys).sorted())
    return nil
  }

  private func values(_ node: DocumentNode, _ spec: DataSpec) -> Found? {
    let format = DataFormat(spec.format, path: context.path, into: context.collector)
    return ChartTable(values: node, format: format, path: context.path, into: context.collector)
      .map { Found(table: $0) }
  }

  private func file(_ address: String, _ spec: DataSpec) -> Found? {
    let key = address + "\u{0}" + (spec.format.map { JSONWriter.text($0) } ?? "")
    if let table = loaded[key] { return Found(table: table) }
    guard let load else {
      context.error(
        "no-url", at: spec.range, "data is not read by address here", found: "`\(address)`",
        remedy: "name a table, or write `values`")
      return nil
    }
    guard let bytes = load(address) else {
      context.error(
        "no-file", at: spec.range, "the data file cannot be read", found: "`\(address)`")
      return nil
    }
    let format = DataFormat(
      spec.format, url: address, path: context.path, into: context.collector)
    let table = ChartTable(
      text: String(decoding: bytes, as: UTF8.self), format: format, path: address,
      into: context.collector)
    loaded[key] = table
    return table.map { Found(table: $0) }
  }
}

extension ColumnFacts {
  /// What the columns of a table declare.
  init(_ table: DataTable) {
    self.init()
    for column in table.columns {
      switch column.type {
      case .integer, .number: types[column.name] = .quantitative
      case .date, .datetime, .yearmonth: types[column.name] = .temporal
      case .year:
        types[column.name] = .temporal
        years.insert(column.name)
      default: types[column.name] = .nominal
      }
      titles[column.name] = column.title
      units[column.name] = column.unit?.symbol
      formats[column.name] = column.format
    }
  }
}
