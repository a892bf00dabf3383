import Diagnostics
import Testing

@testable import Site

/// `explain` on the briefing itself.
@Suite struct BriefingExplainTests {
  @Test("explain leads from every value of the briefing to rows with lines, and to a publisher")
  func everyValue() throws {
    let files = try #require(Briefing.files, "there is no folder Content/")
    let lineage = try SiteBuild(Briefing.input(files)).lineage(into: DiagnosticCollector())
    let explainer = Explainer(lineage)
    let site = lineage.site
    var count = 0
    for (number, page) in site.pages.enumerated() {
      for entry in page.evidence.indices {
        let explanation = try explainer.explanation(of: .value(page: number, entry: entry))
        let rows = explanation.rows.flatMap(\.rows)
        #expect(!rows.isEmpty, "\(explanation.name) rests on no row")
        #expect(rows.allSatisfy { $0.line > 1 }, "\(explanation.name)")
        #expect(
          explanation.sources.contains { $0.publisher?.isEmpty == false },
          "\(explanation.name) has no publisher")
        count += 1
      }
    }
    #expect(count > 50, "the briefing has \(count) values")
  }

  @Test("every value of the briefing is found by its name alone")
  func everyName() throws {
    let files = try #require(Briefing.files, "there is no folder Content/")
    let lineage = try SiteBuild(Briefing.input(files)).lineage(into: DiagnosticCollector())
    let finder = SubjectFinder(lineage)
    for (number, page) in lineage.site.pages.enumerated() {
      for entry in page.evidence.indices {
        let subject = ExplainSubject.value(page: number, entry: entry)
        #expect(finder.subjects(finder.name(of: subject)) == [subject])
      }
    }
  }
}
