import Diagnostics
import Documents

extension AggregateSpec {
  /// The aggregates of the language.
  static let names = [
    "count", "valid", "missing", "distinct", "sum", "product", "mean", "average", "variance",
    "variancep", "stdev", "stdevp", "stderr", "median", "q1", "q3", "ci0", "ci1", "min", "max",
    "argmin", "argmax", "values",
  ]

  /// Reads an aggregate's name or `{argmin: field}`; reports an unknown one.
  init?(_ node: DocumentNode, _ context: SpecContext) {
    if node.isNull { return nil }
    if let field = node["argmin"]?.string {
      self = .argmin(by: field)
    } else if let field = node["argmax"]?.string {
      self = .argmax(by: field)
    } else if let name = node.string, Self.names.contains(name) {
      self = .named(name)
    } else {
      context.unknown(
        "unknown-aggregate", at: node.range, "aggregate", node.string ?? node.kind,
        among: Self.names)
      return nil
    }
  }

  /// The name without its argument.
  var name: String {
    switch self {
    case .named(let name): name
    case .argmin: "argmin"
    case .argmax: "argmax"
    }
  }
}

extension PropertyCatalog {
  static let bin = PropertyCatalog(
    "a bin",
    [
      (.number, "anchor base maxbins minstep step"), (.boolean, "binned nice"),
      (.numbers, "divide steps"), (.anything, "extent"),
    ])

  static let impute = PropertyCatalog(
    "an impute",
    [(.anything, "value keyvals frame")],
    choices: ["method": ["value", "mean", "median", "max", "min"]])
}

extension BinSpec {
  /// Reads `bin`: a boolean, `"binned"`, null or parameters.
  init(_ node: DocumentNode, _ context: SpecContext) {
    switch node.value {
    case .null, .boolean(false): self = .none
    case .boolean(true): self = .computed
    case .string("binned"): self = .binned(Properties())
    default:
      let properties = PropertyCatalog.bin.read(node, context)
      self = properties.boolean("binned") == true ? .binned(properties) : .parameters(properties)
    }
  }
}

extension TimeUnitSpec {
  /// Reads a unit's name or `{unit, maxbins, step}`; reports an unknown one.
  init?(_ node: DocumentNode, _ context: SpecContext) {
    if node.isNull { return nil }
    var name = node.string
    var step = 1.0
    if node.string == nil {
      guard var reader = SpecReader(node, "a time unit", context) else { return nil }
      name = reader.string("unit")
      step = reader.number("step") ?? 1
      maxBins = reader.number("maxbins")
      if let plain = name, reader.boolean("utc") == true, !plain.hasPrefix("utc") {
        name = "utc" + plain
      }
      if let plain = name, reader.boolean("binned") == true, !plain.hasPrefix("binned") {
        name = "binned" + plain
      }
      reader.finish()
    }
    guard let name else { return }
    unit = TimeUnit(name: name, step: Int(step.clamped(to: 1...1e6)))
    if unit == nil {
      context.unknown(
        "unknown-time-unit", at: node.range, "time unit", name, among: TimeUnit.names)
      return nil
    }
  }
}

extension SortSpec {
  /// Reads `sort`: an order, a channel's name, a list of values, or `{field | encoding, op, order}`.
  init?(_ node: DocumentNode, _ context: SpecContext) {
    switch node.value {
    case .null: self = .none
    case .list(let values): self = .values(values)
    case .string("ascending"): self = .ascending
    case .string("descending"): self = .descending
    case .string(let text):
      let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
      guard let channel = Channel(rawValue: name) else {
        context.unknown(
          "unknown-value", at: node.range, "sort", text,
          among: ["ascending", "descending"]
            + Channel.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] })
        return nil
      }
      self = .channel(channel, descending: text.hasPrefix("-"))
    default:
      guard var reader = SpecReader(node, "a sort", context) else { return nil }
      let isDescending = reader.string("order") == "descending"
      let field = reader.string("field")
      let op = reader.string("op")
      let encoding = reader.choice("encoding", Channel.self, "channel")
      reader.finish()
      if let op, !AggregateSpec.names.contains(op) {
        context.unknown(
          "unknown-aggregate", at: reader.range(of: "op"), "aggregate", op,
          among: AggregateSpec.names)
      }
      if let encoding {
        self = .channel(encoding, descending: isDescending)
      } else {
        self = .field(name: field, op: op, descending: isDescending)
      }
    }
  }
}
