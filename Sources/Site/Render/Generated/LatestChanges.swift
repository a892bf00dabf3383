import Markdown

/// What has changed last, for the landing page: the first entries of the page of changes.
struct LatestChanges {
  /// How many entries are shown.
  static let limit = 5

  let context: RenderContext
  let addresses: PageAddresses

  /// The entries as list items, the last of them leading to all; nil where nothing has moved.
  var html: String? {
    guard let diff = context.site.history.changes.first(where: { !$0.figures.isEmpty }) else {
      return nil
    }
    let output = "changes.html"
    var html = HTMLWriter()
    for figure in diff.figures.prefix(Self.limit) {
      html.item(
        figure.heading, figure.summary(context.words), "\(output)#\(diff.entryID(of: figure))",
        addresses)
    }
    html.open("li")
    html.link(output, addresses, text: context.words(.allChanges, ["id": diff.old.id]))
    html.close("li")
    return html.html
  }
}

extension EditionDiff.FigureChange {
  /// The first value that moved, or that the figure is new or gone, in one line.
  func summary(_ words: Words) -> String? {
    switch kind {
    case .added: return words(.newFigure)
    case .removed: return words(.goneFigure)
    case .changed:
      guard let first = movements.first else {
        return addedRows.first.map { words(.newRow, ["row": $0]) }
      }
      let values = [words(.from), first.old ?? words(.noValue), words(.to)]
      let unit = first.unit.flatMap { $0 == "1" || $0 == "%" ? nil : "\u{A0}\($0)" } ?? ""
      return
        "\(first.label): \(values.joined(separator: " ")) \(first.new ?? words(.noValue))\(unit)"
    }
  }
}
