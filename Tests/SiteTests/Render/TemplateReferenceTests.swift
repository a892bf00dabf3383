import Diagnostics
import Foundation
import Testing

@testable import Site

/// The reference of templates says what there is, all of it and nothing else.
@Suite struct TemplateReferenceTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The reference, part by part: the rows of its tables below each heading of level 2.
  private static func tables() throws -> [String: [[String]]] {
    let file = root.appending(path: "Sources/ytterby/Documentation.docc/Templates.md")
    var tables: [String: [[String]]] = [:]
    var heading = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      tables[heading, default: []].append([cells[0].filter { $0 != "`" }] + cells.dropFirst())
    }
    return tables
  }

  @Test("the reference lists every name with what it holds and means, and no other")
  func names() throws {
    let rows = try #require(try Self.tables()["Names"])
    let listed = Dictionary(rows.map { ($0[0], $0) }) { $1 }
    #expect(rows.count == listed.count, "a name is listed twice")
    for name in TemplateName.allCases {
      let (content, meaning) = name.documentation
      let holds =
        switch content {
        case .text: "text"
        case .html: "HTML"
        case .flag: "flag"
        }
      #expect(
        listed[name.rawValue] == [name.rawValue, holds, meaning],
        "the reference lacks: | `\(name.rawValue)` | \(holds) | \(meaning) |")
    }
    let known = Set(TemplateName.allCases.map(\.rawValue))
    for name in listed.keys { #expect(known.contains(name), "`\(name)` no longer exists") }
  }

  @Test("the reference lists every file of the theme, and no other")
  func files() throws {
    let tables = try Self.tables()
    let pages = tables["Pages", default: []].map { $0[0] }
    let parts = tables["Parts", default: []].map { $0[0] }
    let others = tables["Other files", default: []].map { $0[0] }
    let names = Set(BuiltInTheme.files.keys)
    #expect(Set(pages) == names.filter { $0.hasSuffix(".mustache") && !$0.hasPrefix("_") })
    #expect(Set(parts) == names.filter { $0.hasPrefix("_") })
    #expect(Set(others) == names.filter { !$0.hasSuffix(".mustache") })
  }

  @Test("every name has a value on some page")
  func values() throws {
    var fixture = SiteFixture.withData([
      "site.yaml": """
      title: Test site
      description: A site in which everything occurs that templates have a name for.
      url: https://example.org/
      publisher: {name: The desk, email: desk@example.org}
      edition: {id: "2025", published: 2025-06-30, data_as_of: 2025-06-30}
      licence: {name: CC-BY-4.0}
      """,
      "a/one.md": SiteFixture.page(
        "One",
        """
        ## First {#first}

        `= output[country=China].tonnes` [@mcs-2025]

        ```table outputs
        title: Outputs
        data: output
        sort: [country]
        ```
        """, "tags: [mining]\ntoc: true\naliases: [old.html]\ndraft: true"),
      "a/two.md": SiteFixture.page("Two"), "a/three.md": SiteFixture.page("Three"),
      "countries/[iso3].md": """
      ---
      title: "`= row.country`"
      description: A sentence that says what the page is about and is long enough to stand.
      each: {query: producers, key: iso3}
      ---
      """,
    ])
    fixture.includesDrafts = true
    fixture.templates["_header.mustache"] = TemplateName.allCases.map {
      "{{#\($0.rawValue)}}<!--\($0.rawValue)-->{{/\($0.rawValue)}}"
    }.joined()
    let site = try fixture.build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let html = site.htmlPaths.map(site.text).joined()
    // A site of one edition has no changes, and nothing leads to a later one; a small one is printed in one.
    let others: Set<TemplateName> = [.latest, .latest_changes, .revisions, .parts]
    for name in TemplateName.allCases where !others.contains(name) {
      let name = name.rawValue
      #expect(html.contains("<!--\(name)-->"), "no page has a value for `\(name)`")
    }
  }
}
