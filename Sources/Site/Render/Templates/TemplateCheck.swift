import Diagnostics

/// A template as read, with its tags found.
struct TemplateSource: Sendable {
  /// The name that pages, partials and front matter use: the file's without `.mustache`.
  var name: String
  /// The file as diagnostics print it.
  var path: String
  /// The text.
  var text: String
  /// The tags of the text.
  var tags: [TemplateTag]

  /// The place of a tag.
  func location(_ tag: TemplateTag) -> SourceLocation { SourceLocation(path, tag.range) }
}

/// Checks templates before any is rendered: a name or partial that is not there renders as nothing,
/// and nobody would notice.
struct TemplateCheck {
  /// How deep sections and blocks may nest.
  static let depthLimit = 100
  /// How deep partials may nest.
  static let partialLimit = 20

  let templates: [String: TemplateSource]
  let words: Set<String>
  let diagnostics: DiagnosticCollector

  /// Reports every fault of the templates.
  func run() {
    for template in templates.values.sorted(by: { inByteOrder($0.name, $1.name) }) {
      checkNesting(of: template)
      for tag in template.tags { check(tag, of: template) }
    }
    checkCycles()
  }

  // MARK: One tag

  private func check(_ tag: TemplateTag, of template: TemplateSource) {
    switch tag.kind {
    case .variable, .unescaped, .section, .inverted: checkName(tag, of: template)
    case .partial, .parent: checkPartial(tag, of: template)
    case .block, .end, .comment: break
    case .delimiters:
      report("template.tag", tag, template, "the delimiters of tags stay `{{` and `}}`")
    case .pragma: report("template.tag", tag, template, "templates hold no pragmas")
    }
  }

  private func checkName(_ tag: TemplateTag, of template: TemplateSource) {
    let name = String(tag.name)
    if name.hasPrefix("words.") {
      let word = String(name.dropFirst("words.".count))
      if tag.kind != .variable {
        report(
          "template.word", tag, template, "a fixed word is a text", remedy: "write `{{\(name)}}`")
      }
      guard !words.contains(word) else { return }
      diagnostics.add(
        .unknownName(
          "template.word", word, what: "word of strings.yaml", among: words.sorted(),
          at: template.location(tag)))
      return
    }
    guard let known = TemplateName(rawValue: name) else {
      diagnostics.add(
        .unknownName(
          "template.name", name, what: "name in a template",
          among: TemplateName.allCases.map(\.rawValue), at: template.location(tag)))
      return
    }
    switch (tag.kind, known.documentation.content) {
    case (.variable, .html):
      report(
        "template.escaped", tag, template, "a name that holds HTML would be shown as its source",
        remedy: "write `{{{\(name)}}}`")
    case (.unescaped, .text):
      report(
        "template.unescaped", tag, template, "a name that holds text has to be escaped",
        remedy: "write `{{\(name)}}`")
    case (.variable, .flag), (.unescaped, .flag):
      report(
        "template.flag", tag, template, "a flag has no text",
        remedy: "write `{{#\(name)}}…{{/\(name)}}`")
    default: break
    }
  }

  private func checkPartial(_ tag: TemplateTag, of template: TemplateSource) {
    let name = String(tag.name)
    guard templates[name] == nil else { return }
    diagnostics.add(
      .unknownName(
        "template.partial", name, what: "template", among: templates.keys.sorted(by: inByteOrder),
        at: template.location(tag)))
  }

  private func report(
    _ id: String, _ tag: TemplateTag, _ template: TemplateSource, _ summary: String,
    remedy: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, id, at: template.location(tag), summary,
        found: "`\(template.text[tag.extent])`", remedy: remedy))
  }

  // MARK: Nesting

  private func checkNesting(of template: TemplateSource) {
    var open: [TemplateTag] = []
    for tag in template.tags {
      switch tag.kind {
      case .section, .inverted, .block, .parent:
        open.append(tag)
        if open.count > Self.depthLimit {
          report(
            "template.depth", tag, template, "sections nest at most \(Self.depthLimit) deep")
          return
        }
      case .end:
        guard let last = open.popLast(), last.name == tag.name else {
          report("template.nesting", tag, template, "the end of a section that is not open here")
          return
        }
      default: break
      }
    }
    if let last = open.last {
      report(
        "template.nesting", last, template, "a section is not ended",
        remedy: "add `{{/\(last.name)}}`")
    }
  }

  // MARK: Partials within partials

  private func checkCycles() {
    var heights: [String: Int] = [:]
    for name in templates.keys.sorted(by: inByteOrder) {
      var path: [String] = []
      _ = height(of: name, along: &path, &heights)
    }
  }

  /// How many partials nest in a template; nil after a report. The recursion ends at the limit.
  private func height(
    of name: String, along path: inout [String], _ heights: inout [String: Int]
  ) -> Int? {
    if let known = heights[name] { return known }
    guard let template = templates[name] else { return 0 }
    path.append(name)
    defer { path.removeLast() }
    var height = 0
    for tag in template.tags where tag.kind == .partial || tag.kind == .parent {
      let next = String(tag.name)
      if let start = path.firstIndex(of: next) {
        let cycle = (path[start...] + [next]).joined(separator: " > ")
        report("template.cycle", tag, template, "a template contains itself: \(cycle)")
        heights[name] = 0
        return nil
      }
      guard path.count < Self.partialLimit else {
        report(
          "template.depth", tag, template, "partials nest at most \(Self.partialLimit) deep")
        heights[name] = 0
        return nil
      }
      guard let below = self.height(of: next, along: &path, &heights) else {
        heights[name] = 0
        return nil
      }
      height = max(height, below + 1)
    }
    heights[name] = height
    return height
  }
}
