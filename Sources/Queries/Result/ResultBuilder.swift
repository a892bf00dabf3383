import Diagnostics
import Tables

/// Gives the rows of a query their meaning: types, titles, units, statuses and sources.
struct ResultBuilder {
  let store: DataStore
  let run: QueryRun
  private let columns: [String]
  private let origins: [ColumnOrigin?]
  /// The field of each column that is passed on unchanged.
  private let fields: [TableFacts.Field?]

  init(store: DataStore, run: QueryRun) {
    self.store = store
    self.run = run
    columns = run.compiled.columns
    origins = run.compiled.origins
    fields = origins.map { $0.flatMap(store.field) }
  }

  /// The result, or nil where a column contradicts itself, after a report.
  func result(into collector: DiagnosticCollector) -> QueryResult? {
    let conflicts = columns.indices.compactMap(conflict)
    guard conflicts.isEmpty else {
      collector.add(conflicts)
      return nil
    }
    let shown = columns.indices.map(column)
    let converters = shown.map { converter($0.type) }
    let rows = run.rows.map { row in zip(row, converters).map { $1($0) } }
    let source = columns.firstIndex { $0.lowercased() == "source" }
    let tableSources = sourcesOfTables
    let result = QueryResult(
      table: DataTable(columns: shown, rows: rows), origins: origins, reads: run.compiled.reads,
      queries: run.compiled.queries, isOrdered: run.compiled.order.isOrdered,
      orderKeys: run.compiled.order.keys, exactLineage: source != nil || tableSources.isEmpty,
      hasOtherOrderKeys: run.compiled.order.hasOtherKeys, meanings: columns.indices.map(meaning),
      sourceColumn: source, periodColumn: periodColumn, tableSources: tableSources,
      units: store.units)
    return checkStatusWords(result, into: collector) ? result : nil
  }

  // MARK: Columns

  /// A measure's unit against that of the field passed on: tonnes must not pass as a share.
  private func conflict(_ index: Int) -> Diagnostic? {
    guard let origin = origins[index], let measure = store.measures[columns[index]],
      let declared = measure.unit, let unit = fields[index]?.column.unit,
      declared.symbol != unit.symbol
    else { return nil }
    let query = run.query
    let place = query.outline.firstName(columns[index])?.range ?? query.outline.body
    return query.error(
      "query.unit-conflict", at: place,
      "\(columns[index]) is a measure in \(declared.symbol) and cannot be a column in \(unit.symbol)",
      found: "\(origin.table).\(origin.column), in \(unit.symbol)", expected: declared.symbol,
      remedy: "give the column another name, or compute the measure")
  }

  private func column(_ index: Int) -> DataColumn {
    let name = columns[index]
    let measure = store.measures[name]
    guard let field = fields[index]?.column else {
      var column = DataColumn(
        name, type(ofValues: index, measure), title: measure?.title, unit: unit(measure),
        format: measure?.displayFormat)
      column.measure = measure.flatMap(MeasureNote.init)
      return column
    }
    let isRenamed = field.name.lowercased() != name.lowercased()
    var column = DataColumn(
      name, field.type, title: isRenamed ? measure?.title : field.title ?? measure?.title,
      unit: field.unit ?? unit(measure), format: field.format ?? measure?.displayFormat,
      description: field.description, isCalendar: field.isCalendar)
    column.measure = measure.flatMap(MeasureNote.init)
    return column
  }

  private func unit(_ measure: Measure?) -> DataUnit? {
    measure?.unit.map(store.units.resolve)
  }

  /// The type of a computed column, by its values.
  private func type(ofValues index: Int, _ measure: Measure?) -> ColumnType {
    var hasIntegers = false
    var hasNumbers = false
    var hasTexts = false
    for row in run.rows {
      switch row[index] {
      case .integer: hasIntegers = true
      case .number: hasNumbers = true
      case .text: hasTexts = true
      case .null, .boolean: break
      }
    }
    switch (hasIntegers || hasNumbers, hasTexts) {
    case (true, true): return .any
    case (true, false): return hasNumbers ? .number : .integer
    case (false, true): return .string
    case (false, false): return measure?.unit == nil ? .any : .number
    }
  }

