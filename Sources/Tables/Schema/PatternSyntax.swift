/// The syntax tree of a regular expression.
indirect enum PatternSyntax {
  /// One scalar of a set.
  case set(PatternSet)
  /// One after the other.
  case sequence([PatternSyntax])
  /// One of several.
  case choice([PatternSyntax])
  /// At least so many times, at most so many; without limit where nil.
  case repetition(PatternSyntax, Int, Int?)

  /// The number of states that the expression needs.
  var size: Int {
    switch self {
    case .set: return 1
    case .sequence(let parts): return parts.reduce(0) { min($0 + $1.size, Pattern.sizeLimit * 2) }
    case .choice(let parts): return parts.reduce(1) { min($0 + $1.size, Pattern.sizeLimit * 2) }
    case .repetition(let part, let least, let most):
      let times = max(most ?? least + 1, 1)
      return min((part.size + 1) * times, Pattern.sizeLimit * 2)
    }
  }
}

/// A set of Unicode scalars.
indirect enum PatternSet: Sendable {
  /// From one to another.
  case range(ClosedRange<UInt32>)
  /// Any of several sets.
  case union([PatternSet])
  /// All but these.
  case complement(PatternSet)
  /// Those of the first that are not in the second.
  case difference(PatternSet, PatternSet)
  /// Scalars whose general category begins with these letters.
  case category(String)

  /// Whether a scalar belongs to the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .range(let range): range.contains(scalar.value)
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .complement(let set): !set.contains(scalar)
    case .difference(let set, let other): set.contains(scalar) && !other.contains(scalar)
    case .category(let letters): scalar.properties.generalCategory.letters.hasPrefix(letters)
    }
  }

  /// One scalar.
  static func scalar(_ scalar: Unicode.Scalar) -> PatternSet {
    .range(scalar.value...scalar.value)
  }

  /// The set that a letter after a backslash stands for, by XML Schema; nil for other letters.
  static func escaped(_ letter: Unicode.Scalar) -> PatternSet? {
    switch letter {
    case "d": .category("Nd")
    case "s": .union(" \t\n\r".unicodeScalars.map(PatternSet.scalar))
    // All but punctuation, separators and others.
    case "w":
      .complement(.union([.category("P"), .category("Z"), .category("C")]))
    case "i": .union([.category("L"), .category("Nl"), .scalar("_"), .scalar(":")])
    case "c":
      .union([
        .category("L"), .category("N"), .category("M"), .scalar("_"), .scalar(":"), .scalar("-"),
        .scalar("."), .scalar("\u{B7}"),
      ])
    case "D", "S", "W", "I", "C":
      letter.properties.lowercaseMapping.unicodeScalars.first.flatMap(escaped).map(complement)
    case "n": .scalar("\n")
    case "r": .scalar("\r")
    case "t": .scalar("\t")
    default: nil
    }
  }
}

extension Unicode.GeneralCategory {
  /// The two letters of Unicode.
  fileprivate var letters: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
