package import Diagnostics

/// The frozen editions of a site: `Content/editions/ID.json`, each with its files in `editions/ID/`.
package struct EditionArchive: Sendable {
  /// The folder below `Content/`.
  package static let folder = "editions"

  /// One frozen edition.
  package struct Entry: Sendable {
    /// Its record.
    package var record: EditionRecord
    /// The record's file as diagnostics print it.
    package var path: String
    /// The id: that of the file's name.
    package var id: String
  }

  /// The editions, oldest first; of one day, by id.
  package private(set) var entries: [Entry] = []

  /// An archive without editions.
  package init() {}

  /// Reads the records of `files`; what is wrong with them is reported.
  package init(_ files: SiteFiles, into diagnostics: DiagnosticCollector) throws {
    for entry in try files.list() where entry.kind == .file {
      guard let id = Self.edition(ofRecord: entry.path),
        let text = try files.text(entry.path, into: diagnostics)
      else { continue }
      let path = files.printedPath(entry.path)
      guard let record = EditionRecord.read(text, path: path, into: diagnostics) else { continue }
      if !RecordSeal.isIntact(text) {
        diagnostics.add(
          Diagnostic(
            .error, "edition.edited", at: SourceLocation(path),
            "the record of a frozen edition is not as it was written",
            remedy:
              "take it back from version control; what has changed since belongs in a new edition"))
      }
      guard record.id == id else {
        diagnostics.add(
          Diagnostic(
            .error, "edition.record", at: SourceLocation(path),
            "the record of an edition has the edition's name", found: "`\(record.id)`",
            expected: "`\(id)`", remedy: "give the file its name back"))
        continue
      }
      entries.append(Entry(record: record, path: path, id: id))
    }
    entries.sort { a, b in
      let days = (a.record.edition?.published ?? "", b.record.edition?.published ?? "")
      return days.0 == days.1 ? inByteOrder(a.id, b.id) : days.0 < days.1
    }
  }

  /// The edition with an id.
  package subscript(id: String) -> Entry? { entries.first { $0.id == id } }

  /// The id of the edition that a file of `Content/` is the record of; nil for other files.
  private static func edition(ofRecord path: String) -> String? {
    guard SitePath.folder(path) == folder, path.hasSuffix(".json") else { return nil }
    return String(SitePath.name(path).dropLast(".json".count))
  }

  /// Holds the files of the editions against the hashes of their records.
  ///
  /// - Parameters:
  ///   - paths: the files of `Content/` below `editions/`.
  ///   - workers: how many threads work.
  func check(
    _ paths: [String], of files: SiteFiles, workers: Int, into diagnostics: DiagnosticCollector
  ) throws {
    let expected = hashes
    let found = Set(paths)
    _ = try parallelMap(paths, workers: workers) { _, path in
      let place = SourceLocation(files.printedPath(path))
      guard let hash = expected[path] else {
        return diagnostics.add(unknown(path, place))
      }
      if SHA256.hex(try files.read(path)) != hash {
        diagnostics.add(
          Diagnostic(
            .error, "edition.edited", at: place,
            "a file of a frozen edition is not as it was frozen",
            remedy:
              "take it back from version control; what has changed since belongs in a new edition"))
      }
    }
    for path in expected.keys.sorted(by: inByteOrder) where !found.contains(path) {
      diagnostics.add(
        Diagnostic(
          .error, "edition.missing", at: SourceLocation(files.printedPath(path)),
          "a file of a frozen edition is gone", remedy: "take it back from version control"))
    }
  }

  /// The hashes that the records give, by path below `Content/`.
  private var hashes: [String: String] {
    var hashes: [String: String] = [:]
    for entry in entries {
      for (name, hash) in entry.record.files { hashes["\(Self.folder)/\(entry.id)/\(name)"] = hash }
    }
    return hashes
  }

  /// A file that no record knows: of an edition, or of a folder without record.
  private func unknown(_ path: String, _ place: SourceLocation) -> Diagnostic {
    let id = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    guard self[id] == nil else {
      return Diagnostic(
        .error, "edition.added", at: place, "a frozen edition has no such file",
        remedy: "take it out: what is new belongs in a new edition")
    }
    let near = NearMiss.suggestion(for: id, among: entries.map(\.id))
    return Diagnostic(
      .error, "edition.unknown", at: place, "`editions/` holds frozen editions alone",
      found: "no record `editions/\(id).json`",
      remedy: near.map { "did you mean `editions/\($0)/`?" }
        ?? "freeze the edition with `ytterby edition freeze`, or take the folder out")
  }
}
