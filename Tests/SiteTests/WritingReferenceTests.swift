import Foundation
import Testing

/// The reference of what the files of a site may say names every key that a reader takes.
@Suite struct WritingReferenceTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test(
    "the reference names every key",
    arguments: [
      "Site/Load/SiteConfiguration+Decoding.swift", "Site/Load/FrontMatter+Decoding.swift",
      "Site/Editions/Retirements.swift", "Site/Resolve/Figures/TableSpec.swift",
      "Site/Resolve/Figures/Timeline.swift", "Site/Resolve/Figures/KeyFigures.swift",
      "Site/Resolve/Figures/ChartSpecTexts.swift", "Site/Resolve/Figures/FigureFrame.swift",
      "Site/Resolve/Text/PartLoader.swift",
    ])
  func keys(path: String) throws {
    let reference = try Self.text("Sources/ytterby/Documentation.docc/Writing.md")
    // Words in code: `edition`, and `{id, published}`.
    let code = reference.matches(of: /`([^`\n]+)`/).map(\.output.1)
    let words = Set(code.flatMap { $0.split { !$0.isLetter && $0 != "_" } })
    let source = try Self.text("Sources/" + path)
    let keys = source.matches(of: /(?:(?:reader|each)\.\w+|text|entries)\("([a-z_]+)"/)
      .map(\.output.1)
    #expect(!keys.isEmpty)
    for key in Set(keys) { #expect(words.contains(key), "`\(key)`") }
  }
}
