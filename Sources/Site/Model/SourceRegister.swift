package import Diagnostics
package import Tables

/// The sources of a site: the rows of the table `sources`, by id.
package struct SourceRegister: Sendable {
  /// One source.
  package struct Entry: Sendable, Hashable {
    /// Its id, as citations name it.
    package var id: String
    /// Its title.
    package var title: String
    /// Who wrote it, as printed; the column `authors` parts them by `;`. Empty where the publisher did.
    package var authors: [String]
    /// Who published it.
    package var publisher: String?
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil where not known.
    package var published: String?
    /// When it was read, by the column `retrieved` or `accessed`.
    package var accessed: String?
    /// How often it is replaced, as written in the column `update_every`; nil where it stays as it is.
    package var updateEvery: String?
    /// Where it is.
    package var url: String?
    /// What kind of source it is.
    package var kind: String?
    /// A remark.
    package var note: String?
    /// Its place in the file.
    package var location: SourceLocation
  }

  /// The sources in the order of the table.
  package private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  /// A register without sources.
  package init() {}

  /// The register that a table holds; columns are found by name, those that are not there are nil.
  ///
  /// - Parameters:
  ///   - table: the table `sources`.
  ///   - path: its file as diagnostics print it.
  ///   - lines: the line of each row in the file.
  package init(_ table: DataTable, path: String, lines: [Int]) {
    func text(_ row: [DataValue], _ column: String) -> String? {
      guard let index = table.index(of: column) else { return nil }
      switch row[index] {
      case .text(let text): return text.isEmpty ? nil : text
      case .integer(let number): return String(number)
      default: return nil
      }
    }
    for (number, row) in table.rows.enumerated() {
      guard let id = text(row, "id"), places[id] == nil else { continue }
      let line = lines.indices.contains(number) ? lines[number] : 1
      places[id] = entries.count
      entries.append(
        Entry(
          id: id, title: text(row, "title") ?? id,
          authors: text(row, "authors").map(SourceIDs.split) ?? [],
          publisher: text(row, "publisher"), published: text(row, "published"),
          accessed: text(row, "retrieved") ?? text(row, "accessed"),
          updateEvery: text(row, "update_every"), url: text(row, "url"), kind: text(row, "kind"),
          note: text(row, "note"),
          location: SourceLocation(path, SourceRange(SourcePosition(line: line, column: 1)))))
    }
  }

  /// The source with an id.
  package subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

  /// When each source was published, by id; empty where it is not known.
  package var published: [String: String] {
    Dictionary(entries.map { ($0.id, $0.published ?? "") }) { first, _ in first }
  }

  /// Every id, in the order of the table.
  package var ids: [String] { entries.map(\.id) }
}