  /// How SQLite's values become those of a type: whole numbers with a unit are stored as REAL.
  private func converter(_ type: ColumnType) -> (DataValue) -> DataValue {
    switch type {
    case .integer, .year:
      return { value in
        guard case .number(let number) = value, let whole = Int(exactly: number) else {
          return value
        }
        return .integer(whole)
      }
    case .number:
      return { value in
        if case .integer(let whole) = value { .number(Double(whole)) } else { value }
      }
    case .boolean:
      return { value in
        if case .integer(let whole) = value { .boolean(whole != 0) } else { value }
      }
    default:
      return { $0 }
    }
  }

  // MARK: Meanings

  private func meaning(_ index: Int) -> ColumnMeaning {
    var meaning = ColumnMeaning(status: status(index), missing: fields[index]?.missing)
    if let unitColumn = fields[index]?.unitColumn, let table = origins[index]?.table {
      meaning.unitColumn = passedOn(table, unitColumn)
      meaning.lacksUnitColumn = meaning.unitColumn == nil
    }
    return meaning
  }

  /// The result column that passes on a column of a table.
  private func passedOn(_ table: String, _ column: String) -> Int? {
    let wanted = (table.lowercased(), column.lowercased())
    return origins.firstIndex { origin in
      origin.map { ($0.table.lowercased(), $0.column.lowercased()) == wanted } ?? false
    }
  }

  private func status(_ index: Int) -> ColumnMeaning.Status {
    let name = columns[index].lowercased()
    if name == "source" || isStatus(name) { return .reported }
    for wanted in [name + "_status", "status"] {
      guard wanted != name, let found = columns.firstIndex(where: { $0.lowercased() == wanted })
      else { continue }
      return .column(found, rule(of: found, for: index))
    }
    guard let field = fields[index], let table = origins[index]?.table else {
      return isNumber(index) && readsStatus ? .unknown : .reported
    }
    switch field.status {
    case nil: return .reported
    case .constant(let status)?: return .constant(status)
    case .column(let column, let words)?:
      guard let found = passedOn(table, column) else { return .unknown }
      return .column(found, .column(column, words))
    }
  }

  private func isStatus(_ name: String) -> Bool {
    name == "status" || name.hasSuffix("_status")
  }

  /// Whether a computed column holds numbers: texts have no status of their own.
  private func isNumber(_ index: Int) -> Bool {
    let type = type(ofValues: index, store.measures[columns[index]])
    return type.isNumeric || type == .any
  }

  /// How the words of a status column are read: as the field declares, where it is the field's.
  private func rule(of statusColumn: Int, for index: Int) -> StatusRule {
    if case .column(let column, let words)? = fields[index]?.status,
      origins[statusColumn]?.column.lowercased() == column.lowercased()
    {
      return .column(column, words)
    }
    return .column(columns[statusColumn], [:])
  }

  /// Whether a column read, of whatever table, is declared to have a status.
  private var readsStatus: Bool {
    run.compiled.reads.contains { table, columns in
      guard let facts = store.facts[table] else { return false }
      return columns.contains { facts.fields[$0]?.status != nil }
    }
  }

  private func checkStatusWords(
    _ result: QueryResult, into collector: DiagnosticCollector
  ) -> Bool {
    let own = columns.indices.filter {
      isStatus(columns[$0].lowercased()) && origins[$0] == nil
    }
    let words = DataStatus.allCases.map(\.word)
    for index in own {
      for (row, values) in result.table.rows.enumerated() {
        guard let word = values[index].text, !words.contains(word) else { continue }
        collector.add(
          run.query.error(
            "query.status-word", at: run.query.outline.body,
            "\(columns[index]) holds a word that is no status",
            found: "\"\(word)\" in row \(row + 1)",
            remedy: NearMiss.suggestion(for: word, among: words).map { "did you mean \($0)?" }
              ?? "the statuses are \(words.joined(separator: ", "))"))
        return false
      }
    }
    return true
  }

  // MARK: Sources and period

  private var sourcesOfTables: [String] {
    let ids = run.compiled.reads.keys.flatMap { store.facts[$0]?.sources ?? [] }
    return Set(ids).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private var periodColumn: Int? {
    origins.firstIndex { origin in
      guard let origin, let period = store.facts[origin.table.lowercased()]?.period else {
        return false
      }
      return period.lowercased() == origin.column.lowercased()
    }
  }
}
