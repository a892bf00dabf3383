extension SiteHTML {
  /// The text as a page at `output` shows it.
  ///
  /// - Parameters:
  ///   - output: the page, from the site's root; addresses become relative to it.
  ///   - figureNumber: what stands for a figure's id, such as `Figure 3`, escaped.
  package func html(at output: String, figureNumber: (String) -> String) -> String {
    if parts.count == 1, case .html(let html) = parts[0] { return html }
    var text = ""
    text.reserveCapacity(parts.reduce(0) { $0 + $1.length })
    append(to: &text, at: output, figureNumber: figureNumber)
    return text
  }

  /// The same, added to a text.
  package func append(
    to text: inout String, at output: String, figureNumber: (String) -> String
  ) {
    for part in parts {
      switch part {
      case .html(let html): text += html
      case .address(let target): RelativeAddress.append(to: &text, from: output, target)
      case .figureNumber(let id): text += figureNumber(id)
      }
    }
  }
}

extension SiteHTML.Part {
  fileprivate var length: Int {
    switch self {
    case .html(let html): html.utf8.count
    case .address(let target): target.utf8.count + 12
    case .figureNumber: 12
    }
  }
}
