import Diagnostics
import Markdown
import Tables

/// A claim as it is written: `[words](check:id?warning "condition")` or `[words](<check: condition>)`.
struct WrittenClaim {
  /// The id; nil where none is given.
  var id: String?
  /// Whether it only warns.
  var isWarning = false
  /// The condition.
  var condition: String

  /// Reads the destination and title of a link.
  init(destination: String, title: String) throws(ReferenceFault) {
    let rest = destination.drop { $0 != ":" }.dropFirst()
    guard !title.isEmpty else {
      condition = String(rest).trimmingBlanks
      if condition.isEmpty {
        throw ReferenceFault(
          summary: "a claim has no condition", range: 0..<0,
          expected: "`[words](check: \"condition\")`")
      }
      return
    }
    condition = title
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let id = String(parts.first ?? "").trimmingBlanks
    guard
      id.utf8.allSatisfy({
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      })
    else {
      throw ReferenceFault(
        summary: "a claim's id is of small letters, digits and `-`", range: 0..<0,
        expected: "`check:lead`",
        remedy: "put the condition in double quotes after `check:`")
    }
    self.id = id.isEmpty ? nil : id
    guard parts.count == 2 else { return }
    guard parts[1] == "warning" || parts[1] == "error" else {
      throw ReferenceFault(
        summary: "a claim's severity is `warning` or `error`", range: 0..<0,
        expected: "`check:lead?warning`")
    }
    isWarning = parts[1] == "warning"
  }
}

extension PageDraft {
  /// Tests a claim and leaves its words.
  func put(claim link: MarkdownLink, of part: PagePart) {
    let location = part.location(link.range)
    let words = part.tree.plainText(link.node)
    let written: WrittenClaim
    do {
      written = try WrittenClaim(destination: link.destination, title: link.title)
    } catch {
      report(
        "claim.syntax", location, error.summary, found: "`\(link.destination)`",
        expected: error.expected, remedy: error.remedy)
      return
    }
    let typed = typedWords(of: link, in: part)
    checkDigits(typed, written.condition, at: location)
    let id: String
    if let given = written.id {
      id = "claim-" + given
      if !ids.take(id) {
        report("claim.id", location, "two claims of the page have the same id", found: "`\(given)`")
      }
    } else {
      id = ids.id("claim-", for: words)
    }
    anchors.insert(id)
    test(written, id: id, words: words, link, in: part)
    var opening = HTMLWriter()
    opening.open("span", [("class", "claim"), ("id", id)])
    part.tree.replaceTags(of: link.node, opening: opening.html, closing: "</span>")
  }

  private func test(
    _ written: WrittenClaim, id: String, words: String, _ link: MarkdownLink, in part: PagePart
  ) {
    let place = part.place(of: written.condition, in: link.range)
    let tested = conditions.test(written.condition, at: place)
    let location = part.location(link.range)
    claims.append(
      ClaimOutcome(
        id: String(id.dropFirst("claim-".count)), words: words, condition: written.condition,
        filled: tested?.filled ?? written.condition, holds: tested?.holds,
        isWarning: written.isWarning,
        found: tested?.cells.map { ($0.name, $0.shown) } ?? [],
        reads: tested?.reads ?? [:], queries: tested?.queries ?? [], location: location))
    guard let tested else { return }
    guard let holds = tested.holds else {
      conditions.reportNoTruth(tested, what: "the claim “\(words)”", at: location)
      return
    }
    if holds { return }
    diagnostics.add(
      Diagnostic(
        written.isWarning ? .warning : .error, "claim.false", at: location,
        "the claim “\(words)” does not hold", found: "`\(tested.filled)`",
        expected: "`\(written.condition)`",
        remedy: "rewrite the sentence, or mend the data or the condition",
        notes: conditions.notes(on: tested)))
  }

  /// The words of a claim that the author typed: without its values.
  private func typedWords(of link: MarkdownLink, in part: PagePart) -> String {
    var words = part.tree.plainText(link.node)
    for span in part.tree.constructs.codeSpans where span.isValue && span.link == link.node {
      guard let shown = valueTexts[span.node], let range = words.firstRange(of: shown) else {
        continue
      }
      words.replaceSubrange(range, with: " ")
    }
    return words
  }

  /// A number typed in the words must stand in the condition.
  private func checkDigits(_ words: String, _ condition: String, at location: SourceLocation) {
    let missing = TypedNumbers.missing(from: words, in: condition)
    guard !missing.isEmpty else { return }
    report(
      "claim.digits", location, "a claim states a number that its condition does not test",
      found: missing.map { "`\($0)`" }.joined(separator: ", "), expected: "`\(condition)`",
      remedy: "test the number, or put a value in its place")
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
