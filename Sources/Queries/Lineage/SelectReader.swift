/// Reads the shape of SELECT statements off their tokens. What SQL allows but seldom needs has no shape:
/// joins in parentheses, WITH in subqueries.
struct SelectReader {
  let tokens: [SQLToken]

  /// The shape of a statement without WITH before it; nil where it has none.
  func shape(_ range: Range<Int>) -> SelectShape? {
    var cores: [SelectShape.Core] = []
    var start = range.lowerBound
    let end = first(["order", "limit"], in: range) ?? range.upperBound
    while start < end {
      let next = first(["union", "intersect", "except"], in: start..<end) ?? end
      guard let core = core(start..<next) else { return nil }
      cores.append(core)
      start = next + 1
      if start < end, tokens[start].isWord("all") { start += 1 }
    }
    return cores.isEmpty ? nil : SelectShape(cores: cores)
  }

  private func core(_ range: Range<Int>) -> SelectShape.Core? {
    var core = SelectShape.Core()
    guard let head = range.first else { return nil }
    if tokens[head].isWord("values") {
      core.isValues = true
      return core
    }
    guard tokens[head].isWord("select") else { return nil }
    var start = head + 1
    if start < range.upperBound, tokens[start].isWord("distinct") || tokens[start].isWord("all") {
      start += 1
    }
    let clauses = ["where", "group", "having", "window"]
    let listEnd = first(["from"] + clauses, in: start..<range.upperBound) ?? range.upperBound
    core.listEnd = listEnd
    for part in split(start..<listEnd) {
      guard let element = element(part) else { return nil }
      core.elements.append(element)
    }
    var rest = listEnd..<range.upperBound
    if let from = rest.first, tokens[from].isWord("from") {
      let end = first(clauses, in: rest) ?? rest.upperBound
      guard let items = items(from + 1..<end) else { return nil }
      core.items = items
      rest = end..<rest.upperBound
    }
    core.isGrouped =
      first(["group", "having"], in: rest) != nil
      || core.elements.contains { parts(of: $0.expression)?.hasAggregate == true }
    return core
  }

  // MARK: Columns

  private func element(_ range: Range<Int>) -> SelectShape.Element? {
    guard let last = range.last else { return nil }
    if tokens[last].isSymbol("*") {
      if range.count == 1 { return .init(expression: range, star: .all) }
      if range.count == 3, tokens[last - 1].isSymbol(".") {
        return .init(expression: range, star: .of(tokens[last - 2].text.lowercased()))
      }
    }
    let name = tokens[last].isName ? tokens[last].text.lowercased() : nil
    if range.count > 2, tokens[last - 1].isWord("as") {
      return .init(name: name, expression: range.lowerBound..<last - 1)
    }
    if range.count == 1 || range.count == 3 && tokens[last - 1].isSymbol(".") {
      return .init(name: name, expression: range)
    }
    if name != nil, range.count > 1, endsOperand(last - 1), !tokens[last].isWord("end") {
      return .init(name: name, expression: range.lowerBound..<last)
    }
    return .init(expression: range)
  }

  /// Words after which an expression goes on, so that the next word is no name given to it.
  private static let operators: Set<String> = [
    "and", "or", "not", "is", "in", "like", "glob", "between", "then", "else", "when", "case",
    "collate", "as", "from", "distinct", "escape",
  ]

