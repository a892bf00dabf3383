import Diagnostics
import Foundation
import Testing

@testable import Site

/// The briefing of this repository, as a site in memory.
enum Briefing {
  /// The files of `Content/`; nil where the folder is not there.
  static let files: [String: [UInt8]]? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Content")
    let folder = SiteFiles.onDisk(root.path(), label: "Content")
    guard let entries = try? folder.list() else { return nil }
    var files: [String: [UInt8]] = [:]
    for entry in entries where entry.kind == .file {
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
