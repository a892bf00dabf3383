import Foundation
import Testing

/// The package's own layout: which target may import which, and where outside modules may enter.
@Suite struct ImportTests {
  /// The arrows of `ARCHITECTURE.md`. All may import Diagnostics and the toolchain's own modules.
  static let allowed: [String: Set<String>] = [
    "Diagnostics": [],
    "Documents": [],
    "YAML": ["Documents", "CLibYAML"],
    "Tables": ["Documents"],
    "Queries": ["Tables", "CSQLite", "GRDB"],
    "Charts": ["Tables", "Documents"],
    "Markdown": ["CMarkGFM"],
    "Site": [
      "Documents", "YAML", "Markdown", "Tables", "Queries", "Charts", "CPosix", "CTheme",
      "Mustache",
    ],
    "Preview": ["Site", "FlyingFox", "FlyingSocks"],
    "ytterby": ["Site", "Preview", "ArgumentParser"],
  ]

  /// Modules that come with the toolchain. FoundationXML and FoundationNetworking are not among them.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Darwin", "Musl",
    "_StringProcessing", "RegexBuilder",
  ]

  /// Outside modules that may be imported by one file only.
  static let singleFile: [String: String] = [
    "CMarkGFM": "Markdown", "Mustache": "Site", "CTheme": "Site",
  ]

  struct Import: Hashable {
    var target: String
    var file: String
    var module: String
  }

  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  static func imports() throws -> [Import] {
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found: [Import] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let target = file.pathComponents[sources.pathComponents.count]
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first,
          ["public", "package", "internal", "private", "fileprivate"].contains(first)
            || first.hasPrefix("@")
        {
          words.removeFirst()
        }
        guard words.count >= 2, words[0] == "import" else { continue }
        let kinds: Set = ["struct", "class", "enum", "func", "protocol", "typealias", "var", "let"]
        let name = kinds.contains(words[1]) ? words[2] : words[1]
        let module = String(name.prefix { $0 != "." })
        found.append(Import(target: target, file: file.lastPathComponent, module: module))
      }
    }
    return found
  }

  @Test("the reader of imports sees the sources")
  func findsImports() throws {
    let imports = try Self.imports()
    #expect(imports.contains { $0.target == "Documents" && $0.module == "Diagnostics" })
    #expect(Set(imports.map(\.target)).isSubset(of: Self.allowed.keys))
  }

  @Test("no target imports what the architecture does not allow", arguments: allowed.keys.sorted())
  func arrows(target: String) throws {
    let allowed = (Self.allowed[target] ?? []).union(["Diagnostics"]).union(Self.toolchain)
    let forbidden = try Self.imports().filter {
      $0.target == target && !allowed.contains($0.module)
    }
    #expect(forbidden.isEmpty, "\(forbidden.map { "\($0.file) imports \($0.module)" })")
  }

  @Test("an outside module enters at one file", arguments: singleFile.keys.sorted())
  func singleDoor(module: String) throws {
    let files = Set(try Self.imports().filter { $0.module == module }.map(\.file))
    #expect(files.count <= 1, "\(module) is imported by \(files.sorted())")
  }

  @Test("each outside dependency enters at exactly one target")
  func singleTarget() throws {
    let own = Set(Self.allowed.keys).union(Self.toolchain)
    let outside = Dictionary(grouping: try Self.imports().filter { !own.contains($0.module) }) {
      $0.module
    }
    for (module, imports) in outside {
      #expect(Set(imports.map(\.target)).count == 1, "\(module) enters at several targets")
    }
  }
}
