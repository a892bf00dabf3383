import Diagnostics
import Documents

extension FrontMatter {
  /// How long a description should be, in characters.
  static let descriptionLength = 70...160

  /// Decodes front matter strictly: every key that is not known is an error.
  ///
  /// - Parameters:
  ///   - node: the mapping.
  ///   - path: the page's file as diagnostics print it.
  /// - Returns: what could be read; nil where the text is no mapping, which is reported.
  static func decode(
    _ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector
  ) -> FrontMatter? {
    guard
      var reader = MappingReader(node, path: path, what: "front matter", into: diagnostics)
    else { return nil }
    var matter = FrontMatter()
    matter.title = reader.text("title", into: diagnostics)
    matter.description = reader.text("description", into: diagnostics)
    matter.date = reader.date("date")
    matter.updated = reader.date("updated") ?? matter.date
    matter.authors = reader.strings("authors") ?? []
    matter.order = reader.number("order")
    matter.tags = reader.strings("tags") ?? []
    matter.terms = reader.strings("terms") ?? []
    matter.isDraft = reader.boolean("draft") ?? false
    matter.aliases = reader.strings("aliases") ?? []
    matter.template = reader.string("template")
    matter.contents = contents(&reader, diagnostics)
    matter.navigation = navigation(&reader, diagnostics)
    matter.rows = rows(&reader, path, diagnostics)
    reader.finish()
    matter.places = (node.mapping?.entries ?? []).map { ($0.key, $0.value.range) }
    matter.checkDates(path, into: diagnostics)
    matter.checkDescription(path, into: diagnostics)
    return matter
  }

  private static func contents(
    _ reader: inout MappingReader, _ diagnostics: DiagnosticCollector
  ) -> Contents {
    guard let node = reader.node("toc") else { return .automatic }
    if let flag = node.boolean { return flag ? .always : .never }
    if node.string == "auto" { return .automatic }
    diagnostics.add(
      .init(
        .error, "front-matter.toc", at: reader.location("toc"),
        "`toc` takes true, false or auto", found: node.kind))
    return .automatic
  }

  private static func navigation(
    _ reader: inout MappingReader, _ diagnostics: DiagnosticCollector
  ) -> Navigation {
    guard let node = reader.node("nav") else { return .shown }
    if let flag = node.boolean { return flag ? .shown : .hidden }
    if let name = node.string, !name.isEmpty { return .named(name) }
    diagnostics.add(
      .init(
        .error, "front-matter.nav", at: reader.location("nav"),
        "`nav` takes true, false or a short name", found: node.kind))
    return .shown
  }

  private static func rows(
    _ reader: inout MappingReader, _ path: String, _ diagnostics: DiagnosticCollector
  ) -> Rows? {
    guard let node = reader.node("each") else { return nil }
    let place = reader.location("each")
    guard var each = MappingReader(node, path: path, what: "`each`", into: diagnostics) else {
      return nil
    }
    defer { each.finish() }
    if let value = each.string("value") {
      if each.string("query") == nil, each.string("key") == nil { return .value(value) }
      diagnostics.add(
        .init(
          .error, "front-matter.each", at: place,
          "`each` takes either `query` and `key`, or `value`"))
      return nil
    }
    guard let query = each.requiredString("query"), let key = each.requiredString("key") else {
      return nil
    }
    return .query(query, key: key)
  }

  private func checkDates(_ path: String, into diagnostics: DiagnosticCollector) {
    guard let date, let updated, updated < date else { return }
    diagnostics.add(
      .init(
        .error, "front-matter.dates", at: SourceLocation(path, range(of: "updated")),
        "a page was updated before its date", found: updated, expected: "\(date) or later"))
  }

  /// Descriptions that hold values are measured once the values are in.
  func checkDescription(_ path: String, into diagnostics: DiagnosticCollector) {
    guard let description else {
      diagnostics.add(
        .init(
          .warning, "front-matter.description", at: SourceLocation(path),
          "a page has no description",
          remedy: "add `description`, a sentence of 70 to 160 characters"))
      return
    }
    guard !description.utf8.contains(UInt8(ascii: "`")) else { return }
    // Counting bytes settles nearly all of them; characters are counted near the bounds only.
    let bytes = description.utf8.count
    if Self.descriptionLength.contains(bytes), description.utf8.allSatisfy({ $0 < 0x80 }) {
      return
    }
    let count = description.count
    guard !Self.descriptionLength.contains(count) else { return }
    diagnostics.add(
      .init(
        .warning, "front-matter.description",
        at: SourceLocation(path, range(of: "description")),
        "a description is too \(count < 70 ? "short" : "long")", found: "\(count) characters",
        expected: "70 to 160 characters"))
  }
}

extension MappingReader {
  /// A text that may not be empty.
  fileprivate mutating func text(_ key: String, into diagnostics: DiagnosticCollector) -> String? {
    guard let text = string(key) else { return nil }
    if text.contains(where: { !$0.isWhitespace }) { return text }
    diagnostics.add(
      .init(
        .error, "front-matter.empty", at: location(key), "`\(key)` is empty",
        remedy: "write it, or leave the key out"))
    return nil
  }
}
