/// Writes a query such that each row also says from which rows of tables its values are made.
///
/// A column more goes through the query and all that it uses. At a table it is the row's number; an expression
/// has the rows of the columns that it names, an aggregate those of its group, a window function those of its
/// partition. Rows that only choose others, in WHERE, ON, IN and EXISTS, are none of a value's. Nil stands for
/// what cannot be told so.
struct RowRewriter {
  /// What is asked of something that is selected from.
  enum Wanted: Hashable {
    /// The rows behind a row as a whole.
    case row
    /// Those behind a column, by its name in small letters.
    case column(String)
    /// Those behind the column at a place.
    case place(Int)
  }

  /// A text that is put in at a byte of a query.
  struct Insertion {
    var offset: Int
    var sql: String
  }

  /// Columns asked of one query or subquery of WITH, with the names they get.
  private struct Demand {
    private(set) var wanted: [Wanted] = []

    /// The number of a column, which is new or was asked for before.
    mutating func number(_ wanted: Wanted) -> Int {
      if let known = self.wanted.firstIndex(of: wanted) { return known }
      self.wanted.append(wanted)
      return self.wanted.count - 1
    }
  }

  /// The name of the column at the end of the result.
  static let column = "rows behind"
  /// What marks rows as those among which the ones behind a value are.
  static let bound = "~"

  private let graph: QueryGraph
  private let store: DataStore
  /// The tables, whose places in this list stand for them.
  private let tables: [String]
  private var demands: [String: Demand] = [:]
  /// The views of preferred values that are read.
  private var views: Set<String> = []

  init(_ store: DataStore, _ graph: QueryGraph) {
    self.store = store
    self.graph = graph
    tables = store.tablesInOrder
  }

  /// The query with the rows behind some of its columns, together, in a last column.
  mutating func sql(_ query: ParsedQuery, columns: [String]) -> String? {
    let dependencies = graph.dependencies(of: query)
    guard
      let main = insertions(
        into: query, columns.map { .column($0.lowercased()) }, name: { _ in Self.column })
    else { return nil }
    var bodies: [String: String] = [:]
    for dependency in dependencies.reversed() {
      let name = dependency.query.name
      guard let demand = demands[name] else { continue }
      let named = { Self.name(name, $0) }
      guard let texts = insertions(into: dependency, demand.wanted, name: named) else { return nil }
      bodies[name] = Self.text(of: dependency, with: texts)
    }
    let preferred = store.preferred.filter { views.contains($0.name) }.map { view in
      ParsedQuery(
        NamedQuery(
          name: view.name, sql: view.select(rows: rowText(view.table.name, "t")), path: "query"),
        isPrivate: false)
    }
    return ComposedSQL(
      query, using: preferred + dependencies, bodies: bodies,
      replacements: main.map { .init(range: $0.offset..<$0.offset, sql: $0.sql) }
    ).text
  }

  /// A query's own text with texts put in.
  private static func text(of query: ParsedQuery, with insertions: [Insertion]) -> String {
    var text = ""
    var start = query.outline.body.lowerBound
    for insertion in insertions {
      text += query.text(start..<insertion.offset) + insertion.sql
      start = insertion.offset
    }
    return text + query.text(start..<query.outline.body.upperBound)
  }

  static func name(_ relation: String, _ number: Int) -> String {
    "\(column) \(relation) \(number)"
  }

  /// The number of a table's row with that of the table, as SQL.
  private func rowText(_ table: String, _ alias: String) -> String? {
    tables.firstIndex(of: table).map { "'\($0):' || \(quotedName(alias)).rowid" }
  }

  // MARK: One query

