import Diagnostics
import Foundation
import Testing

@testable import Site

/// The briefing of this repository, as a site in memory.
enum Briefing {
  /// The files of `Content/` without editions that are frozen with their pages, which are published as they are; nil
  /// where the folder is not there. Of other editions the records are read.
  static let files: [String: [UInt8]]? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Content")
    let folder = SiteFiles.onDisk(root.path(), label: "Content")
    guard let entries = try? folder.list() else { return nil }
    let frozen = Set(
      entries.map { $0.path.split(separator: "/") }
        .filter { $0.first == "editions" && $0.count > 2 }.map { $0[1] })
    var files: [String: [UInt8]] = [:]
    for entry in entries where entry.kind == .file {
      let parts = entry.path.split(separator: "/")
      if parts.first == "editions", let id = parts[1].split(separator: ".").first,
        frozen.contains(id) || frozen.contains(parts[1])
      {
        continue
      }
      files[entry.path] = try? folder.read(entry.path)
    }
    return files
  }()

  /// The lineage of the briefing, worked out once.
  static let lineage = Result {
    try SiteBuild(input(files ?? [:])).lineage(into: DiagnosticCollector())
  }

  /// What a build of files reads.
  static func input(_ files: [String: [UInt8]]) -> BuildInput {
    var input = BuildInput(content: .inMemory(files, label: "Content"))
    input.workers = 2
    return input
  }
}
