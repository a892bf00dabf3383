import Diagnostics
import Markdown
import Tables

/// A value as it is shown in a text.
struct TextValue {
  /// The cell; nil where an `else` stands for a value that is missing.
  var cell: FoundCell?
  /// What is shown.
  var text: String
  /// How far the value is known.
  var status: DataStatus

  /// The mark behind the value, unless `words` say the same.
  func mark(beside words: String?, in configuration: SiteConfiguration) -> DataStatus? {
    guard cell != nil, status.mark != nil else { return nil }
    if let words, let said = configuration.statusWords[status.word],
      said.contains(where: { WordSearch.contains($0, in: words) })
    {
      return nil
    }
    return status
  }
}

/// Looks for words in texts.
enum WordSearch {
  /// Whether a phrase stands in a text as words of their own, in any case of letters.
  static func contains(_ phrase: String, in text: String) -> Bool {
    let wanted = Array(phrase.lowercased().unicodeScalars)
    let scalars = Array(text.lowercased().unicodeScalars)
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return false }
    for start in 0...(scalars.count - wanted.count) where scalars[start] == wanted[0] {
      let end = start + wanted.count
      if scalars[start..<end].elementsEqual(wanted), start == 0 || !scalars[start - 1].isNamePart,
        end == scalars.count || !scalars[end].isNamePart
      {
        return true
      }
    }
    return false
  }
}

extension PageDraft {
  /// The value that a code span's text stands for; nil after a report.
  func value(_ text: String, at place: TextPlace) -> TextValue? {
    parsed(at: place) { () throws(ReferenceFault) in try ReferenceParser.value(text) }
      .flatMap { value($0, at: place) }
  }

  /// The value of a fence's key, which needs no `=`; nil after a report.
  func bareValue(_ text: String, at place: TextPlace) -> TextValue? {
    parsed(at: place) { () throws(ReferenceFault) in try ReferenceParser.bareValue(text) }
      .flatMap { value($0, at: place) }
  }

  private func parsed(
    at place: TextPlace, _ parse: () throws(ReferenceFault) -> ValueExpression
  ) -> ValueExpression? {
    do {
      return try parse()
    } catch {
      diagnostics.add(.init("value.syntax", error, at: place))
      return nil
    }
  }

  private func value(_ expression: ValueExpression, at place: TextPlace) -> TextValue? {
    guard let cell = finder.cell(expression.reference, at: place) else { return nil }
    warnAboutStatus(
      of: cell.view, column: cell.column, at: place.location(expression.reference.range))
    if cell.value.isNull {
      if let alternative = expression.display.alternative {
        return TextValue(cell: nil, text: alternative, status: .reported)
      }
      report(
        "value.null", place.location(expression.reference.range), "a value is missing",
        found: "NULL in `\(cell.reference.canonical)`",
        remedy: "say what stands for it: `else \"not known\"`")
      return nil
    }
    return writer.text(cell, expression, at: place, into: self).map {
      TextValue(cell: cell, text: $0, status: cell.status)
    }
  }
}

extension Words {
  /// The HTML of a status mark, such as `[e]`.
  func markHTML(_ status: DataStatus) -> String {
    guard let mark = status.mark else { return "" }
    var html = HTMLWriter()
    html.element("abbr", [("class", "status"), ("title", self.status(status))], text: mark)
    return html.html
  }
}
