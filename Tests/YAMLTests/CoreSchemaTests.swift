import Documents
import Testing

@testable import YAML

@Suite("The core schema of YAML 1.2")
struct CoreSchemaTests {
  @Test("nothing, ~ and null are null", arguments: ["", "~", "null", "Null", "NULL"])
  func null(text: String) {
    #expect(readYAML("a: \(text)").node?["a"]?.isNull == true)
  }

  @Test("only true and false are booleans")
  func booleans() {
    #expect(
      ["true", "True", "TRUE"].allSatisfy { readYAML("a: \($0)").node?["a"]?.boolean == true })
    #expect(
      ["false", "False", "FALSE"].allSatisfy { readYAML("a: \($0)").node?["a"]?.boolean == false })
  }

  @Test(
    "integers and decimals are numbers that keep what was written",
    arguments: [
      ("0", 0.0), ("007", 7), ("-12", -12), ("+3", 3), ("0o17", 15), ("0x1F", 31), ("0xff", 255),
      ("1.5", 1.5), ("-.5", -0.5), (".5", 0.5), ("2.", 2), ("1e3", 1000), ("1.25E-2", 0.0125),
      ("+1.0e+1", 10), ("-0.0", 0), ("9223372036854775808", 0x1p63),
    ])
  func numbers(text: String, number: Double) {
    let node = readYAML("a: \(text)").node?["a"]
    #expect(node?.number == number)
    #expect(node?.literalText == text)
  }

  @Test(
    "everything else is a text",
    arguments: [
      "yes", "no", "on", "off", "y", "n", "tRUE", "nil", "2024-02-30", "2001-12-14t21:59:43Z",
      "1:30",
      "12:30:45", "1_000", "0b101", "0x", "0o8", "0xg", "1e", "1e+", ".", "..5", "1.2.3", "+", "-x",
      "--1", "1 2", "-0x1F", "+.nan", "inf", "nan", ".infinity", "1,5", "٣", "<<", "=", "5%",
    ])
  func texts(text: String) {
    let (node, diagnostics) = readYAML("a: \(text)")
    #expect(node?["a"]?.string == text)
    #expect(diagnostics.isEmpty)
  }

  @Test("what is quoted or a block is a text", arguments: ["\"1\"", "'1'", "|-\n 1", ">-\n 1"])
  func quoted(text: String) {
    #expect(readYAML("a: \(text)").node?["a"]?.string == "1")
  }
}
