import Diagnostics
import Foundation

@testable import Site

/// The briefing of this repository, published to a folder, as readers would open it from disk.
struct PublishedBriefing: Sendable {
  /// The folder it was published to.
  let folder: URL
  /// Its pages, as paths inside the folder, in order of their bytes. Frozen editions are left out:
  /// they were looked at when they were new; so are old addresses that lead on.
  let pages: [String]

  /// The briefing, built once for all tests; nil where the repository has no `Content/`.
  static let built = Result { try build() }

  private static func build() throws -> PublishedBriefing? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let content = root.appending(path: "Content").path()
    guard FileManager.default.fileExists(atPath: content) else { return nil }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ytterby-browser-tests", directoryHint: .isDirectory)
    var input = BuildInput(content: .onDisk(content, label: "Content"))
    input.workers = 2
    let report = try SiteBuild(input).run(into: DiskPublisher(folder.path()))
    guard report.published != nil else {
      let errors = report.diagnostics.filter { $0.severity == .error }.map(\.summary)
      throw Chromium.Failure(description: errors.joined(separator: "\n"))
    }
    return PublishedBriefing(folder: folder, pages: try pages(of: folder))
  }

  private static func pages(of folder: URL) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: folder.path())
    var pages: [String] = []
    for case let path as String in files ?? .init() where path.hasSuffix(".html") {
      // The page for missing addresses speaks of its server's root, which a folder does not have.
      guard path != "404.html", !path.hasPrefix("editions/") else { continue }
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      if !text.contains("http-equiv=\"refresh\"") { pages.append(path) }
    }
    return pages.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
