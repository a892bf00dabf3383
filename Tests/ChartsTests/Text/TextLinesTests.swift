import Testing

@testable import Charts

@Suite struct TextLinesTests {
  @Test("a text is broken at blanks into lines that fit")
  func wrapped() {
    let lines = TextLines.wrapped("one two three four", width: 60, size: 14, limit: 9)
    #expect(lines.count > 1)
    #expect(lines.joined(separator: " ") == "one two three four")
    let metrics = TextMetrics(coverage: .widestFallback)
    for line in lines { #expect(metrics.width(line, font: Font(size: 14)) <= 60) }
  }

  @Test("what is over the limit ends in an ellipsis", arguments: [1, 2, 3])
  func limited(limit: Int) {
    let text = Array(repeating: "words", count: 40).joined(separator: " ")
    let lines = TextLines.wrapped(text, width: 100, size: 20, isBold: true, limit: limit)
    #expect(lines.count == limit)
    #expect(lines.last?.hasSuffix("…") == true)
  }

  @Test("no lines are wanted, none come")
  func none() {
    #expect(TextLines.wrapped("words", width: 100, size: 20, limit: 0).isEmpty)
  }
}
