import Diagnostics
import FoundationEssentials
import Markdown
import TestSupport
import Testing

/// One case of the public Markdown suites.
struct MarkdownCase: Decodable {
  var id: String
  var section: String?
  var markdown: String
  var html: String
  var extensions: [String]
  var options: [String]?
  var disabled: Bool?
  var debian_cmark_gfm_6: String

  var markdownOptions: MarkdownOptions {
    var result = MarkdownOptions()
    result.allowsRawHTML = true
    result.smart = options?.contains("smart") ?? false
    result.fullInfoString = options?.contains("full-info-string") ?? false
    result.tableStyleAttributes = options?.contains("table-prefer-style-attributes") ?? false
    result.extensions = []
    if extensions.contains("table") { result.extensions.insert(.table) }
    if extensions.contains("strikethrough") { result.extensions.insert(.strikethrough) }
    if extensions.contains("tasklist") { result.extensions.insert(.tasklist) }
    if extensions.contains("footnotes") { result.extensions.insert(.footnotes) }
    return result
  }

  /// Whether the case shows bare links or the tag filter, which are not offered.
  var needsMore: Bool {
    let title = (section ?? "").lowercased()
    return (extensions == ["autolink"] || extensions.contains("tagfilter"))
      && (title.contains("autolink") || title.contains("filter") || html.contains("://"))
  }
}

/// The suites beside the repository, if they are there.
let suites = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "../../../shared/suites")

@Suite("Public Markdown suites") struct MarkdownSuiteTests {
  static let available = FileManager.default.fileExists(
    atPath: suites.appending(path: "markdown").path)

  @Test(
    "every case that the library can match is rendered byte for byte",
    .enabled(if: available, "the suites are not beside the repository"),
    arguments: [
      ("commonmark-0.31.2", 420), ("gfm-0.29", 420), ("gfm-extensions", 10), ("smart-punct", 9),
      ("regression", 11), ("renderer-options", 3),
    ])
  func suite(file: String, atLeast: Int) throws {
    let data = try Data(contentsOf: suites.appending(path: "markdown/\(file).json"))
    let cases = try JSONDecoder().decode([MarkdownCase].self, from: data)
      .filter { $0.debian_cmark_gfm_6 == "same" && $0.disabled != true && !$0.needsMore }
    var compared = 0
    for item in cases {
      let diagnostics = DiagnosticCollector()
      let tree = MarkdownTree.parse(
        item.markdown, path: item.id, options: item.markdownOptions, into: diagnostics)
      let faults = Set(diagnostics.sorted.filter { $0.severity == .error }.map(\.id))
      // Refused by intent, although the library would go on: strange schemes and NUL.
      if !faults.isEmpty, faults.isSubset(of: ["markdown.link-scheme", "markdown.nul"]) {
        continue
      }
      #expect(faults.isEmpty, "\(item.id)")
      #expect(tree?.render() == item.html, "\(item.id)")
      compared += 1
    }
    #expect(compared >= atLeast)
  }
}
