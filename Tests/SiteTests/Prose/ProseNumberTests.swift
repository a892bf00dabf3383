import Diagnostics
import Testing

@testable import Site

/// Every number in the prose of the briefing comes from the data.
@Suite struct ProseNumberTests {
  /// A number that is typed nevertheless.
  struct Exception {
    /// The words that hold it, as they are shown.
    var words: String
    /// Why it need not come from the data.
    var reason: String
  }

  /// The numbers that may be typed: at most 20, each with a reason.
  static let exceptions = [
    Exception(words: "= 100", reason: "the base of a price index, which is so by definition"),
    Exception(words: "times a hundred", reason: "the definition of a price index"),
    Exception(words: "0 to 10,000", reason: "the scale of the index of concentration"),
    Exception(words: "Zero to ten thousand", reason: "the same scale, in words"),
    Exception(words: "version 1.3", reason: "the name of a version of a source"),
    Exception(words: "section 232", reason: "the name of a section of a law"),
    Exception(words: "10X", reason: "the name of a magnet plant"),
  ]

  /// What is wrong with the numbers of a file.
  private static func faults(
    of file: String, path: String, exceptions: [Exception] = exceptions
  ) -> [String] {
    ProseReader.prose(of: file, path: path).flatMap { prose -> [String] in
      let text = exceptions.reduce(prose.text) { $0.replacing($1.words, with: "·") }
      let tested = prose.condition.map { TypedNumbers.numbers(in: $0).map(\.value) } ?? []
      return TypedFigures.figures(in: text).filter { figure in
        guard let value = figure.value else { return true }
        return !tested.contains { abs($0 - value) < 1e-9 || abs($0 * 100 - value) < 1e-9 }
      }.map { "\(prose.path): “\($0.text)”" }
    }
  }

  /// Whether a file is text of today: editions are frozen with their numbers filled in.
  private static func isPage(_ file: (key: String, value: [UInt8])) -> Bool {
    file.key.hasSuffix(".md") && !file.key.hasPrefix("editions/")
  }

  @Test("every number in the prose of the briefing is bound to the data")
  func briefing() throws {
    let files = try #require(Briefing.files, "there is no folder Content/")
    let pages = files.filter(Self.isPage)
    #expect(pages.count > 20)
    for (path, bytes) in pages.sorted(by: { $0.key < $1.key }) {
      for fault in Self.faults(of: String(decoding: bytes, as: UTF8.self), path: path) {
        Issue.record("a typed number: \(fault)")
      }
    }
  }

