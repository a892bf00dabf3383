import Charts
import Diagnostics
import Testing

@Suite("Regular expressions")
struct RegularExpressionTests {
  private func value(_ text: String) -> ChartValue? {
    Expression(text, path: "test", into: DiagnosticCollector())?.evaluate()
  }

  @Test(
    "patterns match as in JavaScript",
    arguments: [
      ("^a+b?$", "aaab", true), ("^a+b?$", "ba", false), ("colou?r", "the color", true),
      ("[^0-9]", "12a", true), ("[^0-9]", "123", false), ("(ab|cd){2}", "abcd", true),
      ("(ab|cd){2,3}$", "ab", false), ("\\\\d{4}-\\\\d{2}", "on 2020-03-01", true),
      ("\\\\bcat\\\\b", "a cat sat", true), ("\\\\bcat\\\\b", "concat", false),
      ("a.c", "a\nc", false),
      ("", "", true), ("[a-c\\\\d]+$", "xyz1", true), ("x*", "", true), ("a{,2}", "a{,2}", true),
      ("(?:a|b)c", "bc", true), ("\\\\u0041", "A", true), ("[\\\\w.]+@", "me.too@x", true),
    ])
  func matches(_ pattern: String, _ text: String, _ expected: Bool) {
    let escaped = text.replacing("\n", with: "\\n")
    #expect(value("test(regexp('\(pattern)'), '\(escaped)')") == .boolean(expected))
  }

  @Test("the first of several matches wins, greedy ones take the most")
  func greed() {
    #expect(value("replace('aXbXc', /a.*X/, '-')") == "-c")
    #expect(value("replace('aXbXc', /a.*?X/, '-')") == "-bXc")
    #expect(value("replace('abcd', /b|bc/, '-')") == "a-cd")
  }

  @Test("an empty match replaces between the characters")
  func emptyMatches() {
    #expect(value("replace('abc', /x*/g, '-')") == "-a-b-c-")
  }

  @Test("the text that would stop a backtracking matcher takes its length only")
  func linear() {
    let text = String(repeating: "a", count: 2_000)
    #expect(value("test(/^(a+)+$/, '\(text)b')") == false)
    #expect(value("test(/^(a|aa)*$/, '\(text)')") == true)
  }

  @Test(
    "what the matcher does not know is refused",
    arguments: [
      "/(?=a)/", "/(a)\\1/", "/a{5000}/", "/(/", "/[a/", "/*a/", "/a/q", "/((a{900}){900})/",
    ])
  func refused(_ pattern: String) {
    let diagnostics = DiagnosticCollector()
    #expect(Expression("test(\(pattern), 'a')", path: "t", into: diagnostics) == nil)
    #expect(diagnostics.sorted.count == 1)
  }
}
