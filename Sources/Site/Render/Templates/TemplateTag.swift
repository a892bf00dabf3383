import Diagnostics

/// A tag of a Mustache template with its place.
struct TemplateTag: Sendable {
  /// What a tag does, by the sign that it begins with.
  enum Kind: Sendable {
    /// `{{name}}`
    case variable
    /// `{{{name}}}`, `{{&name}}`
    case unescaped
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case end
    /// `{{> name}}`
    case partial
    /// `{{< name}}`: a template whose blocks are filled in
    case parent
    /// `{{$name}}`
    case block
    /// `{{! … }}`
    case comment
    /// `{{= … =}}`
    case delimiters
    /// `{{% … }}`
    case pragma
  }

  /// What it does.
  var kind: Kind
  /// The name in it, without blanks.
  var name: Substring
  /// The whole tag in the text.
  var extent: Range<String.Index>
  /// Its place in the file.
  var range: SourceRange
}

/// Finds the tags of a template.
struct TemplateScanner {
  private let text: String
  private var index: String.UTF8View.Index
  private var position = SourcePosition.start
  /// The tags found, in order.
  private(set) var tags: [TemplateTag] = []
  /// Where a tag begins that nothing ends.
  private(set) var unclosed: SourceRange?

  /// Scans a text.
  init(_ text: String) {
    self.text = text
    index = text.utf8.startIndex
    while let open = find("{{") {
      advance(to: open)
      guard scanTag() else { break }
    }
  }

  private mutating func scanTag() -> Bool {
    let (start, startPosition) = (index, position)
    let afterOpen = text.utf8.index(start, offsetBy: 2)
    let isTriple = text[afterOpen...].utf8.first == UInt8(ascii: "{")
    let closing = isTriple ? "}}}" : "}}"
    guard let close = find(closing, from: afterOpen) else {
      unclosed = SourceRange(position)
      return false
    }
    advance(to: text.utf8.index(close, offsetBy: closing.utf8.count))
    let content = text[(isTriple ? text.utf8.index(after: afterOpen) : afterOpen)..<close]
    let (kind, name) = isTriple ? (.unescaped, content) : Self.kind(of: content)
    tags.append(
      TemplateTag(
        kind: kind, name: Self.trimmed(name), extent: start..<index,
        range: SourceRange(startPosition, position)))
    return true
  }

  private static func kind(of content: Substring) -> (TemplateTag.Kind, Substring) {
    let trimmed = content.drop { $0 == " " }
    guard let sign = trimmed.first else { return (.variable, trimmed) }
    let kind: TemplateTag.Kind
    switch sign {
    case "&": kind = .unescaped
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .end
    case ">": kind = .partial
    case "<": kind = .parent
    case "$": kind = .block
    case "!": kind = .comment
    case "=": kind = .delimiters
    case "%": kind = .pragma
    default: return (.variable, trimmed)
    }
    return (kind, trimmed.dropFirst())
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The next place of an ASCII text.
  private func find(_ wanted: String, from start: String.Index? = nil) -> String.Index? {
    var place = start ?? index
    while place < text.utf8.endIndex {
      if text.utf8[place...].starts(with: wanted.utf8) { return place }
      place = text.utf8.index(after: place)
    }
    return nil
  }

  /// Moves on, counting lines and Unicode scalars.
  private mutating func advance(to end: String.Index) {
    while index < end {
      let byte = text.utf8[index]
      if byte == UInt8(ascii: "\n") {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        position.column += 1
      }
      index = text.utf8.index(after: index)
    }
  }
}
