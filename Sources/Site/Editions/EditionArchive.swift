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
  /// The ids of records that could not be read, which has been reported.
  private var broken: Set<String> = []

  /// An archive without editions.
  package init() {}

  /// Reads the records of `files`; what is wrong with them is reported.
  package init(_ files: SiteFiles, into diagnostics: DiagnosticCollector) throws {
    for entry in try files.list() where entry.kind == .file {
      guard let id = Self.edition(ofRecord: entry.path),
        let text = try files.text(entry.path, into: diagnostics)
      else { continue }
      let path = files.printedPath(entry.path)
      guard let record = EditionRecord.read(text, path: path, into: diagnostics) else {
        broken.insert(id)
        continue
      }
      if let fault = RecordSeal.fault(of: text) {
        diagnostics.add(
          .edited(
            path, "the record of a frozen edition is not as it was written",
            hash: fault.found, expected: fault.expected))
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
    for (id, paths) in Dictionary(grouping: paths, by: Self.edition(ofFile:))
    where self[id] == nil && !broken.contains(id) {
      guard let first = paths.min(by: inByteOrder) else { continue }
      diagnostics.add(unknown(id, count: paths.count, at: files.printedPath(first)))
    }
    let known = paths.filter { self[Self.edition(ofFile: $0)] != nil }
    _ = try parallelMap(known, workers: workers) { _, path in
      let place = files.printedPath(path)
      guard let hash = expected[path] else {
        return diagnostics.add(
          Diagnostic(
            .error, "edition.added", at: SourceLocation(place),
            "a frozen edition has no such file", found: "a file that its record does not list",
            remedy: "take it out: what is new belongs in a new edition"))
      }
      let found = SHA256.hex(try files.read(path))
      guard found != hash else { return }
      diagnostics.add(
        .edited(
          place, "a file of a frozen edition is not as it was frozen", hash: found, expected: hash))
    }
    for path in expected.keys.sorted(by: inByteOrder) where !found.contains(path) {
      diagnostics.add(
        Diagnostic(
          .error, "edition.missing", at: SourceLocation(files.printedPath(path)),
          "a file of a frozen edition is gone", expected: "sha256 \(expected[path] ?? "")",
          remedy: "take it back from version control"))
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

  /// The id of the edition in whose folder a file lies.
  private static func edition(ofFile path: String) -> String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  /// A folder without record.
  private func unknown(_ id: String, count: Int, at path: String) -> Diagnostic {
    let near = NearMiss.suggestion(for: id, among: entries.map(\.id))
    return Diagnostic(
      .error, "edition.unknown", at: SourceLocation(path),
      "`editions/` holds frozen editions alone",
      found: "\(count) \(count == 1 ? "file" : "files") and no record `editions/\(id).json`",
      expected: "what `ytterby edition freeze` has written",
      remedy: near.map { "did you mean `editions/\($0)/`?" }
        ?? "freeze the edition with `ytterby edition freeze`, or take the folder out")
  }
}

extension Diagnostic {
  /// Something frozen that has been edited.
  fileprivate static func edited(
    _ path: String, _ summary: String, hash: String, expected: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "edition.edited", at: SourceLocation(path), summary, found: "sha256 \(hash)",
      expected: expected.isEmpty ? "a seal in its last line" : "sha256 \(expected)",
      remedy: "take it back from version control; what has changed since belongs in a new edition")
  }
}