  private func endsOperand(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word: return !Self.operators.contains(token.text)
    case .symbol: return token.text == ")"
    default: return true
    }
  }

  // MARK: Tables

  private static let joins: Set<String> = [
    "natural", "left", "right", "full", "inner", "cross", "outer", "join",
  ]

  private func items(_ range: Range<Int>) -> [SelectShape.Item]? {
    var items: [SelectShape.Item] = []
    var start = range.lowerBound
    while start < range.upperBound {
      while start < range.upperBound, isJoin(start) { start += 1 }
      let end = endOfItem(start..<range.upperBound)
      guard let item = item(start..<end) else { return nil }
      items.append(item)
      start =
        first(Array(Self.joins), orComma: true, in: end..<range.upperBound) ?? range.upperBound
    }
    return items
  }

  private func isJoin(_ index: Int) -> Bool {
    tokens[index].isSymbol(",")
      || tokens[index].kind == .word && Self.joins.contains(tokens[index].text)
  }

  private func endOfItem(_ range: Range<Int>) -> Int {
    first(["on", "using"] + Self.joins, orComma: true, in: range) ?? range.upperBound
  }

  private func item(_ range: Range<Int>) -> SelectShape.Item? {
    guard let head = range.first, let last = range.last else { return nil }
    if tokens[head].isSymbol("(") {
      guard let close = closing(head), close <= last, let shape = shape(head + 1..<close) else {
        return nil
      }
      let alias = last > close && tokens[last].isName ? tokens[last].text.lowercased() : nil
      return .init(kind: .nested(shape), alias: alias)
    }
    var name = head
    if name + 2 <= last, tokens[name + 1].isSymbol(".") { name += 2 }
    guard tokens[name].isName, name == last || tokens[last].isName else { return nil }
    return .init(
      kind: .named(tokens[name].text.lowercased()), alias: tokens[last].text.lowercased())
  }

  // MARK: Expressions

  /// What an expression rests on; nil where it cannot be told.
  func parts(of range: Range<Int>) -> ExpressionParts? {
    var parts = ExpressionParts()
    var index = range.lowerBound
    while index < range.upperBound {
      guard let next = read(index, in: range, into: &parts) else { return nil }
      index = next
    }
    return parts
  }

  /// Reads what begins at a token; gives the place behind it.
  private func read(_ index: Int, in range: Range<Int>, into parts: inout ExpressionParts) -> Int? {
    let token = tokens[index]
    if token.isSymbol("("), index + 1 < range.upperBound, let close = closing(index) {
      let head = tokens[index + 1]
      if head.isWord("with") { return nil }
      guard head.isWord("select") else { return index + 1 }
      let before = index > range.lowerBound ? tokens[index - 1] : nil
      // What only decides is no part of a value.
      if before?.isWord("in") != true, before?.isWord("exists") != true {
        parts.subqueries.append(index + 1..<close)
      }
      return close + 1
    }
    if token.isWord("case") { return choice(index, in: range, into: &parts) }
    if token.isWord("over") { return window(index, into: &parts) }
    if token.isWord("filter"), index + 1 < range.upperBound, tokens[index + 1].isSymbol("("),
      let close = closing(index + 1)
    {
      parts.leavesOut = true
      return close + 1
    }
    guard token.isName else { return index + 1 }
    if index + 1 < range.upperBound, tokens[index + 1].isSymbol("(") {
      if AggregateCall.begins(at: index, in: tokens), !isWindowed(index + 1) {
        parts.hasAggregate = true
      }
      if token.isWord("coalesce") || token.isWord("ifnull") { parts.takesFirst = true }
      if token.isWord("iif") { parts.leavesOut = true }
      return index + 1
    }
    if index + 2 < range.upperBound, tokens[index + 1].isSymbol(".") {
      parts.columns.append((token.text.lowercased(), tokens[index + 2].text.lowercased()))
      return index + 3
    }
    parts.columns.append((nil, token.text.lowercased()))
    return index + 1
  }

  /// Reads a CASE expression; one over windows is taken as an expression of all that it names.
  private func choice(
    _ index: Int, in range: Range<Int>, into parts: inout ExpressionParts
  ) -> Int? {
    guard let (choice, next) = choice(from: index, in: range) else { return nil }
    let inner =
      [choice.operand, choice.otherwise].compactMap(\.self)
      + choice.branches.flatMap { [$0.condition, $0.value] }
    let found = inner.compactMap { self.parts(of: $0) }
    guard found.count == inner.count else { return nil }
    parts.hasAggregate = parts.hasAggregate || found.contains(where: \.hasAggregate)
    guard found.contains(where: { !$0.windows.isEmpty }) else {
      parts.choices.append(choice)
      return next
    }
    for found in found {
      parts.columns += found.columns
      parts.subqueries += found.subqueries
      parts.windows += found.windows
      parts.choices += found.choices
    }
    parts.leavesOut = true
    return next
  }

  /// The parts of the CASE that begins at a token, and the place behind its END.
  private func choice(
    from start: Int, in range: Range<Int>
  ) -> (ExpressionParts.Choice, next: Int)? {
    var choice = ExpressionParts.Choice()
    var (begin, last, condition) = (start + 1, "case", 0..<0)
    var (depth, nested) = (0, 0)
    for index in start + 1..<range.upperBound {
      let token = tokens[index]
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      guard depth == 0, token.kind == .word else { continue }
      if token.text == "case" { nested += 1 }
      if nested > 0 {
        if token.text == "end" { nested -= 1 }
        continue
      }
      guard ["when", "then", "else", "end"].contains(token.text) else { continue }
      let part = begin..<index
      switch last {
      case "case": choice.operand = part.isEmpty ? nil : part
      case "when": condition = part
      case "then": choice.branches.append((condition, part))
      default: choice.otherwise = part
      }
      if token.text == "end" { return (choice, index + 1) }
      (begin, last) = (index + 1, token.text)
    }
    return nil
  }

  /// Whether a call, whose arguments begin at a parenthesis, is one over a window.
  private func isWindowed(_ open: Int) -> Bool {
    guard var next = closing(open).map({ $0 + 1 }) else { return false }
    if next + 1 < tokens.count, tokens[next].isWord("filter") {
      next = closing(next + 1).map { $0 + 1 } ?? next
    }
    return next < tokens.count && tokens[next].isWord("over")
  }

  /// Reads a window, and the columns that put its rows in order.
  private func window(_ index: Int, into parts: inout ExpressionParts) -> Int? {
    guard index + 1 < tokens.count else { return nil }
    guard tokens[index + 1].isSymbol("("), let close = closing(index + 1) else {
      parts.windows.append(.init(partition: "", isOrdered: true))
      return index + 2
    }
    let inside = index + 2..<close
    let order = first(["order"], in: inside)
    let frame = first(["rows", "range", "groups"], in: inside)
    let partitionEnd = order ?? frame ?? close
    let isPlain = inside.isEmpty || ["partition", "order"].contains(tokens[index + 2].text)
    let hasPartition = isPlain && !inside.isEmpty && tokens[index + 2].isWord("partition")
    parts.windows.append(
      .init(
        partition: hasPartition ? sql(index + 2..<partitionEnd) : "",
        isOrdered: order != nil || frame != nil || !isPlain))
    if let order, let terms = self.parts(of: order + 1..<(frame ?? close)) {
      parts.columns += terms.columns
    }
    return close + 1
  }

  /// Tokens as SQL.
  private func sql(_ range: Range<Int>) -> String {
    tokens[range].map { token in
      switch token.kind {
      case .quotedName: quotedName(token.text)
      case .string:
        "'"
          + token.text.split(separator: "'", omittingEmptySubsequences: false).joined(
            separator: "''")
          + "'"
      default: token.text
      }
    }.joined(separator: " ")
  }

  // MARK: Tokens

  /// The place of the parenthesis that closes another.
  private func closing(_ open: Int) -> Int? {
    var depth = 0
    for index in open..<tokens.count {
      if tokens[index].isSymbol("(") { depth += 1 }
      if tokens[index].isSymbol(")") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The first of some words, or comma, that stands in no parenthesis of a range.
  private func first(_ words: [String], orComma: Bool = false, in range: Range<Int>) -> Int? {
    var depth = 0
    for index in range {
      let token = tokens[index]
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      guard depth == 0 else { continue }
      if orComma, token.isSymbol(",") { return index }
      guard token.kind == .word, words.contains(token.text) else { continue }
      // IS DISTINCT FROM compares.
      if token.text == "from", index > range.lowerBound, tokens[index - 1].isWord("distinct") {
        continue
      }
      return index
    }
    return nil
  }

  /// The parts of a range between commas that stand in no parenthesis.
  private func split(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while let comma = first([], orComma: true, in: start..<range.upperBound) {
      parts.append(start..<comma)
      start = comma + 1
    }
    return parts + [start..<range.upperBound]
  }
}
