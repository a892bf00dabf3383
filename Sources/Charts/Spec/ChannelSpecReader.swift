import Diagnostics
import Documents

extension EncodingSpec {
  /// Reads `encoding`.
  init(_ node: DocumentNode, _ context: SpecContext) {
    guard let mapping = node.mapping else {
      context.error("wrong-type", at: node.range, "`encoding` is not a mapping", found: node.kind)
      return
    }
    for entry in mapping.entries {
      guard let channel = Channel(rawValue: entry.key) else {
        if entry.key == "time" {
          context.warning(
            "unsupported-property", at: entry.keyRange, "the channel `time` is not drawn")
        } else {
          context.unknown(
            "unknown-channel", at: entry.keyRange, "channel", entry.key,
            among: Channel.allCases.map(\.rawValue))
        }
        continue
      }
      if entry.value.isNull {
        removed.insert(channel)
        continue
      }
      let several: [Channel] = [.detail, .order, .tooltip]
      let nodes = several.contains(channel) ? entry.value.list ?? [entry.value] : [entry.value]
      for node in nodes {
        if let spec = ChannelSpec(channel, node, context) { channels.append(spec) }
      }
    }
  }
}

extension ChannelSpec {
  private static let types = Measurement.allCases.map(\.rawValue)

  /// Reads the definition of a channel; reports and fails where it is not a mapping.
  init?(_ channel: Channel, _ node: DocumentNode, _ context: SpecContext) {
    guard var reader = SpecReader(node, "the channel `\(channel.rawValue)`", context) else {
      return nil
    }
    self.init(channel, range: node.range)
    readField(&reader)
    readGuides(&reader)
    readConditions(&reader)
    readLayout(&reader)
    if channel.isFacet {
      readHeader(&reader)
    }
    reader.finish(unsupported: ["bandwidth"], ignored: channel == .tooltip ? ["filter"] : [])
  }

  private mutating func readField(_ reader: inout SpecReader) {
    if let node = reader.node("field") {
      fieldRange = node.range
      if let name = node.string {
        field = name
      } else if !node.isNull {
        reader.context.error(
          "wrong-type", at: node.range, "`field` is not a text", found: node.kind)
      }
    }
    aggregate = reader.node("aggregate").flatMap { AggregateSpec($0, reader.context) }
    bin = reader.node("bin").map { BinSpec($0, reader.context) }
    timeUnit = reader.node("timeUnit").flatMap { TimeUnitSpec($0, reader.context) }
    type = reader.choice("type", Measurement.self, "type")
    datum = reader.node("datum")
    value = reader.node("value")
    if let node = reader.node("title") {
      title = node.isNull ? .off : .given(Properties(["title": node]).lines("title") ?? [])
    }
    bandPosition = reader.number("bandPosition")
    format = reader.node("format")
    formatType = reader.string("formatType")
  }

  private mutating func readGuides(_ reader: inout SpecReader) {
    let context = reader.context
    scale = setting(reader.node("scale")) { PropertyCatalog.scale.read($0, context) }
    axis = setting(reader.node("axis")) { PropertyCatalog.axis.read($0, context) }
    legend = setting(reader.node("legend")) { PropertyCatalog.legend.read($0, context) }
    sort = reader.node("sort").flatMap { SortSpec($0, context) }
    if let node = reader.node("stack") {
      if let flag = node.boolean {
        stack = flag ? .zero : StackSpec.none
      } else {
        stack = node.isNull ? StackSpec.none : reader.choice("stack", StackSpec.self, "stack")
      }
    }
    if let node = reader.node("impute"), !node.isNull {
      impute = ImputeSpec(
        properties: PropertyCatalog.impute.read(node, context), range: node.range)
    }
  }

  private mutating func readConditions(_ reader: inout SpecReader) {
    guard let node = reader.node("condition") else { return }
    for (index, item) in (node.list ?? [node]).enumerated() {
      guard var inner = SpecReader(item, "a condition", reader.context) else { continue }
      let test = inner.node("test")
      let param = inner.string("param")
      let empty = inner.boolean("empty") ?? true
      if test == nil, param == nil {
        reader.context.error(
          "incomplete-condition", at: item.range, "the condition has neither `test` nor `param`")
        continue
      }
      var definition = ChannelSpec(channel, range: item.range)
      definition.readField(&inner)
      definition.readGuides(&inner)
      inner.finish()
      conditions.append(
        ConditionSpec(
          test: test, param: param, empty: empty, definition: definition,
          column: "__if_\(channel.rawValue)_\(index)"))
    }
  }

  private mutating func readLayout(_ reader: inout SpecReader) {
    guard channel.isFacet else { return }
    layout = GridSpec(&reader)
  }

  private mutating func readHeader(_ reader: inout SpecReader) {
    let context = reader.context
    header = setting(reader.node("header")) { PropertyCatalog.header.read($0, context) }
  }

  private func setting(_ node: DocumentNode?, _ read: (DocumentNode) -> Properties)
    -> Setting<Properties>
  {
    guard let node else { return .unset }
    return node.isNull || node.boolean == false ? .off : .given(read(node))
  }
}

extension GridSpec {
  /// Reads the layout of plots from the object that holds it.
  init(_ reader: inout SpecReader) {
    columns = reader.number("columns").map { Int($0.clamped(to: 0...10_000)) }
    align = reader.node("align")
    bounds = reader.string("bounds")
    center = reader.node("center")
    if let node = reader.node("spacing") {
      if let number = node.number {
        spacing = number
      } else if node.mapping != nil {
        rowSpacing = node["row"]?.number
        columnSpacing = node["column"]?.number
      }
    }
  }
}

extension Comparable {
  /// The nearest value within the limits.
  func clamped(to limits: ClosedRange<Self>) -> Self {
    min(max(self, limits.lowerBound), limits.upperBound)
  }
}
