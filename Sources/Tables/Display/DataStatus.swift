/// How far a value is known; the cases stand worst first, so the worst of several is the least.
public enum DataStatus: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Known to the source and kept back.
  case withheld
  /// Not known.
  case unknown
  /// There can be no value.
  case notApplicable = "not-applicable"
  /// The value is at least this.
  case lowerBound = "lower-bound"
  /// Estimated by the publisher of the site.
  case ownEstimate = "own-estimate"
  /// Estimated by the source.
  case estimated
  /// To be replaced by a final value.
  case provisional
  /// Replaces an earlier value.
  case revised
  /// As the source reports it.
  case reported

  /// The mark beside a number that the format shows as zero though it is not.
  public static let roundsToZeroMark = "[low]"

  /// The mark beside the number, or in its place; nil for `reported`.
  public var mark: String? {
    switch self {
    case .withheld: "[c]"
    case .unknown: "[x]"
    case .notApplicable: "[z]"
    case .lowerBound: "[>]"
    case .ownEstimate, .estimated: "[e]"
    case .provisional: "[p]"
    case .revised: "[r]"
    case .reported: nil
    }
  }

  /// The word of CSV files and captions.
  public var word: String { rawValue }

  /// Whether there is no number beside the mark.
  public var meansNoValue: Bool {
    switch self {
    case .withheld, .unknown, .notApplicable: true
    default: false
    }
  }

  /// Worse is less.
  public static func < (a: DataStatus, b: DataStatus) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .withheld: 0
    case .unknown: 1
    case .notApplicable: 2
    case .lowerBound: 3
    case .ownEstimate: 4
    case .estimated: 5
    case .provisional: 6
    case .revised: 7
    case .reported: 8
    }
  }
}
