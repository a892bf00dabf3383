import Diagnostics
import Documents
import Markdown

/// A text of front matter or of a fence with its values put in.
struct InlineText {
  /// As plain text.
  var plain = ""
  /// As HTML with marks for open places.
  var html = ""
}

extension PageDraft {
  /// A string of a fence as it is shown: values between backticks put in, all else as written.
  func text(_ node: DocumentNode, path: String) -> InlineText {
    text(node.literalText ?? "", at: TextPlace(path, node))
  }

  /// A text as it is shown: values between backticks put in, all else as written.
  func text(_ text: String, at place: TextPlace) -> InlineText {
    guard text.utf8.contains(UInt8(ascii: "`")) else {
      return InlineText(plain: text, html: HTMLEscaping.escape(text))
    }
    var result = InlineText()
    let scalars = Array(text.unicodeScalars)
    var done = 0
    func take(_ range: Range<Int>) -> String {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range])
      return String(part)
    }
    func add(_ plain: String) {
      result.plain += plain
      result.html += HTMLEscaping.escape(plain)
    }
    while let open = scalars[done...].firstIndex(of: "`"),
      let close = scalars[(open + 1)...].firstIndex(of: "`")
    {
      add(take(done..<open))
      let code = take(open + 1..<close)
      let trimmed = code.drop { $0.isWhitespace }
      if trimmed.first == "=" {
        if let value = value(code, at: place.part(open + 1..<close)) {
          add(value.text)
          if let cell = value.cell {
            _ = evidenceID(of: cell, shown: value.text, at: place.location(open + 1..<close))
          }
        }
      } else {
        let shown = trimmed.hasPrefix("\\=") ? String(trimmed.dropFirst()) : code
        result.plain += shown
        result.html += "<code>\(HTMLEscaping.escape(shown))</code>"
      }
      done = close + 1
    }
    add(take(done..<scalars.count))
    return result
  }
}