  @Test("the exceptions are few, each has a reason and is still needed")
  func exceptionsAreNeeded() throws {
    let files = try #require(Briefing.files, "there is no folder Content/")
    let prose = files.filter(Self.isPage).flatMap { path, bytes in
      ProseReader.prose(of: String(decoding: bytes, as: UTF8.self), path: path)
    }
    #expect(Self.exceptions.count <= 20)
    for exception in Self.exceptions {
      #expect(exception.reason.count > 10, "“\(exception.words)” has no reason")
      #expect(
        !TypedFigures.figures(in: exception.words).isEmpty,
        "“\(exception.words)” holds no number")
      #expect(
        prose.contains { $0.text.contains(exception.words) },
        "“\(exception.words)” stands nowhere")
    }
  }

  @Test(
    "a typed number in a text is found",
    arguments: [
      "China mined 270,000 tonnes.", "Output rose by 5%.", "There are 17 rare earths.",
      "It costs $50.", "It grew to 2000 tonnes.", "It cost $2019.", "About 2,024 people.",
      "Two dozen plants.", "Some eleven mines.", "Twenty-five years.", "Thousands of tonnes.",
      "a million tonnes", "two hundred thousand tonnes", "the twentieth mine", "½ of it",
      "A list:\n\n- with 12 mines", "| a |\n|---|\n| 34 |", "> 30 mines", "## The 40 mines",
      "Text.[^1]\n\n[^1]: A note on 30 mines.", "[about 50 mines](production.md)",
      "```table\ntitle: The 40 mines\ndata: a\n```", "```table\ntitle: A\nnote: 12 mines\n```",
      "```vega-lite a\ntitle: {text: T, subtitle: 12 mines}\n```",
      "```vega-lite a\nencoding: {x: {title: 12 mines}}\n```",
      "---\ntitle: The 40 mines\n---\n", "---\ntitle: A\ndescription: Of 40 mines.\n---\n",
    ])
  func typed(_ text: String) {
    #expect(!Self.faults(of: text, path: "a.md", exceptions: []).isEmpty)
  }

  @Test(
    "values, code, citations, dates, names, units and small number words are no typed numbers",
    arguments: [
      "China mined `= china.kt` thousand tonnes.", "`SELECT 12`", "```sql a\nSELECT 12\n```",
      "Said so [@mcs-2026, p. 13].", "[Act 116-260](https://example.org/12)",
      "[text](a.md#b12)", "![mine](a12.png)", "In 2024 and 2025.", "From 2018 to 2025.",
      "2018–2025 and 2024/25", "the 1990s", "On 4 April 2025.", "In May 2014.", "April 4, 2025",
      "Between 9 and 11 October 2025.", "2025-10-09", "Nd2Fe14B and NdFeB-35 and CO₂",
      "two thirds of ten mines", "half of it, seven in ten", "nine tenths",
      "Output, thousand tonnes", "in million tonnes", "million dollars a year",
      "1. one\n2. two", "## A heading {#a12}",
      "```vega-lite a\nmark: {type: point, size: 60}\nencoding: {x: {scale: {domain: [0, 12]}}}\n```",
    ])
  func bound(_ text: String) {
    #expect(Self.faults(of: text, path: "a.md", exceptions: []) == [])
  }

  @Test(
    "a number in a claim or a checked title must stand in its condition",
    arguments: [
      ("[over 60% of it](check: \"a.share > 0.6\")", true),
      ("[over 60% of it](check: \"a.share > 0.7\")", false),
      ("[twelve mines](check: \"a.mines = 12\")", true),
      ("[twelve mines](check: \"a.mines > 1\")", false),
      ("[two hundred thousand](check: \"a.t > 200000\")", true),
      ("```table\ntitle: Over 40 mines\ncheck: a.mines > 40\n```", true),
      ("```table\ntitle: Over 40 mines\ncheck: a.mines > 4\n```", false),
      ("```table\ntitle: Mines\nnote: Over 40 mines\ncheck: a.mines > 40\n```", false),
      ("```vega-lite a\ntitle: {text: Over 40 mines}\nfigure: {check: a.mines > 40}\n```", true),
      ("```vega-lite a\ntitle: {text: Over 40 mines}\nfigure: {check: a.mines > 4}\n```", false),
    ])
  func tested(_ text: String, _ isTested: Bool) {
    #expect(Self.faults(of: text, path: "a.md", exceptions: []).isEmpty == isTested)
  }

  @Test(
    "number words are read",
    arguments: [
      (["twelve"], 12.0), (["twenty-five"], 25), (["two", "hundred", "thousand"], 200_000),
      (["two", "dozen"], 24), (["millions"], 1e6), (["fortieth"], 40), (["nineteenth"], 19),
      (["ten"], 10), (["three", "hundred"], 300), (["hundredth"], 100), (["fifties"], 50),
    ] as [([String], Double)])
  func words(_ words: [String], _ value: Double) {
    #expect(NumberWords.value(of: words) == value)
  }

  @Test(
    "words that only look like numbers are none",
    arguments: ["often", "third", "tenth", "weight", "half", "tonnes", "money", "tens"])
  func noWords(_ word: String) {
    #expect((NumberWords.value(word) ?? 0) <= NumberWords.limit)
  }
}
