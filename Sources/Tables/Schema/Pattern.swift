/// A regular expression as XML Schema has it, matched against whole texts.
///
/// It runs as a set of states, not by trying one way after the other: time is linear in the text for
/// every expression, so that no pattern and no cell can make it hang.
struct Pattern: Sendable {
  /// The most states of an expression.
  static let sizeLimit = 5000

  private enum Step: Sendable {
    case scalar(PatternSet)
    /// On to both.
    case split(Int, Int)
    case jump(Int)
    case end
  }

  private var steps: [Step] = []

  /// A compiled expression; throws where the text is none or too large.
  init(_ text: String) throws(PatternFault) {
    var parser = PatternParser(text)
    let syntax = try parser.parse()
    guard syntax.size <= Self.sizeLimit else {
      throw PatternFault(reason: "the expression is too large", offset: 0)
    }
    compile(syntax)
    steps.append(.end)
  }

  /// Whether the whole text fits.
  func matches(_ text: String) -> Bool {
    var current = StateList(count: steps.count)
    var next = StateList(count: steps.count)
    var pending: [Int] = []
    follow(0, into: &current, &pending)
    for scalar in text.unicodeScalars {
      next.removeAll()
      for state in current.states {
        if case .scalar(let set) = steps[state], set.contains(scalar) {
          follow(state + 1, into: &next, &pending)
        }
      }
      swap(&current, &next)
      if current.states.isEmpty { return false }
    }
    return current.states.contains { if case .end = steps[$0] { true } else { false } }
  }

  /// Adds a state and those reached from it without a scalar; `pending` is room to work in.
  private func follow(_ start: Int, into list: inout StateList, _ pending: inout [Int]) {
    pending.append(start)
    while let state = pending.popLast() {
      guard list.insert(state) else { continue }
      switch steps[state] {
      case .split(let a, let b):
        pending.append(b)
        pending.append(a)
      case .jump(let target): pending.append(target)
      case .scalar, .end: break
      }
    }
  }

  private mutating func compile(_ syntax: PatternSyntax) {
    switch syntax {
    case .set(let set): steps.append(.scalar(set))
    case .sequence(let parts): for part in parts { compile(part) }
    case .choice(let branches): compile(choice: branches[...])
    case .repetition(let part, let least, let most):
      for _ in 0..<least { compile(part) }
      if let most {
        compile(part, upTo: most - least)
      } else {
        let loop = steps.count
        steps.append(.jump(0))
        compile(part)
        steps.append(.jump(loop))
        steps[loop] = .split(loop + 1, steps.count)
      }
    }
  }

  private mutating func compile(choice branches: ArraySlice<PatternSyntax>) {
    guard let first = branches.first, branches.count > 1 else {
      if let last = branches.first { compile(last) }
      return
    }
    let split = steps.count
    steps.append(.jump(0))
    compile(first)
    let jump = steps.count
    steps.append(.jump(0))
    steps[split] = .split(split + 1, steps.count)
    compile(choice: branches.dropFirst())
    steps[jump] = .jump(steps.count)
  }

  private mutating func compile(_ part: PatternSyntax, upTo times: Int) {
    var splits: [Int] = []
    for _ in 0..<times {
      splits.append(steps.count)
      steps.append(.jump(0))
      compile(part)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }
}

/// A set of states that remembers their order.
private struct StateList {
  private(set) var states: [Int] = []
  private var isMember: [Bool]

  init(count: Int) {
    isMember = Array(repeating: false, count: count)
  }

  mutating func insert(_ state: Int) -> Bool {
    guard !isMember[state] else { return false }
    isMember[state] = true
    states.append(state)
    return true
  }

  mutating func removeAll() {
    for state in states { isMember[state] = false }
    states.removeAll(keepingCapacity: true)
  }
}
