import Diagnostics
import Markdown
import Tables

/// A page while it is being resolved: what it may look at, and what has been found so far.
///
/// A draft belongs to one thread.
final class PageDraft {
  /// The site, as planned.
  let context: SiteContext
  /// The page.
  let plan: PagePlan
  /// What its references mean.
  let data: PageData
  /// Shows values.
  let writer: ValueWriter
  /// Takes what is wrong.
  let diagnostics: DiagnosticCollector

  /// What stays open while the Markdown is rendered.
  var places = OpenPlaces()
  /// The ids that links may point to, besides those of headings.
  var ids = UniqueIDs()
  /// What the values rest on.
  var evidence: EvidenceList
  /// Footnotes and citations.
  var notes = NoteList()
  /// What the values in the text say, by their code spans.
  var valueTexts: [MarkdownNode: String] = [:]
  var claims: [ClaimOutcome] = []
  var figures: [Figure] = []
  var links: [PendingLink] = []
  var contents: [ContentsEntry] = []
  /// The names that the page's text gives to figures.
  var figureNames: Set<String> = []
  /// What the figure just put in says as plain text.
  var figureText = ""
  /// The names of the headings.
  var headings = HeadingNames()
  var anchors: Set<String> = []
  /// Sources of values, figures and citations.
  var sources: Set<String> = []
  /// Queries of which it has been said that they lose something.
  private var warned: Set<String> = []

  init(
    _ context: SiteContext, plan: PagePlan, data: PageData, writer: ValueWriter,
    into diagnostics: DiagnosticCollector
  ) {
    self.context = context
    self.plan = plan
    self.data = data
    self.writer = writer
    self.diagnostics = diagnostics
    evidence = EvidenceList()
  }

  /// Finds cells.
  var finder: CellFinder { CellFinder(data: data, diagnostics: diagnostics) }
  /// Tests conditions.
  var conditions: ConditionTester { ConditionTester(data: data, diagnostics: diagnostics) }

  /// What stands for an address within the site in HTML that is still to be rendered.
  func addressMark(_ target: String) -> String { places.mark(.address(target)) }

  /// The address of an anchor of this page.
  func addressMark(ofAnchor id: String) -> String { addressMark(plan.output + "#" + id) }

  /// Says an error at a place.
  func report(
    _ id: String, _ location: SourceLocation, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, id, at: location, summary, found: found, expected: expected, remedy: remedy))
  }

  /// Says a warning about a query, once on a page.
  func warnOnce(
    _ id: String, about query: String, at location: SourceLocation, _ summary: String,
    remedy: String
  ) {
    guard warned.insert(id + " " + query).inserted else { return }
    diagnostics.add(Diagnostic(.warning, id, at: location, summary, remedy: remedy))
  }
}
