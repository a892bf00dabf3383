/// One page of the corpus.
struct Page {
  let number: Int
  private let count: Int

  init(_ number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  static func section(_ number: Int) -> String { Words.sections[number % Words.sections.count] }
  static func slug(_ number: Int) -> String { "briefing-" + String(1_000_000 + number).dropFirst() }

  /// Section and name, without the file's ending.
  var path: String { Self.section(number) + "/" + Self.slug(number) }

  /// Front matter and body.
  ///
  /// - Parameters:
  ///   - description: the key of the summary in the front matter.
  ///   - link: the address of another page as the dialect writes it.
  func markdown(description: String, link: (Int) -> String) -> String {
    var random = Random(number + 1)
    let tags = (0..<3).map { Words.tags[(number * 7 + $0 * 5) % Words.tags.count] }.joined(
      separator: ", ")
    let summary = sentence(&random) + " " + sentence(&random)
    func linked(_ random: inout Random) -> String {
      let other = random.next(below: count)
      return paragraph(&random) + " It is set out in [briefing \(other)](\(link(other)))."
    }
    let blocks = [
      linked(&random) + "[^1]",
      "## Summary of findings", paragraph(&random),
      (0..<4).map { _ in "- " + sentence(&random) }.joined(separator: "\n"),
      "## Figures by region", paragraph(&random) + "[^2]", table(&random),
      "### Method", linked(&random),
      "```sql\nSELECT region, sum(amount) AS total\nFROM outturn\nWHERE year = \(2015 + number % 10)\nGROUP BY region\n```",
      "## Outlook", (1...4).map { "\($0). " + sentence(&random) }.joined(separator: "\n"),
      "> " + sentence(&random), linked(&random),
      "[^1]: " + sentence(&random), "[^2]: " + sentence(&random),
    ]
    return """
      ---
      title: "\(random.pick(Words.adjectives).capitalized) \(random.pick(Words.nouns)) \(number)"
      date: \(2015 + number % 10)-0\(1 + number % 9)-1\(number % 10)
      tags: [\(tags)]
      \(description): "\(summary.prefix(150))"
      ---

      \(blocks.joined(separator: "\n\n"))

      """
  }

  private func clause(_ random: inout Random) -> String {
    "the \(random.pick(Words.adjectives)) \(random.pick(Words.nouns)) \(random.pick(Words.verbs)) "
      + "the \(random.pick(Words.nouns)) \(random.pick(Words.nouns))"
  }

  private func sentence(_ random: inout Random) -> String {
    let text = "\(clause(&random)), \(random.pick(Words.linkers)) \(clause(&random))."
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func paragraph(_ random: inout Random) -> String {
    (0..<4).map { _ in sentence(&random) }.joined(separator: " ")
  }

  private func table(_ random: inout Random) -> String {
    var rows = ["| Region | Plan | Outturn | Note |", "|:-------|-----:|--------:|------|"]
    for region in ["North", "South", "East", "West", "Coast", "Islands"] {
      rows.append(
        "| \(region) | \(100 + random.next(below: 9900)) | \(100 + random.next(below: 9900)) | \(random.pick(Words.adjectives)) \(random.pick(Words.nouns)) |"
      )
    }
    return rows.joined(separator: "\n")
  }
}
