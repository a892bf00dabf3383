/// Compiles a pattern's text (ECMA-262, chapter 22.2.1, without look-around and back references).
struct PatternCompiler {
  private static let depthLimit = 50
  private static let repeatLimit = 1000

  private typealias Instruction = PatternProgram.Instruction

  private let scalars: [Unicode.Scalar]
  private let ignoresCase: Bool
  private let isMultiline: Bool
  private let dotMatchesAll: Bool
  private var place = 0
  private var groups = 1
  private var depth = 0

  init(_ pattern: String, flags: String) {
    scalars = Array(pattern.unicodeScalars)
    ignoresCase = flags.contains("i")
    isMultiline = flags.contains("m")
    dotMatchesAll = flags.contains("s")
  }

  mutating func compile() throws(PatternFault) -> PatternProgram {
    guard scalars.count <= RegularExpression.lengthLimit else {
      throw PatternFault("it is longer than \(RegularExpression.lengthLimit) characters")
    }
    let body = try alternatives()
    guard place == scalars.count else { throw PatternFault("a `)` has no `(`") }
    return PatternProgram(
      instructions: body + [.match], groupCount: groups, ignoresCase: ignoresCase)
  }

  private mutating func alternatives() throws(PatternFault) -> [PatternProgram.Instruction] {
    depth += 1
    guard depth <= Self.depthLimit else { throw PatternFault("groups nest too deep") }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    depth -= 1
    return branches.dropLast().reversed().reduce(branches[branches.count - 1]) { rest, branch in
      [.split(1, branch.count + 2)] + branch + [.jump(rest.count + 1)] + rest
    }
  }

  private mutating func sequence() throws(PatternFault) -> [PatternProgram.Instruction] {
    var code: [Instruction] = []
    while place < scalars.count, scalars[place] != "|", scalars[place] != ")" {
      code += try quantified(try atom())
      guard code.count <= RegularExpression.lengthLimit * 10 else {
        throw PatternFault("its repetitions are too large")
      }
    }
    return code
  }

  /// An atom with the `*`, `+`, `?` or `{m,n}` behind it. Jumps are relative to their own place.
  private mutating func quantified(_ atom: [PatternProgram.Instruction])
    throws(PatternFault) -> [PatternProgram.Instruction]
  {
    guard let (low, high) = try bounds() else { return atom }
    let isLazy = take("?")
    func split(_ stay: Int, _ leave: Int) -> Instruction {
      isLazy ? .split(leave, stay) : .split(stay, leave)
    }
    guard atom.count * max(low, high ?? 0, 1) <= RegularExpression.lengthLimit * 10 else {
      throw PatternFault("its repetitions are too large")
    }
    var code: [Instruction] = []
    for _ in 0..<low { code += atom }
    if let high {
      let optional = max(0, high - low)
      for index in 0..<optional {
        let left = (optional - index) * (atom.count + 1)
        code += [split(1, left)] + atom
      }
    } else {
      code += [split(1, atom.count + 2)] + atom + [.jump(-atom.count - 1)]
    }
    return code
  }

