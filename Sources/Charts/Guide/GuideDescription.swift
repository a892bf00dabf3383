/// The words that tell assistive technology what an axis or a legend shows; Vega's sentences.
enum GuideDescription {
  /// What a scale's values are, in words.
  enum Domain: Hashable, Sendable {
    /// From one value to another.
    case continuous(from: String, to: String)
    /// One by one.
    case discrete([String])
    /// The places where steps meet.
    case boundaries([String])

    /// The words.
    var words: String {
      switch self {
      case .continuous(let from, let to): return "values from \(from) to \(to)"
      case .discrete(let names):
        let list =
          names.count > 7
          ? names.prefix(5).joined(separator: ", ") + ", ending with " + (names.last ?? "")
          : names.joined(separator: ", ")
        return "\(names.count) value\(names.count == 1 ? "" : "s"): \(list)"
      case .boundaries(let names):
        let noun = names.count == 1 ? "boundary" : "boundaries"
        return "\(names.count) \(noun): " + names.joined(separator: ", ")
      }
    }
  }

  /// `X-axis titled 'Year' for a time scale with values from 2000 to 2010`.
  static func axis(isX: Bool, title: [String], scale: String, domain: Domain) -> Accessibility {
    .symbol(
      "\(isX ? "X" : "Y")-axis\(titled(title)) for a \(scale) scale with \(domain.words)", "axis")
  }

  /// `Symbol legend titled 'Origin' for fill color with 3 values: Europe, Japan, USA`.
  static func legend(
    kind: String, title: [String], channels: [String], domain: Domain
  ) -> Accessibility {
    let names =
      channels.count < 2
      ? channels.joined()
      : channels.dropLast().joined(separator: ", ") + " and " + (channels.last ?? "")
    return .symbol(
      "\(kind) legend\(titled(title)) for \(names) with \(domain.words)",
      "legend")
  }

  private static func titled(_ title: [String]) -> String {
    let text = title.joined(separator: " ")
    return text.isEmpty ? "" : " titled '\(text)'"
  }
}
