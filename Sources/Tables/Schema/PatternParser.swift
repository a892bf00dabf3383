/// Why a regular expression is refused.
struct PatternFault: Error {
  /// What is wrong, in one clause.
  var reason: String
  /// The number of scalars before the fault.
  var offset: Int
}

/// Parses the regular expressions of XML Schema, and what authors add to them: `^` and `$` at the
/// ends, groups with `(?:`.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The whole expression.
  mutating func parse() throws(PatternFault) -> PatternSyntax {
    let syntax = try choice()
    guard index == scalars.count else { throw fault("“)” has no “(”") }
    return syntax
  }

  private mutating func choice() throws(PatternFault) -> PatternSyntax {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternFault) -> PatternSyntax {
    var parts: [PatternSyntax] = []
    // The whole cell is matched, so that anchors at the ends say nothing new.
    if depth == 0, parts.isEmpty { _ = take("^") }
    while let next = peek, next != "|", next != ")" {
      if depth == 0, next == "$", isBranchEnd(index + 1) {
        index += 1
        break
      }
      parts.append(try quantified(try atom()))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func quantified(_ atom: PatternSyntax) throws(PatternFault) -> PatternSyntax {
    var result = atom
    switch peek {
    case "?": result = .repetition(atom, 0, 1)
    case "*": result = .repetition(atom, 0, nil)
    case "+": result = .repetition(atom, 1, nil)
    case "{":
      index += 1
      result = try counted(atom)
    default: return atom
    }
    index += 1
    if let next = peek, "?*+{".unicodeScalars.contains(next) {
      throw fault("“\(next)” follows a repetition; use one, or parentheses")
    }
    return result
  }

  /// `{n}`, `{n,}` or `{n,m}`, up to the closing brace.
  private mutating func counted(_ atom: PatternSyntax) throws(PatternFault) -> PatternSyntax {
    guard let least = number() else { throw fault("a number belongs after “{”") }
    var most: Int? = least
    if take(",") { most = peek == "}" ? nil : number() ?? -1 }
    guard peek == "}", most ?? least >= least else {
      throw fault("a repetition is written {n}, {n,} or {n,m}")
    }
    return .repetition(atom, least, most)
  }

  private mutating func atom() throws(PatternFault) -> PatternSyntax {
    guard let scalar = peek else { throw fault("something is missing at the end") }
    index += 1
    switch scalar {
    case ".": return .set(.complement(.union([.scalar("\n"), .scalar("\r")])))
    case "\\": return .set(try escape())
    case "[": return .set(try bracket())
    case "(": return try group()
    case "?", "*", "+", "{", "}", "]":
      index -= 1
      throw fault("“\(scalar)” stands alone; write “\\\(scalar)” for the character")
    default: return .set(.scalar(scalar))
    }
  }

  private mutating func group() throws(PatternFault) -> PatternSyntax {
    depth += 1
    guard depth <= 50 else { throw fault("groups nest deeper than 50") }
    if take("?"), !take(":") { throw fault("of the groups with “?” only “(?:” is known") }
    let inner = try choice()
    guard take(")") else { throw fault("“(” has no “)”") }
    depth -= 1
    return inner
  }

  /// What follows a backslash.
  private mutating func escape() throws(PatternFault) -> PatternSet {
    guard let letter = peek else { throw fault("a backslash stands at the end") }
    index += 1
    if letter == "p" || letter == "P" {
      let set = try category()
      return letter == "p" ? set : .complement(set)
    }
    if let set = PatternSet.escaped(letter) { return set }
    guard !letter.properties.isAlphabetic, letter.properties.numericType == nil else {
      index -= 1
      throw fault("“\\\(letter)” is not known")
    }
    return .scalar(letter)
  }

  /// `{Lu}` after `\p`.
  private mutating func category() throws(PatternFault) -> PatternSet {
    guard take("{"), let end = scalars[index...].firstIndex(of: "}") else {
      throw fault("a category is written \\p{L}")
    }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[index..<end])
    guard ["L", "M", "N", "P", "Z", "S", "C"].contains(name.prefix(1)), name.count <= 2 else {
      throw fault("“\(name)” is no general category of Unicode")
    }
    index = end + 1
    return .category(name)
  }

  /// A set in brackets, after the opening one.
  private mutating func bracket() throws(PatternFault) -> PatternSet {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { throw fault("sets nest deeper than 50") }
    let isComplement = take("^")
    var parts: [PatternSet] = []
    var removed: PatternSet?
    while !(peek == "]" && !parts.isEmpty) {
      guard let scalar = peek else { throw fault("“[” has no “]”") }
      index += 1
      if scalar == "-", !parts.isEmpty, take("[") {
        removed = try bracket()
        guard peek == "]" else { throw fault("a subtraction ends its set") }
      } else {
        parts.append(try member(scalar))
      }
    }
    index += 1
    let set: PatternSet = isComplement ? .complement(.union(parts)) : .union(parts)
    return removed.map { .difference(set, $0) } ?? set
  }

  /// A scalar, an escape, or a range that begins with `first`.
  private mutating func member(_ first: Unicode.Scalar) throws(PatternFault) -> PatternSet {
    let set: PatternSet = first == "\\" ? try escape() : .scalar(first)
    guard case .range(let lower) = set, peek == "-", index + 1 < scalars.count,
      scalars[index + 1] != "]", scalars[index + 1] != "["
    else { return set }
    index += 1
    let last = scalars[index]
    index += 1
    guard case .range(let upper) = last == "\\" ? try escape() : .scalar(last),
      lower.lowerBound <= upper.upperBound
    else { throw fault("a range goes from a lower to a higher character") }
    return .range(lower.lowerBound...upper.upperBound)
  }

  private mutating func number() -> Int? {
    let start = index
    while let digit = peek, ("0"..."9").contains(digit), index - start < 6 { index += 1 }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<index])
    return Int(text)
  }

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  private func isBranchEnd(_ index: Int) -> Bool {
    index == scalars.count || scalars[index] == "|"
  }

  private func fault(_ reason: String) -> PatternFault {
    PatternFault(reason: reason, offset: index)
  }
}
