/// Reads an SQL text once from left to right, with one level for each open parenthesis.
struct SQLOutlineScanner {
  /// What the scanner knows of one parenthesis.
  private struct Level {
    /// The named subquery whose body this is or lies in.
    var owner: Int?
    /// Whether this is the body itself.
    var isBody = false
    /// Whether the parenthesis is an operand, whose columns do not pass on: `IN (…)`, `EXISTS (…)`.
    var isOperand = false
    var isEmpty = true
    var inFrom = false
    /// Whether a table may follow.
    var expectsTable = false
    var with = With.none
  }

  /// Where a WITH clause stands.
  private enum With {
    case none
    case name
    case named(Int)
    case body(Int)
    case closed
  }

  private let byteCount: Int
  private var result: SQLOutline
  private var levels = [Level()]
  private var branchStart: Int?

  init(_ sql: String) {
    byteCount = sql.utf8.count
    result = SQLOutline(tokens: SQLLexer.tokens(of: sql))
  }

  mutating func outline() -> SQLOutline {
    dropSemicolon()
    result.body =
      (result.tokens.first?.range.lowerBound ?? 0)..<(result.tokens.last?.range.upperBound ?? 0)
    result.tailStart = result.body.upperBound
    checkStart()
    for index in result.tokens.indices where result.fault == nil { take(index) }
    if result.fault == nil, levels.count > 1, let last = result.tokens.last {
      fail("a parenthesis is not closed", last)
    }
    endBranch(result.tailStart)
    return result
  }

  private mutating func dropSemicolon() {
    while result.tokens.last?.isSymbol(";") == true { result.tokens.removeLast() }
  }

  private mutating func checkStart() {
    guard let first = result.tokens.first else {
      result.fault = .init(
        summary: "the query is empty", remedy: "write a SELECT", range: 0..<byteCount)
      return
    }
    guard ["select", "with", "values"].contains(first.text), first.kind == .word else {
      fail(
        "a query only reads: it begins with SELECT, WITH or VALUES", first,
        remedy: "tables are declared in the data package, settings in site.yaml")
      return
    }
  }

  private mutating func fail(_ summary: String, _ token: SQLToken, remedy: String? = nil) {
    guard result.fault == nil else { return }
    result.fault = .init(summary: summary, remedy: remedy, range: token.range)
  }

  private mutating func take(_ index: Int) {
    let token = result.tokens[index]
    switch token.kind {
    case .symbol: takeSymbol(token, index)
    case .word: takeWord(token, index)
    case .quotedName: takeName(token, index)
    case .parameter: takeParameter(token)
    case .string, .number: break
    case .unterminated: fail("\(token.text) is not closed", token)
    }
    levels[levels.count - 1].isEmpty = levels[levels.count - 1].isEmpty && token.isSymbol("(")
  }

  private mutating func takeParameter(_ token: SQLToken) {
    guard token.text.hasPrefix(":"), token.text.count > 1 else {
      fail("\(token.text) is no parameter", token, remedy: "parameters are named, as in :iso3")
      return
    }
    result.parameters.append(token)
  }

  // MARK: Parentheses and commas

  private mutating func takeSymbol(_ token: SQLToken, _ index: Int) {
    switch token.text {
    case "(": open(index)
    case ")":
      guard levels.count > 1 else { return fail("a parenthesis closes that none opened", token) }
      if levels.removeLast().isBody { levels[levels.count - 1].with = .closed }
    case ",":
      let last = levels.count - 1
      if case .closed = levels[last].with {
        levels[last].with = .name
      } else if levels[last].inFrom {
        levels[last].expectsTable = true
      }
    case ";":
      fail("only one statement is allowed", token, remedy: "make each statement a query of its own")
    default: break
    }
  }

  private mutating func open(_ index: Int) {
    let last = levels.count - 1
    let before = index > 0 ? result.tokens[index - 1] : nil
    var level = Level(owner: levels[last].owner)
    level.isOperand =
      levels[last].isOperand || before?.isWord("in") == true || before?.isWord("exists") == true
    level.expectsTable = levels[last].expectsTable
    level.inFrom = levels[last].expectsTable
    levels[last].expectsTable = false
    levels[last].isEmpty = false
    switch levels[last].with {
    case .body(let definition):
      level.owner = definition
      level.isBody = true
      result.definitions[definition].bodyStart = result.tokens[index].range.upperBound
    case .named(let definition):
      result.definitions[definition].columnCount = columnCount(from: index)
    default: break
    }
    levels.append(level)
  }

  /// The number of names between a parenthesis and its end.
  private func columnCount(from index: Int) -> Int {
    result.tokens[index...].prefix { !$0.isSymbol(")") }.count { $0.isSymbol(",") } + 1
  }

  // MARK: Words

