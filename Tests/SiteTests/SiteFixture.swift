import Diagnostics
import Synchronization

@testable import Site

/// A whole site from a dictionary of files, built in memory.
///
///     let site = try SiteFixture(["index.md": "# Rare earths"]).build()
///     #expect(site.html("index.html").contains("Rare earths"))
struct SiteFixture {
  /// The files of `Content/` by path.
  var files: [String: String]
  /// The files of `Templates/` by path; none takes the built-in theme alone.
  var templates: [String: String] = [:]
  /// Whether drafts are included.
  var includesDrafts = false
  /// How many threads work.
  var workers = 2

  /// A site with these files; where no `site.yaml` is among them, a plain one is added.
  init(_ files: [String: String]) {
    self.files = files
    if files["site.yaml"] == nil {
      self.files["site.yaml"] = "title: Test site\nurl: https://example.org/\n"
    }
  }

  /// What the build reads.
  var input: BuildInput {
    var input = BuildInput(
      content: .inMemory(files.mapValues { Array($0.utf8) }),
      templates: templates.isEmpty
        ? nil : .inMemory(templates.mapValues { Array($0.utf8) }, label: "Templates"))
    input.includesDrafts = includesDrafts
    input.workers = workers
    return input
  }

  /// Builds the site into memory.
  func build() throws -> BuiltSite {
    let output = MemoryOutput()
    let report = try SiteBuild(input).run(into: output)
    return BuiltSite(report: report, output: output)
  }

  /// A page with front matter that brings no warning.
  static func page(_ title: String, _ body: String = "", _ keys: String = "") -> String {
    """
    ---
    title: \(title)
    description: A sentence that says what the page is about and is long enough to stand.
    \(keys.isEmpty ? "" : keys + "\n")---

    \(body)

    """
  }

  /// A chart of two bars with a title, that brings no warning.
  static let chart = """
    ```vega-lite grown
    title: {text: It has grown, subtitle: Tonnes a year}
    data: {values: [{year: "2023", t: 1}, {year: "2024", t: 2}]}
    mark: bar
    encoding: {x: {field: year, type: nominal}, y: {field: t, type: quantitative}}
    ```
    """
}

/// A site that a fixture built.
struct BuiltSite {
  /// What was found and done.
  var report: BuildReport
  /// The files.
  var output: MemoryOutput

  /// The diagnostics that are errors.
  var errors: [Diagnostic] { report.diagnostics.filter { $0.severity == .error } }
  /// The ids of the errors, in order.
  var errorIDs: [String] { errors.map(\.id) }
  /// The diagnostics that are warnings.
  var warnings: [Diagnostic] { report.diagnostics.filter { $0.severity == .warning } }

  /// The text of an output; empty where there is none.
  func text(_ path: String) -> String {
    output.content(of: path)?.withBytes { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The first diagnostic with an id.
  func diagnostic(_ id: String) -> Diagnostic? { report.diagnostics.first { $0.id == id } }

  /// A page of the site by its source or address.
  func page(_ name: String) -> ResolvedPage? {
    report.site.context.index.page(named: name).map { report.site.pages[$0] }
  }
}
