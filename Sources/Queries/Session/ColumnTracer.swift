import CSQLite
import GRDB
import Tables

/// Finds which table's column each result column passes on.
///
/// SQLite tells the origin of a column through views, joins and subqueries, but of a compound SELECT
/// (UNION and the like) that of the first branch only. So each branch is compiled by itself, and a
/// column keeps its origin where all branches pass on columns of the same meaning. Of other queries
/// that are compound, the columns that do not agree are hidden from SQLite by a unary plus.
struct ColumnTracer {
  let compiler: QueryCompiler
  /// All that the query uses, each after those that it uses itself.
  let dependencies: [ParsedQuery]

  /// The origins of a query's columns; `statement` is the query, compiled as it will run.
  func origins(of query: ParsedQuery, _ statement: Statement) -> [ColumnOrigin?] {
    let count = statement.columnNames.count
    if ([query] + dependencies).allSatisfy({ !isCompound($0) }) { return origins(statement) }
    var bodies: [String: String] = [:]
    for (index, dependency) in dependencies.enumerated() {
      let earlier = Array(dependencies[..<index])
      guard isCompound(dependency) else { continue }
      bodies[dependency.query.name] = masked(dependency, using: earlier, bodies)
    }
    return traced(query, using: dependencies, bodies)
      ?? Array(repeating: nil, count: count)
  }

  private func isCompound(_ query: ParsedQuery) -> Bool {
    let outline = query.outline
    return outline.branches.count > 1 || outline.hasNestedCompound
      || outline.definitions.contains { $0.isCompound }
  }

  /// SQL of a query's columns in which only those of one origin in all branches keep it: the first
  /// branch alone where the origins can be told.
  private func masked(
    _ query: ParsedQuery, using earlier: [ParsedQuery], _ bodies: [String: String]
  ) -> String {
    let whole = ComposedSQL(query, using: earlier, bodies: bodies)
    guard let statement = prepare(whole.text) else {
      return query.text(query.outline.body)
    }
    let names = statement.columnNames
    let traced = traced(query, using: earlier, bodies)
    let origins = traced ?? []
    let body =
      traced == nil
      ? query.text(query.outline.body)
      : ComposedSQL(
        query, using: [], branch: query.outline.branches.first, masks: masks(query) ?? []
      ).text
    let columns = names.indices.map { index in
      let name = quotedName(names[index])
      return origins.indices.contains(index) && origins[index] != nil ? name : "+\(name) AS \(name)"
    }
    return "SELECT \(columns.joined(separator: ", ")) FROM (\n\(body)\n)"
  }

  /// The origins on which all branches agree; nil where they cannot be told.
  private func traced(
    _ query: ParsedQuery, using earlier: [ParsedQuery], _ bodies: [String: String]
  ) -> [ColumnOrigin?]? {
    guard let masks = masks(query) else { return nil }
    var agreed: [ColumnOrigin?]?
    for branch in query.outline.branches {
      let composed = ComposedSQL(
        query, using: earlier, bodies: bodies, branch: branch, masks: masks)
      guard let statement = prepare(composed.text) else { return nil }
      let found = origins(statement)
      guard let before = agreed else {
        agreed = found
        continue
      }
      guard before.count == found.count else { return nil }
      agreed = zip(before, found).map { means($0, $1) ? $0 : nil }
    }
    return agreed
  }

  /// Where branches of NULLs go that hide the columns of the query's own compound subqueries: these
  /// need names of their own for it. Nil where a compound stands elsewhere.
  private func masks(_ query: ParsedQuery) -> [(offset: Int, columns: Int)]? {
    let outline = query.outline
    if outline.hasNestedCompound { return nil }
    var masks: [(offset: Int, columns: Int)] = []
    for definition in outline.definitions where definition.isCompound {
      guard let columns = definition.columnCount,
        definition.bodyStart < outline.branches.first?.lowerBound ?? 0
      else { return nil }
      masks.append((definition.bodyStart, columns))
    }
    return masks
  }

  /// Whether two columns have the same type, unit and kind of status.
  private func means(_ a: ColumnOrigin?, _ b: ColumnOrigin?) -> Bool {
    guard let a, let b else { return false }
    if a == b { return true }
    guard let x = compiler.store.field(a), let y = compiler.store.field(b) else { return false }
    return x.column.type == y.column.type && x.column.unit == y.column.unit
      && x.unitColumn == y.unitColumn && x.status == y.status
  }

  private func prepare(_ sql: String) -> Statement? {
    try? compiler.db.makeStatement(sql: sql)
  }

  private func origins(_ statement: Statement) -> [ColumnOrigin?] {
    (0..<Int32(statement.columnNames.count)).map { index in
      guard let table = sqlite3_column_table_name(statement.sqliteStatement, index),
        let column = sqlite3_column_origin_name(statement.sqliteStatement, index)
      else { return nil }
      let origin = ColumnOrigin(
        table: String(cString: table), column: String(cString: column))
      return compiler.store.field(origin) == nil ? nil : origin
    }
  }
}