  private mutating func takeWord(_ token: SQLToken, _ index: Int) {
    let last = levels.count - 1
    switch token.text {
    case "with" where levels[last].isEmpty:
      levels[last].with = .name
      if last == 0 { result.definitionsStart = token.range.upperBound }
    case "recursive" where isAwaitingName(last):
      if last == 0 { result.definitionsStart = token.range.upperBound }
    case "as":
      if case .named(let definition) = levels[last].with { levels[last].with = .body(definition) }
    case "select", "values":
      beginSelect(token, last)
    case "from" where !isDistinctFrom(index):
      levels[last].inFrom = true
      levels[last].expectsTable = true
    case "join":
      levels[last].expectsTable = true
    case "in":
      takeOperand(after: index)
    case "where", "group", "having", "window":
      leaveFrom(last)
    case "order", "limit":
      leaveFrom(last)
      if last == 0 { takeTail(token, index) }
    case "union", "intersect", "except":
      leaveFrom(last)
      takeCompound(token, last)
    default:
      takeName(token, index)
    }
  }

  private func isAwaitingName(_ level: Int) -> Bool {
    if case .name = levels[level].with { true } else { false }
  }

  /// `IS DISTINCT FROM` and `IS NOT DISTINCT FROM` compare.
  private func isDistinctFrom(_ index: Int) -> Bool {
    index >= 2 && result.tokens[index - 1].isWord("distinct")
      && (result.tokens[index - 2].isWord("is") || result.tokens[index - 2].isWord("not"))
  }

  private mutating func beginSelect(_ token: SQLToken, _ level: Int) {
    leaveFrom(level)
    levels[level].with = .none
    if level == 0, branchStart == nil { branchStart = token.range.lowerBound }
  }

  private mutating func leaveFrom(_ level: Int) {
    levels[level].inFrom = false
    levels[level].expectsTable = false
  }

  private mutating func takeCompound(_ token: SQLToken, _ level: Int) {
    if level == 0 {
      endBranch(token.range.lowerBound)
    } else if levels[level].isBody, let owner = levels[level].owner {
      result.definitions[owner].isCompound = true
    } else if !levels[level].isOperand {
      result.hasNestedCompound = true
    }
  }

  private mutating func endBranch(_ end: Int) {
    guard let start = branchStart else { return }
    result.branches.append(start..<end)
    branchStart = nil
  }

  // MARK: Names

  private mutating func takeName(_ token: SQLToken, _ index: Int) {
    let last = levels.count - 1
    if isAwaitingName(last) {
      levels[last].with = .named(result.definitions.count)
      result.definitions.append(.init(name: token.text.lowercased(), range: token.range))
    } else if levels[last].expectsTable {
      levels[last].expectsTable = false
      refer(index, owner: levels[last].owner)
    }
  }

  /// `x IN name` reads a table as FROM does.
  private mutating func takeOperand(after index: Int) {
    guard index + 1 < result.tokens.count, result.tokens[index + 1].isName else { return }
    refer(index + 1, owner: levels[levels.count - 1].owner)
  }

  /// Notes a table; of `main.production` the last part is its name.
  private mutating func refer(_ index: Int, owner: Int?) {
    let tokens = result.tokens
    var name = index
    if index + 2 < tokens.count, tokens[index + 1].isSymbol("."), tokens[index + 2].isName {
      name = index + 2
    }
    let isCall = name + 1 < tokens.count && tokens[name + 1].isSymbol("(")
    result.references.append(
      .init(
        name: tokens[name].text.lowercased(), range: tokens[name].range, owner: owner,
        isCall: isCall))
  }

  // MARK: The order

  private mutating func takeTail(_ token: SQLToken, _ index: Int) {
    endBranch(token.range.lowerBound)
    result.tailStart = min(result.tailStart, token.range.lowerBound)
    if token.text == "order" { result.order = orderTerms(from: index + 2) }
  }

  private func orderTerms(from start: Int) -> [SQLOutline.OrderTerm] {
    var terms: [[SQLToken]] = [[]]
    var depth = 0
    for token in result.tokens.dropFirst(start) {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth == 0, token.isWord("limit") { break }
      if depth == 0, token.isSymbol(",") {
        terms.append([])
      } else {
        terms[terms.count - 1].append(token)
      }
    }
    return terms.map(orderTerm)
  }

  private func orderTerm(_ tokens: [SQLToken]) -> SQLOutline.OrderTerm {
    let suffixes = ["asc", "desc", "nulls", "first", "last"]
    var term = tokens[...]
    while term.count > 1, let end = term.last, end.kind == .word, suffixes.contains(end.text) {
      term.removeLast()
    }
    if term.count > 2, term[term.endIndex - 2].isWord("collate") { term.removeLast(2) }
    guard let last = term.last else { return .expression }
    if term.count == 1, last.kind == .number, let position = Int(last.text) {
      return .position(position - 1)
    }
    let isQualified = term.count == 3 && term[term.startIndex + 1].isSymbol(".")
    return (term.count == 1 || isQualified) && last.isName ? .name(last.text) : .expression
  }
}
