import Foundation
import Markdown
import Tables

extension GeneratedPages {
  /// Everything that can be looked up, from A to Z.
  var alphabet: GeneratedPage {
    GeneratedPage(
      output: "a-z.html", template: "a-z", title: words(.alphabet),
      description: description(
        .alphabetDescription, ["site": context.configuration.title]),
      maker: "the index from A to Z"
    ) { [context] values, addresses in
      let groups = AlphabetEntries(context.site).groups(digits: context.words(.digits))
      var letters = HTMLWriter()
      var html = HTMLWriter()
      for (place, group) in groups.enumerated() {
        let id = "letter-\(place + 1)"
        letters.open("li")
        letters.link("a-z.html#\(id)", addresses, text: group.letter)
        letters.close("li")
        html.open("section", [("aria-labelledby", id)])
        html.element("h2", [("id", id)], text: group.letter)
        html.open("ul", [("class", "listing")])
        for entry in group.entries { html.write(entry, addresses) }
        html.close("ul")
        html.close("section")
      }
      values[.contents] = letters.html
      values[.list] = html.html
    }
  }
}

extension HTMLWriter {
  fileprivate mutating func write(_ entry: AlphabetEntries.Entry, _ addresses: PageAddresses) {
    open("li")
    if let target = entry.target {
      link(target, addresses, text: entry.name)
    } else {
      element("strong", text: entry.name)
    }
    if let text = entry.text { element("p", text: text) }
    close("li")
  }
}

/// The entries of the index from A to Z: titles, tags, terms, the glossary, values with pages.
struct AlphabetEntries {
  /// One entry.
  struct Entry: Hashable {
    var name: String
    var target: String?
    var text: String?
  }

  private(set) var entries: [Entry] = []

  /// The entries of a site.
  init(_ site: ResolvedSite) {
    for (number, page) in site.pages.enumerated() where page.plan.output != "404.html" {
      add(page.title, page.plan.output)
      let label = site.label(of: number)
      if label != page.title { add(label, page.plan.output) }
      for term in page.plan.frontMatter.terms { add(term, page.plan.output) }
    }
    for tag in site.tags { add(tag.name, tag.output) }
    for table in site.context.data.tables {
      if table.name == "glossary" { addGlossary(table, site) }
      for field in table.schema.fields {
        if let pattern = field.entries { addValues(of: field.name, pattern, table, site) }
      }
    }
  }

  private mutating func add(_ name: String, _ target: String?, text: String? = nil) {
    if !name.isEmpty { entries.append(Entry(name: name, target: target, text: text)) }
  }

  private mutating func addGlossary(_ table: SiteTable, _ site: ResolvedSite) {
    func cell(_ row: [DataValue], _ column: String) -> String? {
      table.table.index(of: column).flatMap { row[$0].text }
    }
    for row in table.table.rows {
      guard let term = cell(row, "term") else { continue }
      let page = cell(row, "page").flatMap { site.context.index.page(named: $0) }
      add(term, page.map { site.pages[$0].plan.output }, text: cell(row, "definition"))
    }
  }

  /// The values of a column, each with the page that `countries/{iso3}.md` gives its row.
  private mutating func addValues(
    of column: String, _ pattern: String, _ table: SiteTable, _ site: ResolvedSite
  ) {
    guard let place = table.table.index(of: column) else { return }
    var seen: Set<DataValue> = []
    for row in table.table.rows {
      guard let name = row[place].text, seen.insert(row[place]).inserted else { continue }
      var address = pattern
      for (index, column) in table.table.columns.enumerated()
      where address.contains("{\(column.name)}") {
        address = address.replacing("{\(column.name)}", with: Slug.of(CSVWriter.cell(row[index])))
      }
      guard let page = site.context.index.page(named: address) else { continue }
      add(name, site.pages[page].plan.output)
    }
  }

  /// The entries by first letter, without marks; digits and signs last.
  func groups(digits: String) -> [(letter: String, entries: [Entry])] {
    var seen: Set<Entry> = []
    let keyed = entries.filter { seen.insert($0).inserted }.map { (Self.key($0.name), $0) }
    let sorted = keyed.sorted { a, b in
      a.0 == b.0 ? inByteOrder(a.1.target ?? "", b.1.target ?? "") : inByteOrder(a.0, b.0)
    }
    var groups: [(letter: String, entries: [Entry])] = []
    var others: [Entry] = []
    for (key, entry) in sorted {
      guard let letter = key.unicodeScalars.first, letter.properties.isAlphabetic else {
        others.append(entry)
        continue
      }
      let name = String(letter).uppercased()
      if groups.last?.letter == name {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append((name, [entry]))
      }
    }
    return others.isEmpty ? groups : groups + [(digits, others)]
  }

  /// What entries are ordered by: without case, marks and what is no letter, digit or blank at the start;
  /// letters that Unicode does not take apart stand with those they are written for.
  private static func key(_ name: String) -> String {
    let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    let plain =
      folded.utf8.allSatisfy { $0 < 0x80 }
      ? folded : String(folded.flatMap { latin[$0].map(Array.init) ?? [$0] })
    return String(plain.drop { !$0.isLetter && !$0.isNumber })
  }

  private static let latin: [Character: String] = [
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i",
  ]
}
