import CSQLite
import GRDB
import Tables

/// Finds which table's column each result column passes on.
///
/// SQLite tells the origin of a column through views, joins and subqueries, but of a compound SELECT
/// (UNION and the like) that of one branch only: the first, or in a subquery the last. So each branch
/// is compiled by itself, and a column keeps its origin where all branches pass on columns of the same
/// meaning. Where other queries are compound, one branch stands for all, and the columns that do not
/// agree are hidden from SQLite by a unary plus; so it is with compound subqueries of WITH, which give NULLs
/// where their branches cannot be told apart.
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
    let origins = traced(query, using: earlier, bodies)
    let body = origins == nil ? query.text(query.outline.body) : firstBranch(query, earlier, bodies)
    let columns = names.indices.map { index in
      let name = quotedName(names[index])
      return origins?[index] != nil ? name : "+\(name) AS \(name)"
    }
    return "SELECT \(columns.joined(separator: ", ")) FROM (\n\(body)\n)"
  }

  private func firstBranch(
    _ query: ParsedQuery, _ earlier: [ParsedQuery], _ bodies: [String: String]
  ) -> String {
    guard let branch = query.outline.branches.first else { return query.text(query.outline.body) }
    let masks = masks(query, earlier, bodies) ?? []
    return ComposedSQL(query, using: [], ending: .branch(branch), replacements: masks).text
  }

  /// The origins on which all branches agree, one for each column; nil where they cannot be told.
  private func traced(
    _ query: ParsedQuery, using earlier: [ParsedQuery], _ bodies: [String: String]
  ) -> [ColumnOrigin?]? {
    guard let masks = masks(query, earlier, bodies) else { return nil }
    var agreed: [ColumnOrigin?]?
    for branch in query.outline.branches {
      let composed = ComposedSQL(
        query, using: earlier, bodies: bodies, ending: .branch(branch), replacements: masks)
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

  /// What stands for the bodies of the query's own compound subqueries, with the names that these give; nil
  /// where a compound stands elsewhere.
  private func masks(
    _ query: ParsedQuery, _ earlier: [ParsedQuery], _ bodies: [String: String]
  ) -> [ComposedSQL.Replacement]? {
    let outline = query.outline
    if outline.hasNestedCompound { return nil }
    var masks: [ComposedSQL.Replacement] = []
    for definition in outline.definitions where definition.isCompound {
      if let last = masks.last, definition.body.lowerBound < last.range.upperBound { continue }
      let agreed = agreedBranch(of: definition, query, earlier, bodies, masks)
      guard let sql = agreed ?? nulls(definition, query, earlier, bodies) else { return nil }
      masks.append(.init(range: definition.body, sql: sql))
    }
    return masks
  }

  /// The first branch of a compound subquery of WITH, with only those columns passed on that have the same
  /// meaning in all branches; nil where that cannot be told.
  private func agreedBranch(
    of definition: SQLOutline.Definition, _ query: ParsedQuery, _ earlier: [ParsedQuery],
    _ bodies: [String: String], _ masks: [ComposedSQL.Replacement]
  ) -> String? {
    let body = Array(query.text(definition.body).utf8)
    let outline = SQLOutline(String(decoding: body, as: UTF8.self))
    guard outline.definitions.isEmpty, !outline.hasNestedCompound else { return nil }
    let branches = outline.branches.map { String(decoding: body[$0], as: UTF8.self) }
    var names: [String] = []
    var agreed: [ColumnOrigin?] = []
    for (number, branch) in branches.enumerated() {
      let composed = ComposedSQL(
        query, using: earlier, bodies: bodies, ending: .other(branch), replacements: masks)
      guard let statement = prepare(composed.text) else { return nil }
      let found = origins(statement)
      if number == 0 { (names, agreed) = (statement.columnNames, found) }
      guard found.count == agreed.count else { return nil }
      agreed = zip(agreed, found).map { means($0, $1) ? $0 : nil }
    }
    guard let first = branches.first, Set(names).count == names.count else { return nil }
    let columns = zip(names, agreed).map { name, origin in
      let name = quotedName(name)
      return origin == nil ? "+\(name) AS \(name)" : name
    }
    return "SELECT \(columns.joined(separator: ", ")) FROM (\n\(first)\n)"
  }

  /// A row of NULLs, one for each column of a subquery of WITH; nil where their names cannot be told.
  private func nulls(
    _ definition: SQLOutline.Definition, _ query: ParsedQuery, _ earlier: [ParsedQuery],
    _ bodies: [String: String]
  ) -> String? {
    func select(_ columns: [String]) -> String { "SELECT " + columns.joined(separator: ", ") }
    if let count = definition.columnCount {
      return select(Array(repeating: "NULL", count: count))
    }
    let all = "SELECT * FROM \(quotedName(definition.name))"
    let composed = ComposedSQL(query, using: earlier, bodies: bodies, ending: .other(all))
    return prepare(composed.text).map { statement in
      select(statement.columnNames.map { "NULL AS \(quotedName($0))" })
    }
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
