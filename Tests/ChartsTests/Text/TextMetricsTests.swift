import Testing

@testable import Charts

@Suite("Text metrics")
struct TextMetricsTests {
  private let metrics = TextMetrics()
  private let font = Font(size: 10)

  @Test(
    "widths are those of Arial",
    arguments: [
      ("", 0), ("W", 9.438), ("100", 16.685), ("University Farm", 70.005), ("…", 10), ("−", 5.84),
      ("é", 5.562), ("e\u{301}", 5.562), ("中", 10), ("ж", 6.689), ("Ω", 7.476),
    ])
  func widths(text: String, width: Double) {
    #expect(abs(metrics.width(text, font: font) - width) < 0.001)
  }

  @Test("bold text has widths of its own")
  func bold() {
    let bold = Font(size: 11, weight: "bold")
    #expect(abs(metrics.width("a", font: bold) - 6.117) < 0.001)
    #expect(Font(weight: "600").isBold)
    #expect(!Font(weight: "500").isBold)
    #expect(!Font(weight: "normal").isBold)
  }

  @Test("pages reserve the widest fallback: an eighth more, a fifth more in bold")
  func fallback() {
    let pages = TextMetrics(coverage: .widestFallback)
    let text = "United States"
    let ratio = pages.width(text, font: font) / metrics.width(text, font: font)
    #expect(ratio > 1.1 && ratio < 1.16)
    let bold = Font(size: 10, weight: "600")
    let boldRatio = pages.width(text, font: bold) / metrics.width(text, font: bold)
    #expect(boldRatio > 1.18 && boldRatio < 1.24)
  }

  @Test(
    "text is cut to a limit with an ellipsis",
    arguments: [
      ("Crookston", 100.0, "Crookston"), ("Crookston", 30, "Cro…"), ("Crookston", 10, "…"),
      ("Crookston", 0, "Crookston"), ("", 5, ""),
    ])
  func truncation(text: String, limit: Double, expected: String) {
    #expect(metrics.truncated(text, to: limit, font: font) == expected)
  }

  @Test("a label of 53 letters keeps 34 of them at 180 pixels")
  func labelLimit() {
    let text = String(repeating: "abcdefghij", count: 6).prefix(53)
    let cut = metrics.truncated(String(text), to: 180, font: font)
    #expect(cut.hasSuffix("…"))
    #expect(metrics.width(cut, font: font) <= 180)
    #expect(metrics.width(String(cut.dropLast()) + "xx…", font: font) > 180)
  }

  @Test("text is wrapped at blanks")
  func wrapping() {
    #expect(
      metrics.wrapped("Rest of the world", to: 42, font: font) == ["Rest of", "the world"])
    #expect(metrics.wrapped("Rest", to: 5, font: font) == ["Rest"])
    #expect(metrics.wrapped("", to: 40, font: font) == [""])
    #expect(metrics.wrapped("a  b", to: 0, font: font) == ["a  b"])
  }

  @Test("a word wider than the line is broken behind its hyphens and slashes")
  func hyphens() {
    #expect(
      metrics.wrapped("Neodymium-praseodymium oxide", to: 80, font: font)
        == ["Neodymium-", "praseodymium", "oxide"])
    #expect(metrics.wrapped("mining/refining", to: 45, font: font) == ["mining/", "refining"])
    #expect(metrics.wrapped("x-y is short", to: 30, font: font) == ["x-y is", "short"])
    let least = metrics.leastWidth("Neodymium-praseodymium oxide", font: font)
    #expect(least == metrics.width("praseodymium", font: font))
  }

  @Test(
    "wrapped lines are within the limit unless they are one word", arguments: [20.0, 45, 80, 300])
  func wrappedWidths(limit: Double) {
    let text = "The quick brown fox jumps over the lazy dog near Shenyang"
    for line in metrics.wrapped(text, to: limit, font: font) where line.contains(" ") {
      #expect(metrics.width(line, font: font) <= limit)
    }
    #expect(metrics.wrapped(text, to: limit, font: font).joined(separator: " ") == text)
  }

  @Test("the extent of a text is its font size high, four fifths of it above the baseline")
  func extent() {
    var node = TextNode(
      lines: ["100"], position: Point(10, 20), align: .right, baseline: .middle, font: font,
      style: MarkStyle())
    let box = metrics.bounds(node)
    #expect(box.y1 == 15 && box.y2 == 25 && box.x2 == 10)
    node.lines = ["1", "2"]
    #expect(metrics.bounds(node).height == 22)
  }

  @Test("a turned text has the upright extent round it")
  func turned() {
    let node = TextNode(
      lines: ["b"], position: Point(-20, 100), align: .center, baseline: .bottom, angle: -90,
      font: Font(size: 11), style: MarkStyle())
    let box = metrics.bounds(node)
    #expect(abs(box.x1 + 31) < 1e-9 && abs(box.x2 + 20) < 1e-9)
    #expect(abs(box.height - 6.117) < 0.01)
  }

  @Test(
    "baselines are moved by whole pixels",
    arguments: [
      (TextBaseline.alphabetic, 0.0), (.top, 9), (.middle, 3), (.bottom, -2), (.lineTop, 10),
      (.lineBottom, -3),
    ])
  func baselines(baseline: TextBaseline, shift: Double) {
    #expect(baseline.shift(fontSize: 11, lineHeight: 13) == shift)
  }
}
