import Diagnostics
import Markdown
import Mustache

/// Fills templates in. Made once for a site, used by all threads.
struct TemplateRenderer: Sendable {
  private let library: MustacheLibrary

  /// Puts the words of a language into the templates and makes them ready; what cannot be read is
  /// reported.
  init(_ templates: TemplateLibrary, words: Words, into diagnostics: DiagnosticCollector) {
    ByteEscaping.register()
    var library = MustacheLibrary()
    for template in templates.templates.values {
      do {
        let text = ByteEscaping.pragma + Self.text(of: template, words)
        try library.register(text, named: template.name)
      } catch {
        diagnostics.add(
          Diagnostic(
            .error, "template.syntax", at: Self.location(of: error, in: template),
            "the template cannot be read", found: Self.reason(error)))
      }
    }
    self.library = library
  }

  /// The page that a template makes of values; nil where there is no such template.
  func render(_ template: String, _ values: TemplateValues) -> String? {
    library.render(MustacheValues(values: values), withTemplate: template)
  }

  /// The text with the fixed words in place, which no page changes.
  private static func text(of template: TemplateSource, _ words: Words) -> String {
    var text = ""
    var place = template.text.startIndex
    for tag in template.tags where tag.kind == .variable && tag.name.hasPrefix("words.") {
      text += template.text[place..<tag.extent.lowerBound]
      text += HTMLEscaping.escape(words.text(tag.name.dropFirst("words.".count)))
      place = tag.extent.upperBound
    }
    return text + template.text[place...]
  }

  /// The place of a fault; the first line is the pragma's.
  private static func location(of error: any Error, in template: TemplateSource) -> SourceLocation {
    guard let error = error as? MustacheTemplate.ParserError else {
      return SourceLocation(template.path)
    }
    let line = max(1, error.context.lineNumber - 1)
    let position = SourcePosition(line: line, column: max(1, error.context.columnNumber))
    return SourceLocation(template.path, SourceRange(position))
  }

  private static func reason(_ error: any Error) -> String {
    (error as? MustacheTemplate.ParserError).map { "\($0.error)" } ?? "\(error)"
  }
}

/// The values of a page as the template engine asks for them.
private struct MustacheValues: MustacheParent {
  let values: TemplateValues

  func child(named name: String) -> Any? {
    values.value(named: name).map { MustacheText(renderText: $0) }
  }
}

/// A text that a section may test without being searched for names by reflection.
private struct MustacheText: MustacheParent, MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { false }

  func child(named name: String) -> Any? { nil }
}

/// Escapes byte by byte: the engine's own escaping goes by characters, so that a quote followed by a
/// combining mark passes through it.
private struct ByteEscaping: MustacheContentType {
  /// What every template and partial begins with; the engine takes the line away.
  static let pragma = "{{% CONTENT_TYPE: \(name)}}\n"
  private static let name = "YTTERBY"

  static func register() {
    MustacheContentTypes.register(ByteEscaping(), named: name)
  }

  func escapeText(_ text: String) -> String { HTMLEscaping.escape(text) }
}
