import Diagnostics
import Markdown

/// The footnotes and citations of a page in one numbered list, in order of appearance.
struct NoteList {
  /// What makes two notes one.
  enum Key: Hashable {
    /// A footnote, by the part of the page that holds it and its number there.
    case footnote(part: Int, number: Int)
    /// A source and the place in it.
    case citation(id: String, locator: String?)
  }

  /// The notes so far; texts of footnotes are filled in at the end.
  private(set) var entries: [NoteEntry] = []
  private var numbers: [Key: Int] = [:]

  /// Takes a reference to a note: gives the note's number and an id for the reference.
  mutating func refer(
    to key: Key, content: @autoclosure () -> NoteEntry.Content
  ) -> (number: Int, reference: String) {
    let number: Int
    if let known = numbers[key] {
      number = known
    } else {
      number = entries.count + 1
      numbers[key] = number
      entries.append(NoteEntry(number: number, content: content(), references: []))
    }
    let earlier = entries[number - 1].references.count
    let reference = earlier == 0 ? "r\(number)" : "r\(number)-\(earlier + 1)"
    entries[number - 1].references.append(reference)
    return (number, reference)
  }

  /// Sets the text of a footnote.
  mutating func setText(_ text: SiteHTML, of key: Key) {
    guard let number = numbers[key] else { return }
    entries[number - 1].content = .text(text)
  }
}

extension PageDraft {
  /// Puts the numbers of footnotes and citations in place.
  func put(_ note: MarkdownNote, of part: PagePart) {
    switch note {
    case .footnote(let footnote):
      let (number, reference) = notes.refer(
        to: .footnote(part: part.number, number: footnote.number), content: .text(SiteHTML()))
      part.tree.replace(
        footnote.node, html: noteHTML(number, reference, label: noteLabel(number)), text: "")
    case .citation(let citation):
      let html = citation.items.compactMap { item in citationHTML(item, citation, part) }
      part.tree.replace(citation.node, html: html.joined(), text: "")
    }
  }

  private func citationHTML(
    _ item: MarkdownCitation.Item, _ citation: MarkdownCitation, _ part: PagePart
  ) -> String? {
    guard let source = context.data.sources[item.id] else {
      diagnostics.add(
        .unknownName(
          "citation.unknown", item.id, what: "source", among: context.data.sources.ids,
          at: SourceLocation(part.path, citation.range)))
      return nil
    }
    sources.insert(item.id)
    let (number, reference) = notes.refer(
      to: .citation(id: item.id, locator: item.locator),
      content: .citation(source: item.id, locator: item.locator))
    let year = source.published.map { ", " + $0.prefix(4) } ?? ""
    let label = "\(noteLabel(number)): \(source.publisher ?? source.title)\(year)"
    return noteHTML(number, reference, label: label)
  }

  private func noteLabel(_ number: Int) -> String {
    context.words(.noteLabel, ["number": String(number)])
  }

  private func noteHTML(_ number: Int, _ reference: String, label: String) -> String {
    anchors.insert(reference)
    anchors.insert("n\(number)")
    var html = HTMLWriter()
    html.open("sup")
    html.open(
      "a",
      [
        ("class", "note-ref"), ("id", reference),
        ("href", addressMark(ofAnchor: "n\(number)")), ("aria-label", label),
      ])
    html.text(String(number))
    html.close("a")
    html.close("sup")
    return html.html
  }
}
