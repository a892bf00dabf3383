import Markdown

/// A template as the engine fills it with marks in the place of values, cut at the marks.
///
/// A template sees texts by name and can but ask whether there is one. What it makes of two pages with
/// texts of the same names differs in these texts alone. So the engine runs once for each set of names,
/// and pages are cast from what it made.
struct PageMould: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case value(TemplateName)
    case escaped(TemplateName)
  }

  private var pieces: [Piece] = []

  private static let opening: UInt8 = 1
  private static let closing: UInt8 = 2
  private static let escaping = UInt8(ascii: "&")

  /// What stands for a value while the engine runs.
  static func mark(_ name: TemplateName) -> String { "\u{1}\(name.rawValue)\u{2}" }

  /// The mark of a value that is to be escaped; nil for a text that is no mark.
  static func escapedMark(_ text: String) -> String? {
    guard text.utf8.first == opening else { return nil }
    return "\u{1}&" + text.dropFirst()
  }

  /// Cuts what the engine made.
  init(_ filled: String) {
    var rest = filled[...]
    while let start = rest.utf8.firstIndex(of: Self.opening),
      let end = rest[start...].utf8.firstIndex(of: Self.closing)
    {
      let mark = rest[rest.utf8.index(after: start)..<end]
      let isEscaped = mark.utf8.first == Self.escaping
      guard let name = TemplateName(rawValue: String(isEscaped ? mark.dropFirst() : mark)) else {
        pieces.append(.text(String(rest[...start])))
        rest = rest[rest.utf8.index(after: start)...]
        continue
      }
      pieces.append(.text(String(rest[..<start])))
      pieces.append(isEscaped ? .escaped(name) : .value(name))
      rest = rest[rest.utf8.index(after: end)...]
    }
    pieces.append(.text(String(rest)))
  }

  /// The page with these values.
  func cast(_ values: TemplateValues) -> String {
    var page = ""
    page.reserveCapacity(4096 + (values[.body]?.utf8.count ?? 0))
    for piece in pieces {
      switch piece {
      case .text(let text): page += text
      case .value(let name): page += values[name] ?? ""
      case .escaped(let name): page += HTMLEscaping.escape(values[name] ?? "")
      }
    }
    return page
  }
}
