/// A regular expression of JavaScript's syntax without look-around and back references, matched in time
/// proportional to text times pattern (Thompson's construction, run with Pike's threads).
struct RegularExpression: Sendable {
  /// The longest pattern, and the most instructions it may become.
  static let lengthLimit = 1000

  private let program: PatternProgram
  private let isGlobal: Bool

  /// Compiles a pattern with the flags `g`, `i`, `m`, `s`, `u`.
  init(_ pattern: String, flags: String = "") throws(PatternFault) {
    for flag in flags where !"gimsu".contains(flag) {
      throw PatternFault("the flag `\(flag)` is not known")
    }
    var compiler = PatternCompiler(pattern, flags: flags)
    program = try compiler.compile()
    isGlobal = flags.contains("g")
  }

  /// The pattern that matches a text as it stands.
  init(literal text: String) {
    program = PatternProgram(
      instructions: text.unicodeScalars.map { .scalar($0) } + [.match], groupCount: 1)
    isGlobal = false
  }

  /// The expression that a value of the function `regexp` or of a literal `/…/` holds.
  init?(_ value: ChartValue) {
    guard let entries = value.record, let pattern = entries[Self.patternKey]?.text,
      let flags = entries[Self.flagsKey]?.text,
      let expression = try? RegularExpression(pattern, flags: flags)
    else { return nil }
    self = expression
  }

  private static let patternKey = "regexp source"
  private static let flagsKey = "regexp flags"

  /// A pattern as a value that expressions hand on.
  static func value(_ pattern: String, flags: String) -> ChartValue {
    .record([patternKey: .text(pattern), flagsKey: .text(flags)])
  }

  /// Whether a value is a pattern.
  static func isValue(_ value: ChartValue) -> Bool { value.record?[patternKey] != nil }

  /// Why a pattern cannot be used, or nil.
  static func fault(_ pattern: String, flags: String) -> String? {
    do {
      _ = try RegularExpression(pattern, flags: flags)
      return nil
    } catch {
      return error.reason
    }
  }

  /// The groups of the first match, the whole match first; nil where there is none.
  func firstMatch(in text: String) -> [Range<Int>?]? {
    PatternMatcher(program, Array(text.unicodeScalars)).match(from: 0)
  }

  /// The text with the first match, or with the flag `g` all of them, replaced; `$1`, `$&` and `$$` have
  /// JavaScript's meaning.
  func replacing(in text: String, with replacement: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let matcher = PatternMatcher(program, scalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place <= scalars.count, let groups = matcher.match(from: place), let whole = groups[0] {
      result += scalars[place..<whole.lowerBound]
      result += expanded(replacement, groups, scalars)
      place = whole.upperBound
      if whole.isEmpty {
        if place < scalars.count { result.append(scalars[place]) }
        place += 1
      }
      if !isGlobal { break }
    }
    if place < scalars.count { result += scalars[place...] }
    return String(result)
  }

  private func expanded(
    _ replacement: String, _ groups: [Range<Int>?], _ scalars: [Unicode.Scalar]
  ) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    let template = Array(replacement.unicodeScalars)
    var place = 0
    while place < template.count {
      let next = place + 1 < template.count ? template[place + 1] : "\0"
      if template[place] == "$", next == "$" {
        result.append("$")
        place += 2
      } else if template[place] == "$", next == "&", let whole = groups[0] {
        result += scalars[whole]
        place += 2
      } else if template[place] == "$", ("1"..."9").contains(next),
        groups.indices.contains(Int(next.value - 48))
      {
        if let group = groups[Int(next.value - 48)] { result += scalars[group] }
        place += 2
      } else {
        result.append(template[place])
        place += 1
      }
    }
    return result
  }
}

/// Why a pattern cannot be compiled.
struct PatternFault: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}
