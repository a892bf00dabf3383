import Diagnostics
import Markdown
import Mustache
import Synchronization

/// Fills templates in. Made once for a site, used by all threads.
struct TemplateRenderer: Sendable {
  private let library: MustacheLibrary
  private let moulds = Moulds()

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
    let names = values.names
    let shape = Moulds.Shape(template: template, names: names)
    return moulds.mould(of: shape) {
      library.render(Marks(names: names), withTemplate: template)
    }?.cast(values)
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

/// The moulds made so far.
private final class Moulds: Sendable {
  /// What decides how a page looks, apart from its texts.
  struct Shape: Hashable {
    var template: String
    var names: Set<TemplateName>
  }

  private let made = Mutex<[Shape: PageMould]>([:])

  /// The mould of a shape; `fill` runs the engine where it is not there yet. Two threads may both make
  /// one; they are the same.
  func mould(of shape: Shape, fill: () -> String?) -> PageMould? {
    if let mould = made.withLock({ $0[shape] }) { return mould }
    guard let filled = fill() else { return nil }
    let mould = PageMould(filled)
    made.withLock { $0[shape] = mould }
    return mould
  }
}

/// Marks in the place of values, as the template engine asks for them.
private struct Marks: MustacheParent {
  let names: Set<TemplateName>

  func child(named name: String) -> Any? {
    TemplateName(rawValue: name).flatMap { name in
      names.contains(name) ? MarkText(renderText: PageMould.mark(name)) : nil
    }
  }
}

/// A mark that a section may test without being searched for names by reflection.
private struct MarkText: MustacheParent, MustacheCustomRenderable {
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

  func escapeText(_ text: String) -> String {
    PageMould.escapedMark(text) ?? HTMLEscaping.escape(text)
  }
}
