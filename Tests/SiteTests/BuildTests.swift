import Diagnostics
import Testing

@testable import Site

@Suite struct BuildTests {
  @Test("a site of one page is published with its records")
  func onePage() throws {
    let site = try SiteFixture(["index.md": SiteFixture.page("Home", "Text.")]).build()
    #expect(site.report.diagnostics.isEmpty)
    #expect(site.report.published?.files == site.output.paths.count)
    for path in ["index.html", "edition.json", "robots.txt", "favicon.svg", "sitemap.xml"] {
      #expect(site.output.paths.contains(path), "\(path)")
    }
  }

  @Test("an error anywhere keeps everything from being published")
  func errorPublishesNothing() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "b.md": "---\ntitel: B\n---\n",
    ]).build()
    #expect(!site.output.isPublished)
    #expect(site.output.paths.isEmpty)
    #expect(site.report.published == nil)
  }

  @Test("the same input gives the same files with any number of threads", arguments: [1, 3, 8])
  func deterministic(workers: Int) throws {
    var files: [String: String] = ["index.md": SiteFixture.page("Home")]
    for number in 1...20 {
      files["s\(number % 3)/p\(number).md"] = SiteFixture.page(
        "Page \(number)", "Text", "tags: [a, b\(number % 4)]\ndate: 2025-01-\(10 + number % 9)")
    }
    var fixture = SiteFixture(files)
    let first = try fixture.build()
    fixture.workers = workers
    let second = try fixture.build()
    #expect(first.output.paths == second.output.paths)
    for path in first.output.paths { #expect(first.text(path) == second.text(path), "\(path)") }
  }

  @Test("a folder that cannot be read is thrown, not reported")
  func unreadable() {
    let missing = SiteFiles(label: "Content") {
      throw FileError.notFound("Content")
    } read: { _ in
      []
    }
    #expect(throws: FileError.notFound("Content")) {
      try SiteBuild(BuildInput(content: missing)).run(into: MemoryOutput())
    }
  }

  @Test("without a configuration the site is not built, and the remedy says what it needs")
  func noConfiguration() throws {
    var fixture = SiteFixture(["index.md": SiteFixture.page("Home")])
    fixture.files["site.yaml"] = nil
    let site = try fixture.build()
    #expect(site.errorIDs == ["site.missing"])
    #expect(site.errors.first?.remedy?.contains("title") == true)
  }
}
