import Diagnostics
import Testing

@Suite("Collecting diagnostics")
struct DiagnosticCollectorTests {
  private func at(_ path: String, _ line: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(path, SourceRange(SourcePosition(line: line, column: 1)))
  }

  @Test("they come back by file and line, without doubles, whatever order they came in")
  func order() {
    let ordered = [
      Diagnostic(.warning, "x", at: nil, "site"),
      Diagnostic(.error, "x", at: at("a", 1), "one"),
      Diagnostic(.warning, "x", at: at("a", 1), "one"),
      Diagnostic(.error, "x", at: at("a", 10), "ten", found: "a"),
      Diagnostic(.error, "x", at: at("a", 10), "ten", found: "b"),
      Diagnostic(.note, "x", at: at("b", 2), "two"),
    ]
    for turn in 0..<ordered.count {
      let collector = DiagnosticCollector()
      collector.add(ordered[turn...] + ordered[..<turn])
      collector.add(ordered.reversed())
      #expect(collector.sorted == ordered)
    }
  }

  @Test("each severity is counted once for equal diagnostics")
  func counts() {
    let collector = DiagnosticCollector()
    #expect(collector.counts.description == "")
    let warning = Diagnostic(.warning, "x", at: nil, "a")
    collector.add([warning, warning, Diagnostic(.note, "x", at: nil, "b")])
    #expect(!collector.hasErrors)
    #expect(collector.counts.description == "1 warning, 1 note")
  }

  @Test("warnings are raised to errors by their id, or all of them")
  func raising() {
    let warnings = [
      Diagnostic(.warning, "a", at: nil, "a"), Diagnostic(.warning, "b", at: nil, "b"),
      Diagnostic(.note, "a", at: nil, "c"),
    ]
    func counts(_ policy: DiagnosticCollector.WarningPolicy) -> String {
      let collector = DiagnosticCollector(warnings: policy)
      collector.add(warnings)
      return collector.counts.description
    }
    #expect(counts(.keep) == "2 warnings, 1 note")
    #expect(counts(.raise(["a"])) == "1 error, 1 warning, 1 note")
    #expect(counts(.raiseAll) == "2 errors, 1 note")
  }

  @Test("an unknown name is reported with its near miss and the names there are")
  func unknownName() {
    let near = Diagnostic.unknownName(
      "x", "titel", what: "key of the front matter", among: ["title", "date"], at: nil)
    #expect(
      near.message == "unknown key of the front matter, found `titel`, expected one of `title`, "
        + "`date`; did you mean `title`?")
    let far = Diagnostic.unknownName("x", "zzzzzz", what: "table", among: [], at: nil)
    #expect(far.message == "unknown table, found `zzzzzz`, expected none")
  }

  @Test(
    "a near miss allows few edits, swaps of neighbours and other case",
    arguments: [
      ("titel", "title"), ("Date", "date"), ("updatd", "updated"), ("alias", "aliases"),
      ("xyz", nil), ("", nil),
    ])
  func nearMiss(name: String, suggestion: String?) {
    let known = ["title", "date", "updated", "aliases"]
    #expect(NearMiss.suggestion(for: name, among: known) == suggestion)
    #expect(NearMiss.suggestion(for: name, among: known.reversed()) == suggestion)
  }
}
