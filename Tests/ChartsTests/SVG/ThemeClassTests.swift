import Foundation
import Testing

@testable import Charts

@Suite("Classes of the theme")
struct ThemeClassTests {
  /// The theme's stylesheet, beside the sources of the project.
  private func stylesheet() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appendingPathComponent("Templates/theme.css"), encoding: .utf8)
  }

  @Test("the stylesheet knows every class that drawings use", arguments: ColorToken.allCases)
  func classes(token: ColorToken) throws {
    let text = try stylesheet()
    let name = token.rawValue
    #expect(text.contains(".fill-\(name) { fill: var(--\(name)); }"))
    #expect(text.contains(".stroke-\(name) { stroke: var(--\(name)); }"))
    #expect(text.contains(".stop-\(name) { stop-color: var(--\(name)); }"))
  }

  @Test("light and dark values are those of the stylesheet", arguments: ColorToken.allCases)
  func values(token: ColorToken) throws {
    let text = try stylesheet()
    #expect(text.contains("--\(token.rawValue): \(token.lightValue);"))
    #expect(text.contains("--\(token.rawValue): \(token.darkValue);"))
  }
}