  private mutating func bounds() throws(PatternFault) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard place < scalars.count, scalars[place] == "{" else { return nil }
    let start = place
    place += 1
    guard let low = number() else {
      place = start
      return nil
    }
    var high: Int? = low
    if take(",") { high = number() }
    guard take("}") else {
      place = start
      return nil
    }
    guard low <= Self.repeatLimit, (high ?? 0) <= Self.repeatLimit, low <= high ?? low else {
      throw PatternFault("a repetition is out of bounds")
    }
    return (low, high)
  }

  private mutating func atom() throws(PatternFault) -> [PatternProgram.Instruction] {
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "(": return try group()
    case "[": return [.set(try characterClass())]
    case ".":
      return [.set(dotMatchesAll ? ScalarSet(isInverted: true) : ScalarSet.lineEnds.inverted)]
    case "^": return [.lineStart(isMultiline: isMultiline)]
    case "$": return [.lineEnd(isMultiline: isMultiline)]
    case "\\": return [try escape()]
    case "*", "+", "?": throw PatternFault("there is nothing to repeat before `\(scalar)`")
    case "{" where bounds(at: place - 1):
      throw PatternFault("there is nothing to repeat before `{`")
    default: return [literal(scalar)]
    }
  }

  private func bounds(at start: Int) -> Bool {
    var copy = self
    copy.place = start
    return ((try? copy.bounds()) ?? nil) != nil
  }

  private mutating func group() throws(PatternFault) -> [PatternProgram.Instruction] {
    var slot: Int?
    if take("?") {
      guard take(":") else { throw PatternFault("look-around and named groups are not known") }
    } else {
      slot = groups
      groups += 1
    }
    let body = try alternatives()
    guard take(")") else { throw PatternFault("a `(` has no `)`") }
    guard let slot else { return body }
    return [.save(slot * 2)] + body + [.save(slot * 2 + 1)]
  }

  private mutating func escape() throws(PatternFault) -> PatternProgram.Instruction {
    guard place < scalars.count else { throw PatternFault("it ends in a backslash") }
    let scalar = scalars[place]
    switch scalar {
    case "b", "B":
      place += 1
      return .wordBoundary(isInside: scalar == "B")
    case "1"..."9":
      throw PatternFault("back references are not known")
    default:
      if let set = shorthand() { return .set(set) }
      return literal(try escapedScalar())
    }
  }

  /// `\d`, `\w`, `\s` and their opposites.
  private mutating func shorthand() -> ScalarSet? {
    let set: ScalarSet
    switch scalars[place] {
    case "d": set = .digits
    case "D": set = ScalarSet.digits.inverted
    case "w": set = .words
    case "W": set = ScalarSet.words.inverted
    case "s": set = .blanks
    case "S": set = ScalarSet.blanks.inverted
    default: return nil
    }
    place += 1
    return set
  }

  private mutating func escapedScalar() throws(PatternFault) -> Unicode.Scalar {
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "f": return "\u{C}"
    case "v": return "\u{B}"
    case "0": return "\0"
    case "x": return try hexadecimal(2)
    case "u": return try hexadecimal(4)
    default: return scalar
    }
  }

  private mutating func hexadecimal(_ count: Int) throws(PatternFault) -> Unicode.Scalar {
    let end = min(place + count, scalars.count)
    let digits = String(String.UnicodeScalarView(scalars[place..<end]))
    guard digits.utf8.count == count, let code = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(code)
    else { throw PatternFault("an escape is malformed") }
    place = end
    return scalar
  }

  private mutating func characterClass() throws(PatternFault) -> ScalarSet {
    let isInverted = take("^")
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while place < scalars.count, scalars[place] != "]" {
      guard let low = try classItem(&ranges) else { continue }
      guard place + 1 < scalars.count, scalars[place] == "-", scalars[place + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      place += 1
      guard let high = try classItem(&ranges) else {
        ranges += [low...low, "-"..."-"]
        continue
      }
      guard low <= high else { throw PatternFault("a range of characters is out of order") }
      ranges.append(low...high)
    }
    guard take("]") else { throw PatternFault("a `[` has no `]`") }
    if ignoresCase { ranges += ranges.flatMap(otherCase) }
    return ScalarSet(ranges: ranges, isInverted: isInverted)
  }

  /// One character of a class; nil where it was a class itself, which is added.
  private mutating func classItem(_ ranges: inout [ClosedRange<Unicode.Scalar>])
    throws(PatternFault) -> Unicode.Scalar?
  {
    let scalar = scalars[place]
    guard scalar == "\\" else {
      place += 1
      return scalar
    }
    place += 1
    guard place < scalars.count else { throw PatternFault("it ends in a backslash") }
    if let set = shorthand() {
      ranges += set.plainRanges
      return nil
    }
    if take("b") { return "\u{8}" }
    return try escapedScalar()
  }

  /// The letters of a range in the other case, as far as they are ASCII.
  private func otherCase(_ range: ClosedRange<Unicode.Scalar>) -> [ClosedRange<Unicode.Scalar>] {
    var found: [ClosedRange<Unicode.Scalar>] = []
    for (letters, shift) in [(65...90, 32), (97...122, -32)] {
      let low = max(Int(range.lowerBound.value), letters.lowerBound)
      let high = min(Int(range.upperBound.value), letters.upperBound)
      guard low <= high, let first = Unicode.Scalar(UInt32(low + shift)),
        let last = Unicode.Scalar(UInt32(high + shift))
      else { continue }
      found.append(first...last)
    }
    return found
  }

  private func literal(_ scalar: Unicode.Scalar) -> PatternProgram.Instruction {
    .scalar(
      PatternProgram(instructions: [], groupCount: 0, ignoresCase: ignoresCase).folded(scalar))
  }

  private mutating func number() -> Int? {
    let start = place
    var value = 0
    while place < scalars.count, ("0"..."9").contains(scalars[place]), place - start < 6 {
      value = value * 10 + Int(scalars[place].value - 48)
      place += 1
    }
    return place > start ? value : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard place < scalars.count, scalars[place] == scalar else { return false }
    place += 1
    return true
  }
}
