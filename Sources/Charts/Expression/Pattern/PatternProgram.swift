/// A pattern as instructions for threads that read one character after the other.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(Unicode.Scalar)
    case set(ScalarSet)
    /// Goes on at two places; the first is preferred.
    case split(Int, Int)
    case jump(Int)
    /// Notes the place in a slot: the start or end of a group.
    case save(Int)
    case lineStart(isMultiline: Bool)
    case lineEnd(isMultiline: Bool)
    case wordBoundary(isInside: Bool)
    case match
  }

  var instructions: [Instruction]
  /// The number of groups; the whole match is the first.
  var groupCount: Int
  /// Whether upper and lower case are one.
  var ignoresCase = false

  func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ignoresCase else { return scalar }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower[lower.startIndex] : scalar
  }
}

/// A class of characters.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<Unicode.Scalar>] = []
  var isInverted = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar) } != isInverted
  }

  static let digits = ScalarSet(ranges: ["0"..."9"])
  static let words = ScalarSet(ranges: ["0"..."9", "A"..."Z", "_"..."_", "a"..."z"])
  static let blanks = ScalarSet(ranges: [
    "\t"..."\r", " "..." ", "\u{A0}"..."\u{A0}", "\u{1680}"..."\u{1680}", "\u{2000}"..."\u{200A}",
    "\u{2028}"..."\u{2029}", "\u{202F}"..."\u{202F}", "\u{205F}"..."\u{205F}",
    "\u{3000}"..."\u{3000}", "\u{FEFF}"..."\u{FEFF}",
  ])
  static let lineEnds = ScalarSet(ranges: ["\n"..."\n", "\r"..."\r", "\u{2028}"..."\u{2029}"])

  /// All characters that the set does not have.
  var inverted: ScalarSet { ScalarSet(ranges: ranges, isInverted: !isInverted) }

  /// The ranges of the set written without inversion, so that sets can be joined.
  var plainRanges: [ClosedRange<Unicode.Scalar>] {
    guard isInverted else { return ranges }
    var gaps: [ClosedRange<Unicode.Scalar>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound.value > next { Self.add(next, range.lowerBound.value - 1, to: &gaps) }
      next = max(next, range.upperBound.value + 1)
    }
    if next <= 0x10FFFF { Self.add(next, 0x10FFFF, to: &gaps) }
    return gaps
  }

  /// Adds the scalars of a span of code points, without the surrogates.
  private static func add(
    _ low: UInt32, _ high: UInt32, to gaps: inout [ClosedRange<Unicode.Scalar>]
  ) {
    let low = (0xD800...0xDFFF).contains(low) ? 0xE000 : low
    let high = (0xD800...0xDFFF).contains(high) ? 0xD7FF : high
    guard low <= high, let first = Unicode.Scalar(low), let last = Unicode.Scalar(high) else {
      return
    }
    gaps.append(first...last)
  }
}
