/// Runs a pattern over a text with one thread for each instruction at most, so that the time is bounded
/// by text times pattern (Rob Pike's method; see Russ Cox, "Regular Expression Matching: the Virtual
/// Machine Approach").
struct PatternMatcher {
  private struct Thread {
    var place: Int
    var slots: [Int]
  }

  private let program: PatternProgram
  private let text: [Unicode.Scalar]

  init(_ program: PatternProgram, _ text: [Unicode.Scalar]) {
    self.program = program
    self.text = text
  }

  /// The groups of the first match that begins at or after a place, the whole match first.
  func match(from start: Int) -> [Range<Int>?]? {
    var threads: [Thread] = []
    var found: [Int]?
    var seen = [Int](repeating: -1, count: program.instructions.count)
    for position in start...max(start, text.count) {
      if found == nil {
        var slots = [Int](repeating: -1, count: program.groupCount * 2)
        slots[0] = position
        add(Thread(place: 0, slots: slots), position, &threads, &seen)
      }
      if threads.isEmpty { break }
      let current = threads
      threads.removeAll(keepingCapacity: true)
      for thread in current {
        if case .match = program.instructions[thread.place] {
          found = thread.slots
          found?[1] = position
          break
        }
        if position < text.count, accepts(program.instructions[thread.place], text[position]) {
          add(Thread(place: thread.place + 1, slots: thread.slots), position + 1, &threads, &seen)
        }
      }
    }
    guard let slots = found else { return nil }
    return (0..<program.groupCount).map { group in
      let (low, high) = (slots[group * 2], slots[group * 2 + 1])
      return low >= 0 && high >= low ? low..<high : nil
    }
  }

  private func accepts(_ instruction: PatternProgram.Instruction, _ scalar: Unicode.Scalar) -> Bool
  {
    switch instruction {
    case .scalar(let wanted): wanted == program.folded(scalar)
    case .set(let set): set.contains(scalar)
    default: false
    }
  }

  /// Follows splits and jumps from a thread to those that read a character, in order of preference.
  private func add(
    _ thread: Thread, _ position: Int, _ threads: inout [Thread], _ seen: inout [Int]
  ) {
    var pending = [thread]
    while var thread = pending.popLast() {
      let place = thread.place
      guard seen[place] != position else { continue }
      seen[place] = position
      switch program.instructions[place] {
      case .jump(let distance):
        thread.place = place + distance
        pending.append(thread)
      case .split(let first, let second):
        var other = thread
        other.place = place + second
        thread.place = place + first
        pending.append(other)
        pending.append(thread)
      case .save(let slot):
        thread.place = place + 1
        thread.slots[slot] = position
        pending.append(thread)
      case .lineStart, .lineEnd, .wordBoundary:
        guard holds(program.instructions[place], position) else { continue }
        thread.place = place + 1
        pending.append(thread)
      case .scalar, .set, .match:
        threads.append(thread)
      }
    }
  }

  private func holds(_ assertion: PatternProgram.Instruction, _ position: Int) -> Bool {
    switch assertion {
    case .lineStart(let isMultiline):
      return position == 0 || (isMultiline && ScalarSet.lineEnds.contains(text[position - 1]))
    case .lineEnd(let isMultiline):
      return position == text.count || (isMultiline && ScalarSet.lineEnds.contains(text[position]))
    case .wordBoundary(let isInside):
      let before = position > 0 && ScalarSet.words.contains(text[position - 1])
      let after = position < text.count && ScalarSet.words.contains(text[position])
      return (before != after) != isInside
    default:
      return true
    }
  }
}
