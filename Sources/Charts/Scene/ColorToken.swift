/// The colours of the theme that drawings name instead of writing literal values.
///
/// The value of a case is the name of the custom property (`--s1`) and the end of the class names
/// (`fill-s1`, `stroke-s1`, `stop-s1`) that the theme's stylesheet defines.
public enum ColorToken: String, Hashable, Sendable, CaseIterable {
  /// The series colours: blue, rust, teal, plum, olive.
  case s1, s2, s3, s4, s5
  /// Marks that are not in focus.
  case context
  /// Text.
  case ink
  /// Secondary text.
  case muted
  /// Grid lines.
  case grid
  /// Decorative rules.
  case rule
  /// Axes and baselines.
  case ruleStrong = "rule-strong"
  /// The ground of the page.
  case paper
  /// The ground of boxes.
  case panel
  /// The five steps of the sequential palette.
  case seq1, seq2, seq3, seq4, seq5
  /// Text on each of the five steps.
  case onSeq1 = "on-seq1"
  case onSeq2 = "on-seq2"
  case onSeq3 = "on-seq3"
  case onSeq4 = "on-seq4"
  case onSeq5 = "on-seq5"
  /// Editorial emphasis.
  case accent
  /// The ground of highlighted text.
  case highlight

  /// The value in the light scheme, which files that stand alone use.
  public var lightValue: String {
    switch self {
    case .s1: "#13289e"
    case .s2: "#8f4106"
    case .s3: "#126c69"
    case .s4: "#690b57"
    case .s5: "#362d01"
    case .context: "#8b929b"
    case .ink, .onSeq1, .onSeq2, .onSeq3: "#1a1d21"
    case .muted: "#565d66"
    case .grid: "#e3e6ea"
    case .rule: "#d5d9de"
    case .ruleStrong: "#868d96"
    case .paper, .onSeq4, .onSeq5: "#ffffff"
    case .panel: "#f4f5f7"
    case .seq1: "#dbe7f5"
    case .seq2: "#a9c6e8"
    case .seq3: "#6d9fd6"
    case .seq4: "#3573b9"
    case .seq5: "#12437f"
    case .accent: "#b3261e"
    case .highlight: "#fff3c4"
    }
  }

  /// The value in the dark scheme.
  public var darkValue: String {
    switch self {
    case .s1: "#3386ff"
    case .s2: "#db6d27"
    case .s3: "#8ffcf5"
    case .s4: "#e692d0"
    case .s5: "#e4cd6f"
    case .context: "#7d8793"
    case .ink, .onSeq1, .onSeq2: "#e7eaee"
    case .muted: "#a6aeb8"
    case .grid: "#2a313a"
    case .rule: "#343c46"
    case .ruleStrong: "#747d89"
    case .paper: "#14181d"
    case .panel: "#1d232a"
    case .seq1: "#1f3550"
    case .seq2: "#2c5583"
    case .seq3: "#3f7ab8"
    case .seq4: "#6ea6e0"
    case .seq5: "#b4d6fa"
    case .onSeq3, .onSeq4, .onSeq5: "#000000"
    case .accent: "#ff8a80"
    case .highlight: "#4a3d00"
    }
  }

  /// The token that a CSS text such as `var(--s1)` names; nil for any other text.
  public init?(css text: String) {
    guard text.hasPrefix("var(--"), text.hasSuffix(")") else { return nil }
    self.init(rawValue: String(text.dropFirst(6).dropLast()))
  }
}
