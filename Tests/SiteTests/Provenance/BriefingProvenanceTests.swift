import Foundation
import TestSupport
import Testing

@testable import Site
@testable import Tables

/// The tables of the repository's own briefing.
@Suite("Provenance of the briefing")
struct BriefingProvenanceTests {
  private static let content = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Content")

  /// A site of the briefing's tables and one page.
  private static func site() throws -> BuiltSite {
    var files = ["index.md": SiteFixture.page("Home")]
    let data = content.appendingPathComponent("data")
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path) {
      files["data/" + name] = try String(
        contentsOf: data.appendingPathComponent(name), encoding: .utf8)
    }
    files["site.yaml"] =
      try String(
        contentsOf: content.appendingPathComponent("site.yaml"), encoding: .utf8
      ).replacing("navigation:", with: "keep: []\nnavigation: []\ncolours: {}\nx:")
      .split(separator: "\nx:")[0] + "\n"
    return try SiteFixture(files).build()
  }

  @Test("every conflict that the tables are known to hold is found by the rule")
  func conflicts() throws {
    let site = try Self.site()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let index = site.report.site.context.data.disagreements
    let salient = "compounds-and-metals"
    let known = [
      "mine_production-australia-2024", "mine_production-china-2023", "mine_production-world-2024",
      "mine_production-nigeria-2024", "mine_production-thailand-2024",
      "mine_production-brazil-2024", "mine_production-myanmar-2024",
      "mine_production-viet-nam-2022", "mine_production-world-2017", "mine_production-world-2018",
      "mine_production-world-2019", "mine_production-world-2020", "mine_production-world-2014",
      "mine_production-united-states-of-america-2015",
      "mine_production-united-states-of-america-2023",
      "us_salient-2024-net-import-reliance-\(salient)", "us_salient-2023-production-\(salient)",
      "us_salient-2024-production-\(salient)", "us_salient-2024-apparent-consumption-\(salient)",
      "reserves-brazil", "reserves-viet-nam", "reserves-russian-federation", "reserves-world",
      "reserves-united-states-of-america", "supply_chain_stages-mining-2023-china",
      "prices-2021-gadolinium-oxide", "prices-2022-gadolinium-oxide",
    ]
    for id in known { #expect(index[id]?.disagreement.isCompared == true, "\(id)") }
    let page = site.text("disagreements.html")
    for id in known { #expect(page.contains("<tbody id=\"\(id)\">"), "\(id)") }
  }

  @Test("values that are one another rounded are not among them")
  func rounded() throws {
    let index = try Self.site().report.site.context.data.disagreements
    let world = try #require(index["mine_production-world-2019"]?.disagreement)
    #expect(world.values.map(\.number) == [223_000, 219_000, 220_000])
    #expect(world.values.map(\.agrees) == [true, false, true])
    #expect(index["mine_production-china-2022"] == nil)
  }

  @Test("the published package of the briefing is valid for Frictionless")
  func frictionless() throws {
    guard let program = Programs.path(of: "frictionless") else {
      print("frictionless is not installed: the briefing's package is not held against it")
      return
    }
    let site = try Self.site()
    let folder = try TemporaryFolder()
    for path in site.output.paths where path.hasPrefix("data/") {
      try folder.write(site.text(path), to: String(path.dropFirst("data/".count)))
    }
    let result = try Programs.run(program, ["validate", "datapackage.json"], in: folder.path)
    #expect(result.status == 0, "\(result.text)")
  }
}
