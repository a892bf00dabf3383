import Diagnostics

/// Compiles an expression's text into instructions, in one pass.
///
/// Operators of equal precedence and chains of `?:` are read in loops; only brackets nest, up to
/// `depthLimit`.
struct ExpressionParser {
  /// How deep brackets and calls may nest.
  static let depthLimit = 100
  /// How many characters an expression may have.
  static let lengthLimit = 100_000

  private var lexer: ExpressionLexer
  private var token = ExpressionToken(kind: .end, start: 0, end: 0)
  private let knownParameters: Set<String>?
  private var depth = 0

  private(set) var instructions: [ExpressionInstruction] = []
  private(set) var fields: [FieldPath] = []
  private(set) var parameters: [String] = []
  private var fieldPlaces: [FieldPath: Int] = [:]
  private var parameterPlaces: [String: Int] = [:]

  /// A parser; without `parameters` every unknown name is taken for one.
  init(_ text: String, parameters: Set<String>?) {
    lexer = ExpressionLexer(text)
    knownParameters = parameters
  }

  /// Reads the whole text.
  mutating func parse() throws(ExpressionFault) {
    try advance(allowsPattern: true)
    try conditional()
    guard token.kind == .end else { throw unexpected("an operator or the end") }
  }

  /// `a ? b : c ? d : e`, in a loop over the chain.
  private mutating func conditional() throws(ExpressionFault) {
    var exits: [Int] = []
    try disjunction()
    while isSymbol("?") {
      try advance(allowsPattern: true)
      let branch = reserve()
      try nested { parser throws(ExpressionFault) in try parser.conditional() }
      try expect(":")
      exits.append(reserve())
      instructions[branch] = .jumpIfFalse(instructions.count)
      try disjunction()
    }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  /// `a || b || c`.
  private mutating func disjunction() throws(ExpressionFault) {
    try conjunction()
    var exits: [Int] = []
    while isSymbol("||") {
      try advance(allowsPattern: true)
      exits.append(reserve())
      try conjunction()
    }
    for exit in exits { instructions[exit] = .keepIfTrue(instructions.count) }
  }

  /// `a && b && c`.
  private mutating func conjunction() throws(ExpressionFault) {
    try binary()
    var exits: [Int] = []
    while isSymbol("&&") {
      try advance(allowsPattern: true)
      exits.append(reserve())
      try binary()
    }
    for exit in exits { instructions[exit] = .keepIfFalse(instructions.count) }
  }

  /// All other operators with two sides, by precedence, with a stack of those that wait.
  private mutating func binary() throws(ExpressionFault) {
    var waiting: [ExpressionOperator.Binary] = []
    try unary()
    while let next = binaryOperator() {
      try advance(allowsPattern: true)
      while let last = waiting.last, last.precedence >= next.precedence {
        instructions.append(.binary(waiting.removeLast()))
      }
      waiting.append(next)
      try unary()
    }
    while let last = waiting.popLast() { instructions.append(.binary(last)) }
  }

  private func binaryOperator() -> ExpressionOperator.Binary? {
    switch token.kind {
    case .symbol(let symbol): ExpressionOperator.Binary(rawValue: symbol)
    case .name("in"): .contained
    default: nil
    }
  }

  /// Signs and negations in front of a value.
  private mutating func unary() throws(ExpressionFault) {
    var signs: [ExpressionOperator.Unary] = []
    while case .symbol(let symbol) = token.kind,
      let sign = ExpressionOperator.Unary(rawValue: symbol)
    {
      signs.append(sign)
      try advance(allowsPattern: true)
    }
    try postfix()
    for sign in signs.reversed() { instructions.append(.unary(sign)) }
  }

  /// A value with its members: `a.b`, `a[b]`.
  private mutating func postfix() throws(ExpressionFault) {
    try primary()
    while true {
      if isSymbol(".") {
        try advance(allowsPattern: false)
        guard case .name(let name) = token.kind else { throw unexpected("the name of a member") }
        try advance(allowsPattern: false)
        if !joinDatum(name) { instructions.append(.member(name)) }
      } else if isSymbol("[") {
        try advance(allowsPattern: true)
        let start = instructions.count
        try nested { parser throws(ExpressionFault) in try parser.conditional() }
        try expect("]", allowsPattern: false)
        if instructions.count == start + 1, case .constant(.text(let name)) = instructions[start] {
          instructions.removeLast()
          if !joinDatum(name) { instructions.append(.member(name)) }
        } else {
          instructions.append(.index)
        }
      } else {
        return
      }
    }
  }

  /// Turns `datum` followed by a name into the reading of one field.
  private mutating func joinDatum(_ name: String) -> Bool {
    guard case .datum = instructions.last else { return false }
    let path = FieldPath(column: name)
    let place = fieldPlaces[path] ?? fields.count
    if place == fields.count {
      fields.append(path)
      fieldPlaces[path] = place
    }
    instructions[instructions.count - 1] = .field(place)
    return true
  }

  private mutating func primary() throws(ExpressionFault) {
    let start = token
    switch token.kind {
    case .number(let value):
      try advance(allowsPattern: false)
      instructions.append(.constant(.number(value)))
    case .text(let text):
      try advance(allowsPattern: false)
      instructions.append(.constant(.text(text)))
    case .pattern(let pattern, let flags):
      try checkPattern(pattern, flags)
      try advance(allowsPattern: false)
      instructions.append(.constant(RegularExpression.value(pattern, flags: flags)))
    case .name(let name):
      try advance(allowsPattern: false)
      if isSymbol("(") { try call(name, start) } else { try variable(name, start) }
    case .symbol("("):
      try advance(allowsPattern: true)
      try nested { parser throws(ExpressionFault) in try parser.conditional() }
      try expect(")", allowsPattern: false)
    case .symbol("["):
      instructions.append(.list(try elements(closing: "]")))
    case .symbol("{"):
      try record()
    default:
      throw unexpected("a value")
    }
  }

  /// The elements of a list or the arguments of a call, up to and with the closing bracket.
  private mutating func elements(closing: String) throws(ExpressionFault) -> Int {
    try advance(allowsPattern: true)
    var count = 0
    while !isSymbol(closing) {
      if count > 0 { try expect(",") }
      try nested { parser throws(ExpressionFault) in try parser.conditional() }
      count += 1
    }
    try advance(allowsPattern: false)
    return count
  }

  private mutating func record() throws(ExpressionFault) {
    try advance(allowsPattern: false)
    var names: [String] = []
    while !isSymbol("}") {
      if !names.isEmpty { try expect(",", allowsPattern: false) }
      switch token.kind {
      case .name(let name), .text(let name): names.append(name)
      case .number(let value): names.append(JavaScriptNumber.text(value))
      default: throw unexpected("the name of a member")
      }
      try advance(allowsPattern: false)
      try expect(":")
      try nested { parser throws(ExpressionFault) in try parser.conditional() }
    }
    try advance(allowsPattern: false)
    instructions.append(.record(names))
  }

  private mutating func variable(_ name: String, _ at: ExpressionToken) throws(ExpressionFault) {
    if name == "datum" || name == "parent" {
      instructions.append(.datum)
    } else if let constant = ExpressionFunction.constants[name] {
      instructions.append(.constant(constant))
    } else {
      if let known = knownParameters, !known.contains(name) {
        throw ExpressionFault(
          id: "expression.unknown-name", start: at.start, end: at.end,
          summary: "no parameter has the name `\(name)`", found: name,
          remedy: near(name, known).map { "did you mean `\($0)`?" }
            ?? "fields are read as `datum.\(name)`")
      }
      let place = parameterPlaces[name] ?? parameters.count
      if place == parameters.count {
        parameters.append(name)
        parameterPlaces[name] = place
      }
      instructions.append(.parameter(place))
    }
  }

  private mutating func call(_ name: String, _ at: ExpressionToken) throws(ExpressionFault) {
    if name == "if" { return try conditionalCall(at) }
    let function = ExpressionFunction.named(name)
    guard function != nil || ExpressionFunction.hostNames.contains(name) else {
      throw unknownFunction(name, at)
    }
    let count = try elements(closing: ")")
    guard let function else { return instructions.append(.host(name, count)) }
    guard function.arity.contains(count) else {
      let (low, high) = (function.arity.lowerBound, function.arity.upperBound)
      throw ExpressionFault(
        id: "expression.arguments", start: at.start, end: at.end,
        summary: "`\(name)` is called with the wrong number of arguments", found: "\(count)",
        expected: low == high ? "\(low)" : high == .max ? "at least \(low)" : "\(low) to \(high)")
    }
    instructions.append(.call(function, count))
  }

  /// `if(test, a, b)`, which evaluates one branch only.
  private mutating func conditionalCall(_ at: ExpressionToken) throws(ExpressionFault) {
    try advance(allowsPattern: true)
    try nested { parser throws(ExpressionFault) in try parser.conditional() }
    try expect(",")
    let branch = reserve()
    try nested { parser throws(ExpressionFault) in try parser.conditional() }
    let exit = reserve()
    instructions[branch] = .jumpIfFalse(instructions.count)
    if isSymbol(",") {
      try advance(allowsPattern: true)
      try nested { parser throws(ExpressionFault) in try parser.conditional() }
    } else {
      instructions.append(.constant(.undefined))
    }
    instructions[exit] = .jump(instructions.count)
    try expect(")", allowsPattern: false)
  }

  private func unknownFunction(_ name: String, _ at: ExpressionToken) -> ExpressionFault {
    if let reason = ExpressionFunction.refused[name] {
      return ExpressionFault(
        id: "expression.refused", start: at.start, end: at.end,
        summary: "`\(name)` is not available", found: "\(name)()", remedy: reason)
    }
    return ExpressionFault(
      id: "expression.unknown-function", start: at.start, end: at.end,
      summary: "no function has the name `\(name)`", found: name,
      remedy: near(name, ExpressionFunction.names).map { "did you mean `\($0)`?" })
  }

  private func checkPattern(_ pattern: String, _ flags: String) throws(ExpressionFault) {
    if let reason = RegularExpression.fault(pattern, flags: flags) {
      throw ExpressionFault(
        id: "expression.pattern", start: token.start, end: token.end,
        summary: "a regular expression is not supported: \(reason)", found: token.shown)
    }
  }

  private mutating func nested(
    _ body: (inout ExpressionParser) throws(ExpressionFault) -> Void
  ) throws(ExpressionFault) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw ExpressionFault(
        id: "expression.depth", start: token.start, end: token.end,
        summary: "brackets nest at most \(Self.depthLimit) deep",
        remedy: "compute parts of it in a `calculate` of their own")
    }
    try body(&self)
    depth -= 1
  }

  /// The place of an instruction that is filled in later.
  private mutating func reserve() -> Int {
    instructions.append(.jump(0))
    return instructions.count - 1
  }

  private func isSymbol(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  private mutating func advance(allowsPattern: Bool) throws(ExpressionFault) {
    token = try lexer.next(allowsPattern: allowsPattern)
  }

  private mutating func expect(_ symbol: String, allowsPattern: Bool = true) throws(ExpressionFault)
  {
    guard isSymbol(symbol) else { throw unexpected("`\(symbol)`") }
    try advance(allowsPattern: allowsPattern)
  }

  private func unexpected(_ expected: String) -> ExpressionFault {
    ExpressionFault(
      id: "expression.syntax", start: token.start, end: token.end,
      summary: "an expression cannot be read", found: token.shown, expected: expected)
  }
}

private func near(_ name: String, _ candidates: some Sequence<String>) -> String? {
  NearMiss.suggestion(for: name, among: candidates)
}
