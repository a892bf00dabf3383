import Diagnostics
import Documents
import Tables

/// The scales that one mark's channels ask for.
struct ScaleRules {
  let config: Config
  let context: SpecContext
  let options: ChartOptions

  /// Adds the scales of a unit to its view.
  func addScales(to node: ViewNode, _ unit: UnitModel) {
    for channel in Channel.scaled {
      guard let spec = scaledDefinition(unit, channel) else { continue }
      node.scales[channel] = scale(spec, unit)
    }
    let rows = filterInvalid(node, unit)
    for (channel, model) in zip(node.scales.channels, node.scales.values) {
      guard let spec = scaledDefinition(unit, channel) else { continue }
      model.domains = DomainRules(unit: unit, table: rows).parts(spec, model.type)
      if let field = model.written["range"]?["field"]?.string, let column = FieldNames.column(spec)
      {
        let pairs = zip(unit.raw.column(column).map(\.key), unit.raw.column(field))
        model.rangeByField = Dictionary(pairs) { first, _ in first }
      }
    }
  }

  /// The definition of a channel that passes through a scale: its own, or that of a condition.
  private func scaledDefinition(_ unit: UnitModel, _ channel: Channel) -> ChannelSpec? {
    guard var spec = unit.encoding[channel] else { return nil }
    if unit.mark.type == .geoshape, channel.isPosition { return nil }
    if spec.isField || spec.datum != nil { return spec.scale.isOff ? nil : spec }
    guard
      let inner = spec.conditions.first(where: {
        $0.definition.isField || $0.definition.datum != nil
      })
    else { return nil }
    let conditions = spec.conditions
    spec = inner.definition
    spec.conditions = conditions.filter { $0.column != inner.column }
    return spec.scale.isOff ? nil : spec
  }

  private func scale(_ spec: ChannelSpec, _ unit: UnitModel) -> ScaleModel {
    let written = spec.scale.value ?? Properties()
    let isNested = unit.encoding.hasNestedOffset(spec.channel)
    let standard = ScaleType.standard(
      spec, mark: unit.mark.type, hasRelativeSize: hasRelativeSize(spec.channel, unit),
      isNested: isNested)
    let type = written.string("type").flatMap(ScaleType.init(rawValue:))
    let model = ScaleModel(
      channel: spec.channel, type: checked(type, spec, isNested: isNested) ?? standard,
      isTypeWritten: type != nil,
      measurement: spec.type ?? .nominal, mark: unit.mark.type)
    model.written = selected(written, unit)
    model.clips = isBound(spec.channel, model.type, unit) || written["domain"]?["param"] != nil
    model.field = spec.field
    model.bins = spec.isBinned ? unit.bins[spec.channel] : nil
    checkScheme(written)
    let defaults = ScaleDefaults(
      config: config, mark: unit.mark.type, orient: unit.orient, encoding: unit.encoding)
    model.defaults = [{ defaults.properties(spec, $0) }]
    model.chosen = defaults.properties(spec, model.type)
    model.units = [unit]
    return model
  }

  /// Whether readers may move the scale by a selection.
  private func isBound(_ channel: Channel, _ type: ScaleType, _ unit: UnitModel) -> Bool {
    channel.isPosition && type.isContinuous
      && unit.params.contains { spec in
        guard let selection = spec.selection, selection.bindsScales else { return false }
        return selection.encodings?.contains(channel) ?? true
      }
  }

  /// The properties with the interval of a selection as the domain that names it.
  private func selected(_ written: Properties, _ unit: UnitModel) -> Properties {
    guard let domain = written["domain"], let name = domain["param"]?.string else { return written }
    var result = written
    let spec = unit.params.first { $0.name == name }
    let record = spec?.value.map { $0.list?.first ?? $0 }
    let ends =
      domain["encoding"]?.string.flatMap { record?[$0] } ?? domain["field"]?.string.flatMap {
        record?[$0]
      }
      ?? record?.mapping?.entries.first?.value
    if let ends, ends.list != nil { result["domain"] = ends }
    return result
  }

  private func hasRelativeSize(_ channel: Channel, _ unit: UnitModel) -> Bool {
    let key = channel == .x ? "width" : channel == .y ? "height" : nil
    return key.flatMap { unit.properties[$0]?["band"] } != nil
  }

  /// A written type where the values can pass through it; else it is reported and left out.
  private func checked(_ type: ScaleType?, _ spec: ChannelSpec, isNested: Bool) -> ScaleType? {
    guard let type else { return nil }
    if type.suits(spec.channel, isNested: isNested), !spec.isField || type.suits(spec.type) {
      return type
    }
    context.warning(
      "unfit-scale", at: spec.scale.value?["type"]?.range ?? spec.range,
      "a scale of type `\(type.rawValue)` does not suit \(spec.type?.rawValue ?? "such") values")
    return nil
  }

  private func checkScheme(_ written: Properties) {
    guard let node = written["scheme"], let name = node.string ?? node["name"]?.string,
      ColorScheme(named: name) == nil
    else { return }
    context.unknown(
      "unknown-scheme", at: node.range, "colour scheme", name, among: ColorScheme.names)
  }

  // MARK: invalid rows

  /// Leaves out rows with null or NaN on a continuous scale, where the mark asks for it; the rows that the
  /// scales' domains come from.
  private func filterInvalid(_ node: ViewNode, _ unit: UnitModel) -> ChartTable {
    let isPath = unit.mark.type.isPath
    let mode = unit.invalidMode
    guard mode != "show" else { return unit.table }
    let all = unit.table
    let valid = validRows(node, unit)
    if mode == "filter" || !isPath { unit.table = valid }
    return mode == "break-paths-show-domains" ? all : valid
  }

  private func validRows(_ node: ViewNode, _ unit: UnitModel) -> ChartTable {
    // Of two channels of one field the later one decides, as in the reference.
    var columns: [(field: String, column: String?)] = []
    for channel in Channel.scaled {
      guard let model = node.scales[channel], !model.type.hasDiscreteDomain,
        let spec = scaledDefinition(unit, channel), let field = spec.field,
        ![.named("count"), .named("valid"), .named("missing"), .named("distinct")].contains(
          spec.aggregate),
        config.node["scale"]?["invalid"]?[channel.rawValue] == nil
      else { continue }
      columns.removeAll { $0.field == field }
      let isMeasured = spec.type == .quantitative || spec.type == .temporal
      columns.append((field, isMeasured ? FieldNames.column(spec) : nil))
    }
    let readers = columns.compactMap { $0.column.map(unit.table.accessor) }
    guard !readers.isEmpty else { return unit.table }
    let gap = gapReader(unit)
    return unit.table.filter { row in
      gap?(row) == true
        || readers.allSatisfy { field in
          let value = field.value(in: row)
          return !value.isMissing && value.toNumber.isFinite
        }
    }
  }

  /// Whether the value of a bar is known to be kept back or unknown: its place stays, so that the gap is
  /// seen; nil where statuses are not marked.
  private func gapReader(_ unit: UnitModel) -> ((Row) -> Bool)? {
    guard options.theme?.marksStatus == true, unit.mark.type == .bar,
      let status = StatusReader(unit, named: options.statusColumns)
    else { return nil }
    let field = unit.table.accessor(status.column)
    return { StatusReader.status(field.value(in: $0))?.meansNoValue == true }
  }
}
