import Diagnostics
import TestSupport
import Testing

@Suite("Diagnostics as text")
struct TextDiagnosticFormatterTests {
  private func location(_ start: (Int, Int), _ end: (Int, Int)? = nil) -> Diagnostics.SourceLocation
  {
    Diagnostics.SourceLocation(
      "a.md",
      SourceRange(
        SourcePosition(line: start.0, column: start.1),
        end.map { SourcePosition(line: $0.0, column: $0.1) }))
  }

  private func report(
    _ text: String, _ location: Diagnostics.SourceLocation, notes: [Diagnostic.Note] = []
  ) -> [String] {
    TextDiagnosticFormatter { _ in text }
      .report([Diagnostic(.error, "t.id", at: location, "wrong", notes: notes)])
      .split(separator: "\n").map(String.init)
  }

  @Test("one diagnostic is printed in full")
  func whole() {
    let diagnostic = Diagnostic(
      .error, "table.type", at: location((2, 6), (2, 9)), "a cell is not a number",
      found: "\"n/a\"", expected: "a number", remedy: "leave it empty",
      notes: [.init("declared here", at: location((1, 1))), .init("see the schema")])
    let formatter = TextDiagnosticFormatter { $0 == "a.md" ? "year,n\n2020,n/a\n" : nil }
    #expect(
      formatter.report([diagnostic]) == """
        a.md:2:6: error: a cell is not a number, found "n/a", expected a number; leave it empty \
        [table.type]
          2020,n/a
               ^~~
        a.md:1:1: note: declared here
          year,n
          ^
          note: see the schema
        1 error

        """)
  }

  @Test("no diagnostics give no text")
  func empty() {
    #expect(TextDiagnosticFormatter().report([]).isEmpty)
  }

  @Test("the caret stands below the character behind tabs, wide characters and marks")
  func carets() {
    #expect(report("\ta", location((1, 2))).dropFirst().prefix(2) == ["      a", "      ^"])
    #expect(report("日本x", location((1, 3))).dropFirst().prefix(2) == ["  日本x", "      ^"])
    #expect(report("e\u{301}x", location((1, 3)))[2] == "   ^")
    #expect(report("👩‍👩‍👧x", location((1, 6)))[2] == "    ^")
  }

  @Test("a range over several lines is marked to the end of its first")
  func severalLines() {
    #expect(report("abc\ndef", location((1, 2), (2, 2)))[2] == "   ^~")
  }

  @Test("a long line is cut around the caret", arguments: [1, 50, 500, 1000])
  func longLine(column: Int) {
    var letters = Array(repeating: Character("x"), count: 1000)
    letters[column - 1] = "!"
    let lines = report(String(letters), location((1, column)))
    guard lines.count == 4 else {
      Issue.record("no excerpt")
      return
    }
    #expect(lines[1].count <= 102)
    let offset = lines[2].prefix { $0 != "^" }.count
    #expect(Array(lines[1])[offset] == "!")
    #expect(lines[1].hasPrefix("  …") == (column > 34))
    #expect(lines[1].hasSuffix("…") == (column < 900))
  }

  @Test("what a terminal would obey is shown instead")
  func controls() {
    let lines = report("a\u{1B}[2Jb", location((1, 2)))
    #expect(lines[1] == "  a·[2Jb")
    let diagnostic = Diagnostic(.note, "t.id", at: nil, "odd", found: "\u{1B}]0;x\u{7}\nnew")
    #expect(
      TextDiagnosticFormatter().report([diagnostic])
        == "note: odd, found \\u{1B}]0;x\\u{7}\\nnew [t.id]\n1 note\n")
  }

  @Test("a place that the source does not have is printed without an excerpt")
  func noSuchPlace() {
    #expect(report("a", location((7, 1))).count == 2)
    #expect(report("", location((1, 1))).count == 2)
    #expect(report("a", location((1, 99)))[2].hasSuffix("^"))
  }

  @Test("colours come only when asked for")
  func colours() {
    let diagnostic = Diagnostic(.error, "t.id", at: location((1, 1)), "wrong")
    #expect(!TextDiagnosticFormatter { _ in "a" }.report([diagnostic]).contains("\u{1B}"))
    let coloured = TextDiagnosticFormatter(usesColor: true) { _ in "a" }.report([diagnostic])
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  @Test("a flood is cut, errors before warnings, and the rest is counted")
  func flood() {
    let warnings = (1...5).map { Diagnostic(.warning, "w", at: nil, "warning \($0)") }
    let errors = (1...2).map { Diagnostic(.error, "e", at: nil, "error \($0)") }
    let report = TextDiagnosticFormatter(limit: 3).report(warnings + errors)
    #expect(
      report == """
        warning: warning 1 [w]
        error: error 1 [e]
        error: error 2 [e]
        … and 4 more (4 warnings)
        2 errors, 5 warnings

        """)
  }
}
