import Documents

/// The register of sources for reference managers.
struct SourceExport: Sendable {
  /// The output in BibTeX.
  static let bibTeXOutput = "sources.bib"
  /// The output in CSL-JSON.
  static let cslOutput = "sources.csl.json"

  let register: SourceRegister

  /// The register as BibTeX.
  var bibTeX: String {
    var bibliography = BibTeX()
    for entry in register.entries {
      let date = BibTeX.date(entry.published)
      bibliography.entry(
        "misc", key: entry.id,
        [
          ("author", authors(entry).isEmpty ? nil : .names(authors(entry))),
          ("title", .verbatim(entry.title)),
        ] + date + [
          ("publisher", entry.publisher.map(BibTeX.Value.words)),
          ("url", entry.url.map(BibTeX.Value.address)),
          ("urldate", entry.accessed.map(BibTeX.Value.words)),
          ("note", entry.note.map(BibTeX.Value.words)),
        ])
    }
    return bibliography.text
  }

  /// Who wrote a source: its authors, else its publisher.
  private func authors(_ entry: SourceRegister.Entry) -> [String] {
    entry.authors.isEmpty ? [entry.publisher].compactMap(\.self) : entry.authors
  }

  /// The register as CSL-JSON.
  var cslJSON: String {
    var writer = JSONWriter(.pretty)
    writer.array { writer in
      for entry in register.entries {
        CSLItem(
          id: entry.id, type: entry.url == nil ? "document" : "webpage", title: entry.title,
          authors: authors(entry),
          publisher: entry.publisher, issued: entry.published, accessed: entry.accessed,
          url: entry.url, note: entry.note
        ).write(&writer)
      }
    }
    return writer.text + "\n"
  }
}
