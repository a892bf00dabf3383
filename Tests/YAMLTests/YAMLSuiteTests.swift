import Diagnostics
import Documents
import Foundation
import Testing

@testable import YAML

/// The YAML test suite, where it stands beside the package: `../shared/suites/yaml`.
@Suite("The YAML test suite")
struct YAMLSuiteTests {
  private struct Case {
    var id: String
    var text: String
    var isValid: Bool
    var agrees: Bool
    var values: [DocumentNode]?

    init?(_ node: DocumentNode) {
      guard let id = node["id"]?.string, let text = node["yaml"]?.string,
        let expectation = node["expect"]?.string, let library = node["libyaml"]?.string
      else { return nil }
      self.id = id
      self.text = text
      isValid = expectation == "ok"
      agrees = isValid == (library == "accepts")
      values = node["values"]?.list
    }
  }

  /// What this reader refuses on purpose in texts that YAML allows.
  private static let refusals: Set<String> = [
    "yaml.alias", "yaml.anchor", "yaml.tag", "yaml.second-document", "yaml.key", "yaml.number",
    "yaml.character", "yaml.duplicate-key", "yaml.depth",
  ]

  /// Texts that LibYAML reads without a word otherwise than YAML 1.2 does.
  private static let deviations = [
    "652Z": "a question mark in braces begins a key even without a blank after it",
    "L24T-01": "a block's last line without a line break gets none",
  ]

  private static let path = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../shared/suites/yaml/yaml-test-suite.json").standardized.path

  private func cases() throws -> [Case] {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let collector = DiagnosticCollector()
    let node = try #require(JSONReader.read(text, path: "suite", into: collector))
    return try #require(node.list).compactMap(Case.init)
  }

  @Test(
    "invalid texts are refused, valid ones read as the suite says or refused for a reason we name",
    .enabled(
      if: FileManager.default.fileExists(atPath: path), "the suite is not beside the package"))
  func suite() throws {
    let cases = try cases()
    #expect(cases.count > 200)
    var compared = 0
    for example in cases where example.agrees {
      let (node, diagnostics) = readYAML(example.text)
      guard example.isValid else {
        #expect(!diagnostics.isEmpty, "\(example.id) is invalid")
        continue
      }
      guard diagnostics.isEmpty else {
        #expect(
          diagnostics.allSatisfy { Self.refusals.contains($0.id) }, "\(example.id): \(diagnostics)")
        continue
      }
      guard let values = example.values else { continue }
      let value = try #require(node, "\(example.id)")
      if let expected = values.first {
        compared += 1
        #expect(
          value.hasSameContent(as: expected) == (Self.deviations[example.id] == nil),
          "\(example.id): \(JSONWriter.text(value))")
      } else {
        #expect(value.mapping?.entries.isEmpty == true, "\(example.id)")
      }
    }
    #expect(compared > 80)
  }
}
