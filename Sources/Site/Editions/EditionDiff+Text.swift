extension EditionDiff.Reason {
  /// The reason in a clause.
  package var words: String {
    switch self {
    case .data: "the data changed"
    case .query: "the query changed"
    case .text: "the text changed"
    }
  }
}

extension EditionDiff.Movement {
  /// What moved in one line: `China, 2024: Output 240,000 → 243,000 t (+3,000, +1.3%)`.
  package var line: String { line(nothing: "nothing") }

  /// The same in another language.
  ///
  /// - Parameter nothing: what stands for no value.
  func line(nothing: String) -> String {
    var text = label.isEmpty ? "" : label + " "
    text += isOfStatusAlone ? old ?? nothing : "\(old ?? nothing) → \(new ?? nothing)"
    if let shownUnit { text += " " + shownUnit }
    let sizes = [shownDifference, shownRelative].compactMap { $0 }
    if !sizes.isEmpty, !isOfStatusAlone { text += " (\(sizes.joined(separator: ", ")))" }
    if oldStatus != newStatus { text += ", \(oldStatus) → \(newStatus)" }
    return text
  }

  /// The same with the sources: `…, mcs-2025 → mcs-2026`, or the one that both have.
  package var lineWithSources: String {
    let sources = [oldSources, newSources].map { $0.joined(separator: "; ") }
    if sources[0] == sources[1] { return sources[0].isEmpty ? line : "\(line), \(sources[0])" }
    return "\(line), \(sources[0]) → \(sources[1])"
  }
}

extension EditionDiff {
  /// The comparison for a terminal.
  package var text: String {
    var lines = ["edition \(old.name) → \(new.name)"]
    if isEmpty { lines.append("nothing moved") }
    section("data", inputs.map { "\($0.kind.sign) \($0.table)" }, &lines)
    for revisions in revisions {
      lines.append("\(revisions.table).\(revisions.column): \(Self.summary(revisions))")
      lines += revisions.movements.map { "  " + $0.lineWithSources }
    }
    section("figures", figures.flatMap(Self.lines), &lines)
    section(
      "values",
      values.map { "~ \($0.page) \($0.movement.line), \(Self.words($0.reasons))" }, &lines)
    section("claims", claims.flatMap(Self.lines), &lines)
    section("pages", pages.map { "\($0.kind.sign) \($0.output) \($0.title)" }, &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func summary(_ revisions: Revisions) -> String {
    let counts = [
      (revisions.movements.count, "revised"), (revisions.roundedCount, "rounded otherwise"),
      (revisions.addedCount, "new"), (revisions.removedCount, "gone"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private func section(_ name: String, _ content: [String], _ lines: inout [String]) {
    if content.isEmpty { return }
    lines.append(name)
    lines += content.map { "  " + $0 }
  }

  private static func lines(_ figure: FigureChange) -> [String] {
    let reasons = figure.reasons.isEmpty ? "" : ": " + words(figure.reasons)
    var lines = ["\(figure.kind.sign) \(figure.id) (\(figure.page))\(reasons)"]
    if let title = figure.oldTitle { lines.append("    title: \(title) → \(figure.title)") }
    lines += figure.movements.map { "    " + $0.line }
    lines += figure.addedRows.map { "    + \($0)" }
    lines += figure.removedRows.map { "    - \($0)" }
    return lines
  }

  private static func lines(_ claim: ClaimChange) -> [String] {
    let head = "\(claim.kind.sign) \(claim.page)#\(claim.id)"
    return [head]
      + [claim.old.map { "    - " + $0 }, claim.new.map { "    + " + $0 }].compactMap { $0 }
  }

  /// Reasons in words: `the data changed, the text changed`.
  package static func words(_ reasons: [Reason]) -> String {
    reasons.map(\.words).joined(separator: ", ")
  }
}

extension EditionDiff.Kind {
  /// A sign for lists: `+` new, `-` gone, `~` changed.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }
}

extension EditionRecord {
  /// What the edition is called: its id, else `without id`.
  var name: String { id.isEmpty ? "without id" : id }
}
