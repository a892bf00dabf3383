import Diagnostics
import Testing

@Suite("Diagnostics for programs")
struct MachineFormatterTests {
  private let diagnostic = Diagnostic(
    .warning, "t.id",
    at: Diagnostics.SourceLocation(
      "a,b:c.md",
      SourceRange(SourcePosition(line: 3, column: 7), SourcePosition(line: 3, column: 9))),
    "50% \"odd\"", found: "a\nb",
    notes: [.init("elsewhere", at: Diagnostics.SourceLocation("d.md"))])

  @Test("JSON holds every part and leaves out what there is not")
  func json() {
    #expect(
      JSONDiagnosticFormatter().report([diagnostic, Diagnostic(.error, "e", at: nil, "bad")])
        == #"""
        {"errors":1,"warnings":1,"notes":0,"diagnostics":[
        {"id":"t.id","severity":"warning","path":"a,b:c.md","line":3,"column":7,"endLine":3,"endColumn":9,"summary":"50% \"odd\"","found":"a\nb","notes":[{"message":"elsewhere","path":"d.md","line":1,"column":1,"endLine":1,"endColumn":1}]},
        {"id":"e","severity":"error","summary":"bad"}
        ]}

        """#)
  }

  @Test("no diagnostics are an empty list")
  func emptyJSON() {
    #expect(
      JSONDiagnosticFormatter().report([])
        == "{\"errors\":0,\"warnings\":0,\"notes\":0,\"diagnostics\":[]}\n")
  }

  @Test("GitHub's workflow commands escape what they would split at")
  func gitHub() {
    #expect(
      GitHubDiagnosticFormatter().report([diagnostic])
        == "::warning file=a%2Cb%3Ac.md,line=3,col=7,endColumn=9,title=t.id::"
        + "50%25 \"odd\", found a%0Ab%0Ad.md:1:1: note: elsewhere\n")
  }

  @Test("a note without a place is a notice without a file")
  func notice() {
    #expect(
      GitHubDiagnosticFormatter().report([Diagnostic(.note, "n", at: nil, "a\r\nb")])
        == "::notice title=n::a%0D%0Ab\n")
  }
}