  /// What is put into a query's text, in the order of the text. Of the query itself all columns are told
  /// together, under the one name; of what others use, each under its own.
  private mutating func insertions(
    into query: ParsedQuery, _ wanted: [Wanted], name: (Int) -> String
  ) -> [Insertion]? {
    guard var text = QueryText(query) else { return nil }
    let isMain = name(0) == Self.column
    let columns = isMain ? [wanted] : wanted.map { [$0] }
    var insertions: [Insertion] = []
    for (number, wanted) in columns.enumerated() {
      guard let added = add(wanted, to: text.main, as: name(number), &text) else { return nil }
      insertions += added
    }
    // A subquery of WITH is used by those behind it alone, or by itself, which is not followed.
    for index in text.definitions.indices.reversed() {
      let definition = text.definitions[index]
      text.last = index
      for (number, wanted) in text.demands[index].enumerated() {
        let name = text.name(ofDefinition: index, number)
        guard let shape = definition.shape,
          let added = add([wanted], to: shape, as: name, &text)
        else { return nil }
        insertions += added
        if let end = definition.columnsEnd {
          insertions.append(.init(offset: end, sql: ", " + quotedName(name)))
        }
      }
    }
    insertions += text.nested
    // Those of one place keep their order, which is that of all branches.
    return insertions.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  /// Adds a column to each branch of a SELECT.
  private mutating func add(
    _ wanted: [Wanted], to shape: SelectShape, as name: String, _ text: inout QueryText
  ) -> [Insertion]? {
    var insertions: [Insertion] = []
    for core in shape.cores {
      guard !core.isValues else { return nil }
      var parts: [String] = []
      for wanted in wanted {
        guard let sql = rows(wanted, core, of: shape, [], &text) else { return nil }
        if sql != Self.none { parts.append(sql) }
      }
      insertions.append(
        .init(
          offset: text.end(ofToken: core.listEnd - 1),
          sql: ", \(Self.union(parts)) AS \(quotedName(name))"))
    }
    return insertions
  }

  private static let none = "NULL"

  private static func union(_ parts: [String]) -> String {
    if parts.isEmpty { return none }
    if parts.count == 1 { return parts[0] }
    return parts.map { "coalesce(\($0), '')" }.joined(separator: " || ' ' || ")
  }

  // MARK: One SELECT

  /// The rows behind something of one branch, as SQL in its scope.
  ///
  /// - Parameter outer: what the SELECTs around it select from, innermost first.
  private mutating func rows(
    _ wanted: Wanted, _ core: SelectShape.Core, of shape: SelectShape,
    _ outer: [SelectShape.Item], _ text: inout QueryText
  ) -> String? {
    switch wanted {
    case .row:
      guard let parts = all(core.items.map { ($0, .row) }, &text) else { return nil }
      return gathered(Self.union(parts), core, [])
    case .place(let place):
      let isPlain = core.elements.prefix(place).allSatisfy { $0.star == nil }
      guard isPlain, place < core.elements.count else { return nil }
      return rows(core.elements[place].expression, core, outer, &text)
    case .column(let name):
      if let place = shape.place(of: name) {
        if shape.cores.count > 1 { return rows(.place(place), core, of: shape, outer, &text) }
        return rows(core.elements[place].expression, core, outer, &text)
      }
      // A column that `*` passes on.
      guard shape.cores.count == 1 else { return nil }
      let items = core.items.filter { item in
        core.elements.contains { element in
          switch element.star {
          case .all?: true
          case .of(let alias)?: item.alias == alias
          case nil: false
          }
        } && has(name, item, text)
      }
      guard let item = items.first, let sql = rows(.column(name), of: item, &text) else {
        return nil
      }
      return gathered(sql, core, [])
    }
  }

  /// The rows behind an expression.
  private mutating func rows(
    _ expression: Range<Int>, _ core: SelectShape.Core, _ outer: [SelectShape.Item],
    _ text: inout QueryText
  ) -> String? {
    guard let found = text.reader.parts(of: expression),
      var parts = parts(found, core, outer, &text)
    else { return nil }
    if parts.isEmpty, found.hasAggregate || !found.windows.isEmpty {
      // count(*) and the like rest on the rows as such.
      guard let rows = all(core.items.map { ($0, .row) }, &text) else { return nil }
      parts = rows
    }
    let sql = gathered(Self.union(parts), core, found.windows)
    let isBound = found.leavesOut || found.takesFirst && parts.count > 1
    return isBound && sql != Self.none ? "\(sql) || ' \(Self.bound)'" : sql
  }

  /// The rows behind the parts of an expression, before they are gathered over groups and windows.
  private mutating func parts(
    _ found: ExpressionParts, _ core: SelectShape.Core, _ outer: [SelectShape.Item],
    _ text: inout QueryText
  ) -> [String]? {
    let asked = found.columns.compactMap { column -> (SelectShape.Item, Wanted)? in
      let item = item(column, core.items, text) ?? item(column, outer, text)
      return item.map { ($0, .column(column.name)) }
    }
    guard var parts = all(asked, &text) else { return nil }
    for subquery in found.subqueries {
      guard let sql = rows(subquery: subquery, core.items + outer, &text) else { return nil }
      if sql != Self.none { parts.append(sql) }
    }
    for choice in found.choices {
      guard let sql = rows(choice, core, outer, &text) else { return nil }
      if sql != Self.none { parts.append(sql) }
    }
    return parts
  }

  /// A CASE that gives the rows behind the value chosen; behind one that is no column's, those of the condition.
  private mutating func rows(
    _ choice: ExpressionParts.Choice, _ core: SelectShape.Core, _ outer: [SelectShape.Item],
    _ text: inout QueryText
  ) -> String? {
    func sql(_ range: Range<Int>) -> String { text.sql(range) }
    var conditions: [String] = []
    var branches: [String] = []
    for branch in choice.branches {
      guard let condition = ungathered([choice.operand, branch.condition], core, outer, &text),
        let value = ungathered([branch.value], core, outer, &text)
      else { return nil }
      if condition != Self.none { conditions.append(condition) }
      branches.append(
        "WHEN \(sql(branch.condition)) THEN \(value == Self.none ? condition : value)")
    }
    guard var rest = ungathered([choice.otherwise], core, outer, &text) else { return nil }
    // In a sum, what fails the condition adds nothing; elsewhere it tells the value too.
    if rest == Self.none, choice.otherwise != nil, !core.isGrouped { rest = Self.union(conditions) }
    let head = choice.operand.map(sql) ?? ""
    return "CASE \(head) \(branches.joined(separator: " ")) ELSE \(rest) END"
  }

  /// The rows behind expressions, row by row.
  private mutating func ungathered(
    _ expressions: [Range<Int>?], _ core: SelectShape.Core, _ outer: [SelectShape.Item],
    _ text: inout QueryText
  ) -> String? {
    var all: [String] = []
    for expression in expressions.compactMap(\.self) {
      guard let found = text.reader.parts(of: expression),
        let parts = parts(found, core, outer, &text)
      else { return nil }
      all += parts
    }
    return Self.union(all)
  }

  /// A subquery of one value, with the rows behind the value in its place.
  private mutating func rows(
    subquery: Range<Int>, _ outer: [SelectShape.Item], _ text: inout QueryText
  ) -> String? {
    guard let shape = text.reader.shape(subquery), shape.cores.count == 1,
      let core = shape.cores.first, let element = core.elements.first, element.star == nil
    else { return nil }
    let known = text.nested.count
    guard let sql = rows(element.expression, core, outer, &text) else { return nil }
    if sql == Self.none { return sql }
    // What is put into the author's text is not in this copy of a part of it.
    guard text.nested.count == known else { return nil }
    let rest = text.query.text(
      text.end(ofToken: core.listEnd - 1)..<text.end(ofToken: subquery.upperBound - 1))
    return "(SELECT \(sql)\(rest))"
  }

  /// Rows over the group and the windows of an expression.
  private func gathered(
    _ sql: String, _ core: SelectShape.Core, _ windows: [ExpressionParts.Window]
  ) -> String {
    if sql == Self.none { return sql }
    let gather = quotedName(Self.column)
    let inner = core.isGrouped ? "\(gather)(\(sql))" : sql
    if windows.isEmpty { return inner }
    return Self.union(
      windows.map { window in
        let all = "\(gather)(\(inner)) OVER (\(window.partition))"
        return window.isOrdered ? "\(all) || ' \(Self.bound)'" : all
      })
  }

  private mutating func all(
    _ asked: [(SelectShape.Item, Wanted)], _ text: inout QueryText
  ) -> [String]? {
    var parts: [String] = []
    for (item, wanted) in asked {
      guard let sql = rows(wanted, of: item, &text) else { return nil }
      if sql != Self.none, !parts.contains(sql) { parts.append(sql) }
    }
    return parts
  }

  // MARK: What is selected from

  /// The column that has the rows behind something that is selected from.
  private mutating func rows(
    _ wanted: Wanted, of item: SelectShape.Item, _ text: inout QueryText
  ) -> String? {
    switch item.kind {
    case .nested(let shape):
      if shape.cores.contains(where: \.isValues) { return Self.none }
      let name = text.newName()
      guard let added = add([wanted], to: shape, as: name, &text) else { return nil }
      text.nested += added
      return item.alias.map { quotedName($0) + "." + quotedName(name) } ?? quotedName(name)
    case .named(let name):
      guard let alias = item.alias else { return nil }
      if let index = text.definition(name) {
        guard index < text.last else { return nil }
        if text.definitions[index].shape?.cores.allSatisfy(\.isValues) == true { return Self.none }
        return quotedName(alias) + "." + quotedName(text.demand(wanted, ofDefinition: index))
      }
      if graph.query(name, seenFrom: text.query) != nil {
        let number = demands[name, default: Demand()].number(wanted)
        return quotedName(alias) + "." + quotedName(Self.name(name, number))
      }
      if let row = rowText(name, alias) { return row }
      guard store.preferred.contains(where: { $0.name == name }) else { return nil }
      views.insert(name)
      return quotedName(alias) + "." + quotedName(Self.column)
    }
  }

  /// What a column belongs to.
  private func item(
    _ column: (qualifier: String?, name: String), _ items: [SelectShape.Item], _ text: QueryText
  ) -> SelectShape.Item? {
    guard let qualifier = column.qualifier else {
      return items.first { has(column.name, $0, text) }
    }
    return items.first { $0.alias == qualifier }
  }

  /// Whether something that is selected from has a column.
  private func has(_ column: String, _ item: SelectShape.Item, _ text: QueryText) -> Bool {
    switch item.kind {
    case .nested(let shape): return has(column, shape, text)
    case .named(let name):
      if let index = text.definition(name) {
        let definition = text.definitions[index]
        if !definition.columns.isEmpty { return definition.columns.contains(column) }
        return index < text.last && definition.shape.map { has(column, $0, text) } ?? false
      }
      if let query = graph.query(name, seenFrom: text.query) {
        guard let other = QueryText(query) else { return false }
        return has(column, other.main, other)
      }
      return store.facts[store.table(behind: name)]?.fields[column] != nil
    }
  }

  private func has(_ column: String, _ shape: SelectShape, _ text: QueryText) -> Bool {
    if shape.place(of: column) != nil { return true }
    guard let core = shape.cores.first else { return false }
    return core.elements.contains { element in
      switch element.star {
      case .all?: core.items.contains { has(column, $0, text) }
      case .of(let alias)?: core.items.contains { $0.alias == alias && has(column, $0, text) }
      case nil: false
      }
    }
  }
}
