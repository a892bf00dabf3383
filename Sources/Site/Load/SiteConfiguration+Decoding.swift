import Diagnostics
import Documents

extension SiteConfiguration {
  /// Decodes `site.yaml` strictly.
  ///
  /// - Returns: what could be read; nil where the text is no mapping or has no title, which is reported.
  static func decode(
    _ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector
  ) -> SiteConfiguration? {
    guard
      var reader = MappingReader(
        node, path: path, what: "the site's configuration", into: diagnostics)
    else { return nil }
    let decoder = Decoder(path: path, diagnostics: diagnostics)
    var configuration = SiteConfiguration(title: reader.requiredString("title") ?? "")
    configuration.description = reader.string("description")
    configuration.url = decoder.url(&reader)
    configuration.language = decoder.language(&reader)
    configuration.edition = decoder.edition(reader.node("edition"))
    configuration.publisher = decoder.party(reader.node("publisher"), "the publisher")
    configuration.licence = decoder.licence(reader.node("licence"))
    configuration.navigation = decoder.navigation(reader.node("navigation"))
    configuration.footer = decoder.navigation(reader.node("footer"), "footer", depth: 3)
    configuration.colours = decoder.colours(reader.node("colours"))
    configuration.keep = reader.strings("keep") ?? []
    configuration.people = decoder.people(reader.node("people"))
    configuration.allowsRawHTML = reader.boolean("raw_html") ?? false
    configuration.hasSearch = reader.boolean("search") ?? true
    configuration.hasCopies = reader.boolean("copies") ?? true
    configuration.freshness = decoder.freshness(reader.node("freshness"))
    configuration.retired = Retirements(reader.node("retired"), path: path, into: diagnostics)
    configuration.statusWords.merge(decoder.statusWords(reader.node("status_words"))) { $1 }
    reader.finish()
    return configuration.title.isEmpty ? nil : configuration
  }
}

/// The parts of `site.yaml`, each read strictly.
private struct Decoder {
  let path: String
  let diagnostics: DiagnosticCollector

