import Testing

@testable import Site

/// Drawings that are kept from build to build.
@Suite struct DrawingMemoryTests {
  private static func build(
    _ drawings: DrawingMemory?, china: String = "270000", chart: String = EditionFixture.report
  ) throws -> BuiltSite {
    let fixture = EditionFixture([
      "data/output.csv": EditionFixture.output(china: china), "report.md": chart,
    ])
    var input = fixture.input
    input.drawings = drawings
    let output = MemoryOutput()
    return BuiltSite(report: try SiteBuild(input).run(into: output), output: output)
  }

  @Test("a build that takes drawings from memory gives the bytes of one that does not")
  func same() throws {
    let drawings = DrawingMemory()
    let alone = try Self.build(nil)
    for _ in 1...3 {
      let site = try Self.build(drawings)
      #expect(site.output.paths == alone.output.paths)
      for path in alone.output.paths { #expect(site.text(path) == alone.text(path), "\(path)") }
    }
  }

  @Test("other rows, and another specification, are drawn anew")
  func changed() throws {
    let drawings = DrawingMemory()
    _ = try Self.build(drawings)
    let rows = try Self.build(drawings, china: "280000")
    #expect(rows.text("report.html") == (try Self.build(nil, china: "280000")).text("report.html"))
    let chart = EditionFixture.report.replacing("mark: bar", with: "mark: point")
    let points = try Self.build(drawings, chart: chart)
    #expect(points.text("report.html") == (try Self.build(nil, chart: chart)).text("report.html"))
  }

  @Test("what a chart is warned about is said at each build")
  func warnings() throws {
    let chart = EditionFixture.report.replacing(
      "mark: bar", with: "description: In 2024 China led.\nmark: bar")
    let drawings = DrawingMemory()
    for _ in 1...2 {
      #expect(try Self.build(drawings, chart: chart).diagnostic("text.hidden-number") != nil)
    }
  }
}
