import Testing

@testable import Tables

@Suite("Patterns")
struct PatternTests {
  @Test(
    "a pattern matches whole texts",
    arguments: [
      ("abc", "abc"), ("a|b", "b"), ("[a-z]{3}", "xyz"), ("\\d{4}-\\d{2}", "2024-05"), ("a*", ""),
      ("(ab)+c?", "abab"), ("[^0-9]+", "äx"), ("\\p{Lu}\\p{Ll}*", "Äpfel"),
      ("[a-z-[aeiou]]+", "xyz"),
      ("^[A-Z]{2}$", "SE"), ("(?:a|bc){2,3}", "abcbc"), (".", "ä"), ("\\.", "."), ("[\\]\\-]", "-"),
      ("x{0}", ""), ("a{2,}", "aaaa"), ("\\w+", "Ytterby"), ("\\S+", "x,y"), ("[+-]?1", "-1"),
      ("", ""), ("()", ""), ("(a*)*", "aaa"), ("[-a]", "-"),
    ])
  func matching(pattern: String, text: String) throws {
    #expect(try Pattern(pattern).matches(text))
  }

  @Test(
    "a pattern does not match parts or other texts",
    arguments: [
      ("abc", "abcd"), ("abc", "xabc"), ("[a-z]{3}", "xyzz"), ("a+", ""), ("[a-z-[aeiou]]+", "xay"),
      ("\\d", "x"), ("(ab)+", "aba"), ("a{2,3}", "aaaa"), (".", "\n"), ("\\P{L}", "a"), ("a|b", ""),
    ])
  func others(pattern: String, text: String) throws {
    #expect(try !Pattern(pattern).matches(text))
  }

  @Test(
    "what is no pattern is refused",
    arguments: [
      "(", ")", "[a", "a**", "*a", "a{2", "a{3,2}", "\\q", "\\", "[z-a]", "\\p{Xx}", "(?=a)", "{",
      "a{99999}", "((((a{30}){30}){30}){30})", String(repeating: "(", count: 60) + "a",
    ])
  func refused(pattern: String) {
    #expect(throws: PatternFault.self) { try Pattern(pattern) }
  }

  @Test("patterns that make backtracking matchers hang take linear time")
  func pathological() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(try !Pattern("(a+)+b").matches(text))
    #expect(try !Pattern("(a|a)*b").matches(text))
    #expect(try !Pattern("(a*)*(a*)*c").matches(text))
  }
}
