import Foundation
import Testing

/// The pictures of the documentation, taken anew with `RECORD_SCREENSHOTS=1 swift test --filter Screenshots`.
@Suite(
  .enabled(
    if: Chromium.program != nil
      && ProcessInfo.processInfo.environment["RECORD_SCREENSHOTS"] != nil,
    "pictures of the documentation are taken with RECORD_SCREENSHOTS in the environment"))
struct Screenshots {
  /// Picture, page, and how it is looked at.
  static let pictures: [(name: String, page: String, view: BrowserPage.View)] = [
    ("landing", "index.html", .init(width: 1280)),
    ("chapter-dark", "production.html", .init(width: 1280, isDark: true)),
    ("figure", "figures/output-by-country.html", .init(width: 1280)),
    ("changes", "changes.html", .init(width: 1280)),
    ("landing-narrow", "index.html", .init(width: 360)),
    ("chapter-narrow", "supply-chain.html", .init(width: 360)),
    ("profile-narrow-dark", "countries/china.html", .init(width: 360, isDark: true)),
    ("table-narrow", "data/mine_production.html", .init(width: 360)),
  ]

  @Test("the pictures are taken")
  func record() throws {
    let site = try #require(try PublishedBriefing.built.get(), "there is no Content/ here")
    let page = try BrowserPage(try Chromium(try #require(Chromium.program)))
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/ytterby/Documentation.docc/Resources")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for picture in Self.pictures {
      try page.show(picture.view)
      _ = try page.open(site.folder.appending(path: picture.page))
      try page.screenshot().write(to: folder.appending(path: "\(picture.name).png"))
    }
  }
}
