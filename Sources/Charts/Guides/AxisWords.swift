/// What assistive technology hears of an axis.
enum AxisWords {
  static func accessibility(_ part: AxisPart, _ model: AxisModel) -> Accessibility {
    let labels = model.ticks.map { $0.label.joined(separator: " ") }.filter { !$0.isEmpty }
    let domain: GuideDescription.Domain
    let kind: String
    switch part.scale.scale {
    case .band:
      (kind, domain) = ("discrete", .discrete(labels))
    case .continuous(let scale):
      let from = word(scale.domain.first, scale.isTime)
      let to = word(scale.domain.last, scale.isTime)
      (kind, domain) = (
        scale.isTime ? "time" : part.scale.type.rawValue, .continuous(from: from, to: to)
      )
    default:
      (kind, domain) = (part.scale.type.rawValue, .discrete(labels))
    }
    return GuideDescription.axis(
      isX: part.channel == .x, title: model.title, scale: kind, domain: domain)
  }

  static func word(_ value: Double?, _ isTime: Bool) -> String {
    guard let value else { return "" }
    return isTime ? String(DateText.iso(value).prefix(10)) : JavaScriptNumber.text(value)
  }
}
