import Diagnostics
import Documents
import Markdown
import YAML

/// Texts of parts, read once by each thread.
final class PartTexts {
  private var texts: [String: String?] = [:]

  /// The text of a file; nil where it cannot be read, which is reported where it is first asked for.
  func text(_ path: String, _ read: () -> String?) -> String? {
    if let known = texts[path] { return known }
    let text = read()
    texts[path] = .some(text)
    return text
  }
}

/// Parses a page's Markdown and that of the parts it includes.
struct PartLoader {
  let context: SiteContext
  let texts: PartTexts
  let diagnostics: DiagnosticCollector

  /// How deep parts may include parts.
  private static let depthLimit = 8

  /// The page's text with its parts; nil where it is too large to be read, which is reported.
  func load(_ plan: PagePlan) -> PagePart? {
    var count = 0
    return part(
      plan.body, source: plan.source, path: plan.path, origin: plan.bodyOrigin, above: [],
      count: &count)
  }

  private var options: MarkdownOptions {
    var options = MarkdownOptions()
    options.allowsRawHTML = context.configuration.allowsRawHTML
    return options
  }

  private func part(
    _ text: Substring, source: String, path: String, origin: SourcePosition, above: [String],
    count: inout Int
  ) -> PagePart? {
    guard
      let tree = MarkdownTree.parse(
        String(text), path: path, origin: origin, options: options, into: diagnostics)
    else { return nil }
    let part = PagePart(
      number: count, source: source, path: path, tree: tree, text: text, origin: origin)
    count += 1
    for fence in tree.constructs.fences where fence.language == "include" {
      if let inclusion = inclusion(fence, in: part, above: above + [source], count: &count) {
        part.inclusions.append(inclusion)
      }
    }
    return part
  }

  private func inclusion(
    _ fence: MarkdownFence, in part: PagePart, above: [String], count: inout Int
  ) -> PagePart.Inclusion? {
    let place = part.location(fence.range)
    let name = fence.arguments
    guard !name.isEmpty, let source = SitePath.resolve(name, from: part.folder) else {
      report(
        "include.name", place, "an `include` names a file of `Content/`",
        found: name.isEmpty ? nil : "`\(name)`", expected: "```` ```include _part.md ````")
      return nil
    }
    if above.contains(source) {
      let circle = (above.drop { $0 != source } + [source]).joined(separator: " -> ")
      report("include.cycle", place, "parts include one another in a circle", found: circle)
      return nil
    }
    guard above.count <= Self.depthLimit else {
      report(
        "include.depth", place, "parts are nested too deep", found: above.joined(separator: " -> "),
        expected: "at most \(Self.depthLimit) levels")
      return nil
    }
    guard let text = text(of: source, written: name, at: place) else { return nil }
    guard
      let included = self.part(
        text[...], source: source, path: context.files.printedPath(source), origin: .start,
        above: above, count: &count)
    else { return nil }
    return PagePart.Inclusion(
      fence: fence, part: included, condition: condition(fence, in: part))
  }

  private func text(of source: String, written: String, at place: SourceLocation) -> String? {
    texts.text(source) {
      if let text = try? context.files.text(source, into: diagnostics) { return text }
      let files = (try? context.files.list()) ?? []
      let parts = files.lazy.map(\.path).filter { $0.hasSuffix(".md") }
      diagnostics.add(
        Diagnostic(
          .error, "include.missing", at: place, "there is no such part", found: "`\(written)`",
          remedy: NearMiss.suggestion(for: source, among: parts).map { "did you mean `/\($0)`?" }))
      return nil
    }
  }

  /// What stands after `when:`.
  private func condition(
    _ fence: MarkdownFence, in part: PagePart
  ) -> (sql: String, place: TextPlace)? {
    guard !fence.body.utf8.allSatisfy({ $0 <= 0x20 }),
      let node = YAMLReader.read(
        fence.body, path: part.path, at: fence.bodyOrigin, columnShift: fence.columnShift,
        into: diagnostics),
      var reader = MappingReader(
        node, path: part.path, what: "an `include`", into: diagnostics)
    else { return nil }
    defer { reader.finish() }
    guard let sql = reader.string("when"), let value = reader.node("when") else { return nil }
    return (sql, TextPlace(part.path, value))
  }

  private func report(
    _ id: String, _ place: SourceLocation, _ summary: String, found: String? = nil,
    expected: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(.error, id, at: place, summary, found: found, expected: expected))
  }
}
