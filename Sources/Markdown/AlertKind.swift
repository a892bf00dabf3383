/// The five kinds of alert: a block quote whose first line is `[!NOTE]` or another of these words.
package enum AlertKind: String, CaseIterable, Sendable {
  /// Useful beside the text.
  case note
  /// Advice.
  case tip
  /// Needed to reach the aim.
  case important
  /// Needs attention at once.
  case warning
  /// A risk of what the reader does.
  case caution

  /// The kind's name in English, the default for its heading.
  package var label: String {
    switch self {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }
}
