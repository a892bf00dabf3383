/// Writes and reads times by a d3-time-format string in UTC: `%-d %B %Y`.
/// <https://d3js.org/d3-time-format>
public struct TimeFormat: Hashable, Sendable {
  /// A piece of a format: text to be written as it is, or a directive.
  enum Piece: Hashable, Sendable {
    case text(String)
    case directive(TimeDirective, padding: Character?)
  }

  /// The pieces, with the locale's own formats (`%c`, `%x`, `%X`) taken apart.
  let pieces: [Piece]
  /// How the language writes times.
  public let locale: TimeLocale

  /// A format; throws where a letter after `%` is no directive.
  public init(_ specifier: String, locale: TimeLocale = .enUS) throws(FormatError) {
    pieces = try Self.pieces(specifier, locale: locale, depth: 0)
    self.locale = locale
  }

  /// The time, in milliseconds since 1970 UTC, as text.
  public func format(_ milliseconds: Double) -> String {
    let parts = CalendarParts(milliseconds)
    return pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let literal): text += literal
      case .directive(let directive, let padding):
        text += directive.text(parts, milliseconds: milliseconds, padding: padding, locale: locale)
      }
    }
  }

  /// The time that a text in this format means; nil for any other text. As in d3-time-format, parts
  /// beyond their range carry over: 31 April is 1 May.
  public func parse(_ text: some StringProtocol) -> Double? {
    fields(text)?.milliseconds
  }

  /// The time that a text in this format means; nil also for dates and times that do not exist.
  public func parseStrictly(_ text: some StringProtocol) -> Double? {
    fields(text).flatMap { $0.exists ? $0.milliseconds : nil }
  }

  private func fields(_ text: some StringProtocol) -> TimeFields? {
    var reader = TimeReader(text, locale: locale)
    for piece in pieces where !reader.read(piece) { return nil }
    return reader.isAtEnd ? reader.fields : nil
  }

  private static func pieces(
    _ specifier: String, locale: TimeLocale, depth: Int
  ) throws(FormatError) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = specifier[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        literal.append(character)
        continue
      }
      var padding: Character?
      if let first = rest.first, "-_0".contains(first) { padding = rest.popFirst() }
      guard let letter = rest.popFirst() else {
        throw FormatError(specifier, "a letter must follow the last %")
      }
      if letter == "%" {
        literal.append("%")
        continue
      }
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
      if let nested = locale.format(of: letter), depth < 4 {
        pieces += try Self.pieces(nested, locale: locale, depth: depth + 1)
      } else if let directive = TimeDirective(rawValue: letter) {
        pieces.append(.directive(directive, padding: padding))
      } else {
        throw FormatError(specifier, "“%\(letter)” is no directive")
      }
    }
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }
}

extension TimeLocale {
  /// The format that `%c`, `%x` and `%X` stand for.
  fileprivate func format(of letter: Character) -> String? {
    switch letter {
    case "c": dateTime
    case "x": date
    case "X": time
    default: nil
    }
  }
}
