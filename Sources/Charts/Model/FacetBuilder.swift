import Diagnostics
import Documents

/// Parts rows into plots by the values of the facet's fields.
struct FacetBuilder {
  let context: SpecContext

  /// The columns that are left of rows which the one plot of a facet aggregates; nil where all are left.
  ///
  /// The reference parts rows after it has aggregated them, so that other columns cannot order its plots.
  static func columns(after view: ViewSpec, _ facet: FacetSpec, _ facts: ColumnFacts) -> Set<
    String
  >? {
    guard case .unit = view.content else { return nil }
    let encoding = TypedEncoding(view.encoding, types: facts.types)
    // Channels sorted by other values need the rows as they are.
    let needsRows = encoding.channels.contains { spec in
      switch spec.sort {
      case .field, .channel: spec.type?.isDiscrete == true
      default: false
      }
    }
    guard encoding.isAggregated, !needsRows else { return nil }
    let specs = encoding.channels + [facet.row, facet.column, facet.wrapped].compactMap { $0 }
    return Set(specs.compactMap(FieldNames.column))
  }

  /// The facet's view; `child` builds one plot of some rows.
  func facet(
    _ view: ViewSpec, _ facet: FacetSpec, _ scope: ModelBuilder.Scope, known: Set<String>? = nil,
    child: (ModelBuilder.Scope) -> ViewNode?
  ) -> ViewNode? {
    var table = scope.table
    let row = prepare(facet.row, &table)
    let column = prepare(facet.column, &table)
    let wrapped = prepare(facet.wrapped, &table)
    let known = known ?? Set(table.fields)
    let rows = values(row, facet.row, table, known)
    let columns = values(column ?? wrapped, facet.column ?? facet.wrapped, table, known)
    guard rows.count * columns.count <= 2_000 else {
      context.error(
        "too-many-views", at: view.range, "the facet has too many plots",
        found: "\(rows.count * columns.count)", expected: "at most 2000")
      return nil
    }
    let parts = parts(table, row, column ?? wrapped)
    var cells: [FacetModel.Cell] = []
    let width = wrapped == nil ? columns.count : columnCount(facet, columns.count)
    for (r, rowValue) in rows.enumerated() {
      for (c, columnValue) in columns.enumerated() {
        guard let places = parts[[rowValue.key, columnValue.key]] else { continue }
        var inner = scope
        inner.table = table.rows(at: places)
        inner.hasData = true
        guard let view = child(inner) else { return nil }
        cells.append(
          wrapped == nil
            ? FacetModel.Cell(row: r, column: c, view: view)
            : FacetModel.Cell(row: c / width, column: c % width, view: view))
      }
    }
    let model = FacetModel(
      spec: facet, rows: rows, columns: columns, cells: cells, columnCount: width,
      facts: scope.facts)
    return ViewNode(spec: view, kind: .facet(model))
  }

  /// Transforms that are to part rows by the facet's fields wherever they summarise or stack.
  static func grouped(_ transforms: [DocumentNode], by facet: FacetSpec) -> [DocumentNode] {
    let fields = [facet.row, facet.column, facet.wrapped].compactMap { $0?.field }
      .map { DocumentNode(.string($0)) }
    return transforms.map { node in
      guard node["aggregate"] != nil || node["stack"] != nil, var mapping = node.mapping else {
        return node
      }
      let written = mapping["groupby"]?.list ?? []
      mapping.entries.removeAll { $0.key == "groupby" }
      mapping.entries.append(
        .init(key: "groupby", value: DocumentNode(.list(written + fields), node.range)))
      return DocumentNode(.mapping(mapping), node.range)
    }
  }

  private func columnCount(_ facet: FacetSpec, _ count: Int) -> Int {
    max(1, min(count, facet.grid.columns ?? count))
  }

  /// Adds the columns of a facet field's bins or time units; the name of its column.
  private func prepare(_ spec: ChannelSpec?, _ table: inout ChartTable) -> String? {
    guard let spec, let field = spec.field else { return nil }
    if !table.accessor(field).isThere, !table.isEmpty {
      context.unknown("unknown-field", at: spec.fieldRange, "field", field, among: table.fields)
    }
    if let parameters = spec.bin?.parameters {
      table = ChannelBins.add(parameters, spec, field, to: table) { _ in }
      return FieldNames.bin(parameters, field) + "_range"
    }
    if let unit = spec.timeUnit, !unit.isBinned {
      let name = FieldNames.timeUnit(unit, field)
      table = TimeUnitTransform(unit.parameters, field: field, as: name).apply(to: table)
      return name
    }
    return field
  }

  /// The values of a facet field in their order; one empty value where there is no field.
  private func values(
    _ column: String?, _ spec: ChannelSpec?, _ table: ChartTable, _ known: Set<String>
  ) -> [ChartValue] {
    guard let column, let spec else { return [.undefined] }
    let values = table.column(column)
    let sort: DomainSort
    switch spec.sort {
    case .descending: sort = .descending
    case .some(.none): sort = .none
    case .values(let nodes): sort = .list(nodes.map { ChartValue($0) })
    case .field(let name?, _, _) where !known.contains(name): sort = .none
    case .field(let name?, let op, let descending):
      sort = .keys(
        zip(values, table.column(name)).map { ($0, $1) }, op: op ?? "min", descending: descending)
    default:
      if let start = startColumn(column, table) {
        sort = .keys(zip(values, start).map { ($0, $1) }, op: "min", descending: false)
      } else {
        sort = .ascending
      }
    }
    return DomainBuilder.values([.values(values, sort)], written: nil, isTime: false)
  }

  /// The beginnings of the bins whose names stand in a column.
  private func startColumn(_ column: String, _ table: ChartTable) -> [ChartValue]? {
    guard column.hasPrefix("bin"), column.hasSuffix("_range") else { return nil }
    return table.column(String(column.dropLast("_range".count)))
  }

  private func parts(_ table: ChartTable, _ row: String?, _ column: String?) -> [[ChartValue]:
    [Int]]
  {
    let rows = row.map { table.column($0) }
    let columns = column.map { table.column($0) }
    var parts: [[ChartValue]: [Int]] = [:]
    for index in table.indices {
      let key = [
        rows?[index].key ?? ChartValue.undefined.key,
        columns?[index].key ?? ChartValue.undefined.key,
      ]
      parts[key, default: []].append(index)
    }
    return parts
  }
}
