extension SiteHTML {
  /// The text as a page at `output` shows it: addresses relative to it, figures with their numbers.
  package func html(at output: String, figures: FigureDirectory) -> String {
    if parts.count == 1, case .html(let html) = parts[0] { return html }
    var text = ""
    text.reserveCapacity(parts.reduce(0) { $0 + $1.length })
    append(to: &text, at: output, figures: figures)
    return text
  }

  /// The same, added to a text.
  package func append(to text: inout String, at output: String, figures: FigureDirectory) {
    for part in parts {
      switch part {
      case .html(let html): text += html
      case .address(let target): RelativeAddress.append(to: &text, from: output, target)
      case .figureAddress(let id):
        RelativeAddress.append(to: &text, from: output, figures[id]?.address ?? output)
      case .figureNumber(let id): text += figures[id]?.label ?? ""
      }
    }
  }
}

extension SiteHTML.Part {
  fileprivate var length: Int {
    switch self {
    case .html(let html): html.utf8.count
    case .address(let target): target.utf8.count + 12
    case .figureAddress: 40
    case .figureNumber: 12
    }
  }
}
