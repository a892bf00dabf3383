import Diagnostics
import Testing

@testable import Site

@Suite struct PreviewTests {
  /// A maker whose pictures are the drawings themselves.
  private static let drawing = PreviewMaker.png { Array($0.utf8) }

  private static func site(_ previews: PreviewMaker, url: String = "https://example.org/") throws
    -> BuiltSite
  {
    let fixture = SiteFixture([
      "site.yaml": "title: Test site\n" + (url.isEmpty ? "" : "url: \(url)\n"),
      "index.md": SiteFixture.page("Home & <more>"),
      "b/a.md": SiteFixture.page("A finding", SiteFixture.chart),
    ])
    var input = fixture.input
    input.previews = previews
    let output = MemoryOutput()
    return BuiltSite(report: try SiteBuild(input).run(into: output), output: output)
  }

  @Test("a page with a chart is shared with a picture of the chart, and says so")
  func chart() throws {
    let site = try Self.site(Self.drawing)
    #expect(site.errors.isEmpty)
    let page = site.markup("b/a.html")
    let image = "https://example.org/assets/previews/b/a.png"
    #expect(page.html.contains("<meta property=\"og:image\" content=\"\(image)\">"))
    #expect(page.html.contains("<meta property=\"og:image:width\" content=\"1200\">"))
    #expect(page.html.contains("<meta property=\"og:image:height\" content=\"630\">"))
    let alternative = page.between("<meta property=\"og:image:alt\" content=\"", "\"") ?? ""
    #expect(alternative.hasPrefix("A finding. It has grown. "))
    #expect(page.html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
    let picture = site.text("assets/previews/b/a.png")
    #expect(picture.contains(">A finding</text>"))
    #expect(picture.contains(">It has grown</text>"))
    #expect(picture.contains("viewBox=\"0 0 344 "))
  }

  @Test("a chart's own page is shared with the chart, under its title alone")
  func figure() throws {
    let site = try Self.site(Self.drawing)
    let picture = site.text("assets/previews/figures/grown.png")
    #expect(picture.ranges(of: ">It has grown</text>").count == 1)
    #expect(site.text("figures/grown.html").contains("previews/figures/grown.png"))
  }

  @Test("a page without a chart is shared with its title and description, escaped")
  func card() throws {
    let site = try Self.site(Self.drawing)
    let picture = site.text("assets/previews/index.png")
    #expect(picture.contains(">Home &amp; &lt;more&gt;</text>"))
    #expect(picture.contains(">Test site</text>"))
    #expect(picture.contains(">A sentence that says what the page is about"))
  }

  @Test("pages that only list share the picture of the landing page")
  func lists() throws {
    let site = try Self.site(Self.drawing)
    #expect(site.text("a-z.html").contains("/assets/previews/index.png"))
  }

  @Test("without the program the theme's picture stands for all, with one warning")
  func missing() throws {
    let site = try Self.site(.missing(program: "rsvg-convert"))
    #expect(site.errors.isEmpty)
    #expect(site.warnings.map(\.id) == ["preview.program"])
    for path in site.htmlPaths {
      #expect(site.text(path).contains("https://example.org/assets/preview.png"), "\(path)")
    }
    #expect(site.text("index.html").contains("og:image:width\" content=\"1200\""))
    #expect(!site.output.paths.contains { $0.hasPrefix("assets/previews/") })
  }

  @Test("a picture that cannot be made is replaced by the theme's, with a warning")
  func failing() throws {
    struct Failure: Error {}
    let site = try Self.site(.png { _ in throw Failure() })
    #expect(site.errors.isEmpty)
    #expect(Set(site.warnings.map(\.id)) == ["preview.failed"])
    let standard = site.output.content(of: "assets/preview.png")
    let own = site.output.content(of: "assets/previews/index.png")
    #expect(standard.map { own?.hasSameBytes(as: $0) } == true)
  }

  @Test("a site without an address has no pictures, and misses no program")
  func noAddress() throws {
    let site = try Self.site(.missing(program: "rsvg-convert"), url: "")
    #expect(!site.warnings.contains { $0.id == "preview.program" })
    #expect(!site.text("index.html").contains("og:image"))
  }

  @Test("the size of a picture is read from its head, and from nothing else")
  func size() throws {
    let standard = try #require(BuiltInTheme.files["preview.png"])
    #expect(ImageSize(standard)?.width == 1200)
    #expect(ImageSize(standard)?.height == 630)
    #expect(ImageSize([]) == nil)
    #expect(ImageSize(Array(standard.prefix(20))) == nil)
    #expect(ImageSize(Array(repeating: 0, count: 64)) == nil)
  }
}
