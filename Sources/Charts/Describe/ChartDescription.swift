/// What a chart shows, composed from its data.
struct ChartDescription {
  let model: ChartModel

  /// A name for the picture where it has no title.
  func name() -> String {
    guard let unit = model.root.units.first else { return "Chart" }
    let rules = TitleRules(config: model.config, columns: unit.columns)
    let y = unit.encoding[.y].map { rules.title($0).joined(separator: " ") } ?? ""
    let x = unit.encoding[.x].map { rules.title($0).joined(separator: " ") } ?? ""
    switch (x.isEmpty, y.isEmpty) {
    case (true, true): return "Chart"
    case (false, true): return x
    case (true, false): return y
    case (false, false): return "\(y) by \(x)"
    }
  }

  func text() -> String { "" }
}
