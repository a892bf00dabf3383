import Foundation
import Testing

/// Rules that hold for every source file of the package.
@Suite struct SourceRuleTests {
  static func swiftFiles() throws -> [(name: String, lines: [Substring])] {
    let files = FileManager.default.enumerator(
      at: ImportTests.sources, includingPropertiesForKeys: nil)
    var found: [(String, [Substring])] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      found.append(
        (file.lastPathComponent, text.split(separator: "\n", omittingEmptySubsequences: false)))
    }
    return found.sorted { $0.0 < $1.0 }
  }

  @Test("nothing in the sources traps on purpose", arguments: ["fatalError(", "try!", "as!"])
  func noTraps(word: String) throws {
    for file in try Self.swiftFiles() {
      for (index, line) in file.lines.enumerated() where line.contains(word) {
        let code = line.prefix { $0 != "/" }
        #expect(!code.contains(word), "\(file.name):\(index + 1) has \(word)")
      }
    }
  }

  @Test("no source file is longer than six hundred lines")
  func lengths() throws {
    for file in try Self.swiftFiles() {
      #expect(file.lines.count <= 600, "\(file.name) has \(file.lines.count) lines")
    }
  }
}
