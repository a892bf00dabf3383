import Documents

/// The properties of an axis that differ from tick to tick: `{condition: {test, value}, value}`.
struct AxisConditions {
  let properties: Properties
  let context: SpecContext
  private let conditions:
    [(key: String, test: Predicate?, then: DocumentNode?, otherwise: DocumentNode?)]
  private let style: GuideStyle
  private let environment: ExpressionEnvironment

  init(part: AxisPart, properties: Properties, config: Config, context: SpecContext) {
    self.properties = properties
    self.context = context
    environment = part.unit.environment
    style = GuideStyle(config: config)
    let conditional = properties.values.filter { $0.value["condition"] != nil }
    conditions = conditional.sorted { $0.key < $1.key }.compactMap { key, node in
      if let expression = node["expr"]?.string, expression.contains("datum") {
        return nil
      }
      guard let condition = node["condition"] else { return nil }
      let first = condition.list?.first ?? condition
      let test = first["test"].flatMap {
        Predicate($0, path: context.path, parameters: nil, into: context.collector)
      }
      return (key, test, first["value"], node["value"])
    }
  }

  /// The datum that expressions of labels read.
  static func datum(_ value: ChartValue, label: String, index: Int, count: Int) -> ChartValue {
    .record([
      "value": value, "label": .text(label),
      "index": .number(count > 1 ? Double(index) / Double(count - 1) : 0),
    ])
  }

  /// What differs at one tick; nil for nothing.
  func overrides(_ value: ChartValue, index: Int, count: Int) -> AxisTick.Overrides? {
    guard !conditions.isEmpty else { return nil }
    let fields = ["value", "label", "index"]
    let place: ChartValue = .number(count > 1 ? Double(index) / Double(count - 1) : 0)
    let table = ChartTable(fields: fields, rows: [[value, .text(""), place]])
    var resolved = properties
    for (key, test, then, otherwise) in conditions {
      let holds = test?.evaluate(table, environment: environment).first ?? false
      resolved[key] = (holds ? then : otherwise) ?? (properties.has(key) ? nil : nil)
    }
    var result = AxisTick.Overrides()
    let keys = conditions.map(\.key)
    if keys.contains(where: { $0.hasPrefix("tick") }) {
      result.tickLine = style.line(resolved, "tick")
      result.tickSize = resolved.number("tickSize")
    }
    if keys.contains(where: { $0.hasPrefix("grid") }) {
      result.gridLine = style.line(resolved, "grid")
    }
    if keys.contains(where: { $0.hasPrefix("label") }) {
      result.label = style.text(resolved, "label", style: "guide-label", limit: 180)
      result.labelPadding = resolved.number("labelPadding")
      result.labelOffset = resolved.number("labelOffset")
      result.labelAlign = resolved.string("labelAlign").flatMap(TextAlign.init(rawValue:))
      result.labelBaseline = resolved.string("labelBaseline").flatMap(TextBaseline.init(rawValue:))
    }
    return result
  }
}