  func url(_ reader: inout MappingReader) -> String? {
    guard let url = reader.string("url") else { return nil }
    let scheme = AddressScheme(of: url)?.name
    let host = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first
    guard scheme == "https" || scheme == "http", host?.isEmpty == false,
      !url.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      )
    else {
      report("url", reader.location("url"), "`url` is no web address", url, "https://example.org/")
      return nil
    }
    return url.hasSuffix("/") ? url : url + "/"
  }

  func language(_ reader: inout MappingReader) -> String {
    guard let tag = reader.string("language") else { return "en" }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (2...3).contains(parts.first?.utf8.count ?? 0)
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.unicodeScalars.allSatisfy {
            $0.isASCII && $0.properties.isAlphabetic || "0"..."9" ~= $0
          }
      }
    if isTag { return tag }
    report(
      "language", reader.location("language"), "`language` is no language tag", tag, "such as en-GB"
    )
    return "en"
  }

  func edition(_ node: DocumentNode?) -> SiteConfiguration.Edition? {
    guard let node,
      var reader = MappingReader(node, path: path, what: "the edition", into: diagnostics)
    else { return nil }
    let id = reader.requiredString("id")
    let published = reader.date("published")
    let dataAsOf = reader.date("data_as_of") ?? published
    let next = reader.string("next")
    let places = (id: reader.location("id"), next: reader.location("next"))
    reader.finish()
    if let next, !isPartialDate(next) {
      report("edition", places.next, "`next` is no date", next, "YYYY, YYYY-MM or YYYY-MM-DD")
    }
    guard let id else { return nil }
    guard SiteConfiguration.Edition.isID(id) else {
      report(
        "edition", places.id, "the id of an edition is part of an address", id,
        "letters, digits, `.`, `-` and `_`")
      return nil
    }
    guard let published, let dataAsOf else {
      diagnostics.add(
        .init(
          .error, "site.edition", at: SourceLocation(path, node.range),
          "an edition needs the day it is published", expected: "`published: YYYY-MM-DD`"))
      return nil
    }
    return .init(id: id, published: published, dataAsOf: dataAsOf, next: next)
  }

  /// A name alone, or a mapping with more.
  func party(_ node: DocumentNode?, _ what: String) -> SiteConfiguration.Party? {
    guard let node else { return nil }
    if let name = node.string { return .init(name: name) }
    guard var reader = MappingReader(node, path: path, what: what, into: diagnostics),
      let name = reader.requiredString("name")
    else { return nil }
    defer { reader.finish() }
    return .init(
      name: name, url: reader.string("url"), email: reader.string("email"),
      role: reader.string("role"))
  }

  func people(_ node: DocumentNode?) -> [String: SiteConfiguration.Party] {
    var people: [String: SiteConfiguration.Party] = [:]
    for entry in mapping(node, "people")?.entries ?? [] {
      people[entry.key] = party(entry.value, "a person")
    }
    return people
  }

  func licence(_ node: DocumentNode?) -> SiteConfiguration.Licence? {
    guard let node else { return nil }
    if let name = node.string { return .init(name: name) }
    guard var reader = MappingReader(node, path: path, what: "the licence", into: diagnostics),
      let name = reader.requiredString("name")
    else { return nil }
    defer { reader.finish() }
    return .init(name: name, title: reader.string("title"), url: reader.string("url"))
  }

  /// A list of pages: each a path, or a mapping of `title`, `page` and `pages` below it.
  func navigation(
    _ node: DocumentNode?, _ key: String = "navigation", depth: Int = 0
  ) -> [SiteConfiguration.NavigationItem] {
    guard let node else { return [] }
    guard let items = node.list, depth < 4 else {
      diagnostics.add(
        .init(
          .error, "site.navigation", at: SourceLocation(path, node.range),
          depth < 4 ? "`\(key)` is a list of pages" : "the \(key) is nested too deep",
          found: node.kind,
          expected: key == "footer" ? "a list without levels" : "at most four levels of lists"))
      return []
    }
    return items.compactMap { item in
      let place = SourceLocation(path, item.range)
      if let target = item.string {
        return .init(title: nil, target: target, children: [], location: place)
      }
      guard
        var reader = MappingReader(
          item, path: path, what: "an entry of the navigation", into: diagnostics),
        let target = reader.requiredString("page")
      else { return nil }
      defer { reader.finish() }
      return .init(
        title: reader.string("title"), target: target,
        children: navigation(reader.node("pages"), key, depth: depth + 1), location: place)
    }
  }

  func colours(_ node: DocumentNode?) -> [String: [String: String]] {
    var colours: [String: [String: String]] = [:]
    for field in mapping(node, "colours")?.entries ?? [] {
      for value in mapping(field.value, "the colours of a field")?.entries ?? [] {
        guard let token = value.value.string else {
          report(
            "colours", SourceLocation(path, value.value.range), "a colour is the name of a token",
            value.value.kind, "such as s2")
          continue
        }
        colours[field.key, default: [:]][value.key] = token
      }
    }
    return colours
  }

  func freshness(_ node: DocumentNode?) -> SiteConfiguration.Freshness {
    guard let node,
      var reader = MappingReader(node, path: path, what: "`freshness`", into: diagnostics)
    else { return .init() }
    defer { reader.finish() }
    typealias Overdue = SiteConfiguration.Freshness.Overdue
    return .init(
      overdue: reader.choice("overdue", Overdue.self) ?? .warning,
      warnAfter: reader.integer("warn"), failAfter: reader.integer("fail"))
  }

  func statusWords(_ node: DocumentNode?) -> [String: [String]] {
    guard let node,
      var reader = MappingReader(node, path: path, what: "`status_words`", into: diagnostics)
    else { return [:] }
    defer { reader.finish() }
    var words: [String: [String]] = [:]
    for status in SiteConfiguration.defaultStatusWords.keys {
      words[status] = reader.strings(status)
    }
    return words
  }

  private func mapping(_ node: DocumentNode?, _ what: String) -> DocumentMapping? {
    guard let node, node.mapping == nil else { return node?.mapping }
    report("mapping", SourceLocation(path, node.range), "`\(what)` is a mapping", node.kind, nil)
    return nil
  }

  private func report(
    _ id: String, _ place: SourceLocation, _ rule: String, _ found: String, _ expected: String?
  ) {
    diagnostics.add(
      .init(.error, "site." + id, at: place, rule, found: "`\(found)`", expected: expected))
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  private func isPartialDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } })
    else { return false }
    let ranges = [0...9999, 1...12, 1...31]
    return zip(parts, ranges).allSatisfy { part, range in Int(part).map(range.contains) ?? false }
  }
}

extension SiteConfiguration.Edition {
  /// Whether a text can be the id of an edition, which is part of addresses: letters, digits, `.`, `-` and
  /// `_`, not all of them signs.
  package static func isID(_ id: String) -> Bool {
    func isSign(_ byte: UInt8) -> Bool {
      [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
    }
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    return id.utf8.contains(where: isPlain) && id.utf8.allSatisfy { isPlain($0) || isSign($0) }
  }
}
