import Documents

/// Collects the axes and legends that views want and moves shared ones to the view that shares them.
struct GuideResolver {
  let config: Config
  let context: SpecContext
  let page: PageRules?

  /// Sets the axes and legends of a view and of all views in it.
  func resolve(_ node: ViewNode) {
    node.children.forEach(resolve)
    if case .unit(let unit) = node.kind {
      addAxes(node, unit)
      addLegends(node, unit)
      return
    }
    for channel in [Channel.x, .y] { mergeAxes(node, channel) }
    mergeLegends(node)
  }

  // MARK: axes

  private func addAxes(_ node: ViewNode, _ unit: UnitModel) {
    for channel in [Channel.x, .y] {
      guard let scale = node.scale(channel), let spec = unit.encoding[channel],
        spec.isField || spec.datum != nil, !spec.axis.isOff
      else { continue }
      node.axes[channel] = [part(channel, spec, unit, scale)]
    }
  }

  private func part(_ channel: Channel, _ spec: ChannelSpec, _ unit: UnitModel, _ scale: ScaleModel)
    -> AxisPart
  {
    let written = spec.axis.value ?? Properties()
    let rules = TitleRules(config: config, columns: unit.columns)
    var titles = [rules.title(spec)]
    if let second = channel.second.flatMap({ unit.encoding[$0] }), case .unset = spec.title {
      titles.append(rules.title(second))
    }
    var isWritten = false
    if case .unset = spec.title {} else { isWritten = true }
    if written.has("title") {
      titles = [written.lines("title") ?? []]
      isWritten = true
    }
    return AxisPart(
      channel: channel, written: written, titles: titles, isTitleWritten: isWritten, spec: spec,
      unit: unit, scale: scale)
  }

  private func mergeAxes(_ node: ViewNode, _ channel: Channel) {
    let parts = node.children.flatMap { $0.axes[channel] ?? [] }
    guard let first = parts.first else { return }
    let isShared =
      parts.allSatisfy { $0.scale === first.scale }
      && node.spec.resolve.axis[channel] != .independent
    switch node.kind {
    case .unit, .concat: return
    case .layer:
      if isShared {
        // One layer that switches the axis off leaves it to the others.
        var merged = parts[0]
        parts.dropFirst().forEach { merged.merge($0) }
        node.axes[channel] = [merged]
      } else {
        node.axes[channel] = parts
      }
      for child in node.children { child.axes[channel] = nil }
    case .facet:
      // Axes of plots stand round the facet that holds them; facets in facets and concatenated views keep
      // theirs.
      guard isShared, node.children.allSatisfy(\.isPlot) else { return }
      node.axes[channel] = node.children.first { $0.axes[channel] != nil }?.axes[channel]
      for child in node.children { child.axes[channel] = nil }
    }
  }

  // MARK: legends

  private func addLegends(_ node: ViewNode, _ unit: UnitModel) {
    for channel in Channel.legends {
      guard let scale = node.scale(channel), var spec = unit.encoding[channel] else { continue }
      if !spec.isField, spec.datum == nil {
        guard let inner = spec.conditions.first(where: { $0.definition.isField }) else { continue }
        if case .unset = inner.definition.legend {
          spec = merged(inner.definition, spec)
        } else {
          spec = inner.definition
        }
      }
      if spec.legend.isOff || spec.type == .geojson { continue }
      node.legends.append(part(channel, spec, unit, scale))
    }
    node.legends = grouped(node.legends)
  }

  private func merged(_ inner: ChannelSpec, _ outer: ChannelSpec) -> ChannelSpec {
    var spec = inner
    spec.legend = outer.legend
    return spec
  }

  private func part(_ channel: Channel, _ spec: ChannelSpec, _ unit: UnitModel, _ scale: ScaleModel)
    -> LegendPart
  {
    let written = spec.legend.value ?? Properties()
    var titles = [TitleRules(config: config, columns: unit.columns).title(spec)]
    var isWritten = false
    if case .unset = spec.title {} else { isWritten = true }
    if written.has("title") {
      titles = [written.lines("title") ?? []]
      isWritten = true
    }
    return LegendPart(
      channels: [channel], written: written, titles: titles, isTitleWritten: isWritten, spec: spec,
      unit: unit, units: [unit],
      scales: [channel: scale])
  }

  private func mergeLegends(_ node: ViewNode) {
    var merged: [LegendPart] = []
    for child in node.children {
      var kept: [LegendPart] = []
      for part in child.legends {
        guard isShared(part, node) else {
          kept.append(part)
          continue
        }
        if let index = merged.firstIndex(where: {
          $0.channels == part.channels && sameScales($0, part)
        }) {
          merged[index].merge(part)
        } else {
          merged.append(part)
        }
      }
      child.legends = kept
    }
    node.legends = grouped(merged)
  }

  private func isShared(_ part: LegendPart, _ node: ViewNode) -> Bool {
    part.channels.allSatisfy { channel in
      guard let scale = part.scales[channel] else { return false }
      let isOwn =
        node.scale(channel) === scale || node.parent.map { hasScale($0, channel, scale) } ?? false
      return isOwn && node.spec.resolve.legend[channel] != .independent
    }
  }

  private func hasScale(_ node: ViewNode, _ channel: Channel, _ scale: ScaleModel) -> Bool {
    node.scale(channel) === scale
  }

  private func sameScales(_ a: LegendPart, _ b: LegendPart) -> Bool {
    a.channels.allSatisfy { a.scales[$0] === b.scales[$0] }
  }

  /// Legends of one field with one domain and title as one.
  private func grouped(_ parts: [LegendPart]) -> [LegendPart] {
    var result: [LegendPart] = []
    for part in parts {
      let index = result.firstIndex { other in
        guard let a = other.scale, let b = part.scale else { return false }
        return FieldNames.column(other.spec) != nil
          && FieldNames.column(other.spec) == FieldNames.column(part.spec)
          && a.type.hasDiscreteDomain == b.type.hasDiscreteDomain
          && agree(other.written.string("orient"), part.written.string("orient"))
          && sameDomain(a, b)
      }
      guard let index else {
        result.append(part)
        continue
      }
      if result[index].isTitleWritten != part.isTitleWritten, part.isTitleWritten {
        result[index].titles = part.titles
        result[index].isTitleWritten = true
      } else if result[index].isTitleWritten == part.isTitleWritten {
        result[index].titles += part.titles
      }
      result[index].channels += part.channels.filter { !result[index].channels.contains($0) }
      result[index].scales = result[index].scales.over(part.scales)
      result[index].written = result[index].written.over(part.written)
    }
    return result
  }

  private func agree(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }

  /// Whether two scales have one domain: as many views bring the same values to both.
  private func sameDomain(_ a: ScaleModel, _ b: ScaleModel) -> Bool {
    guard a.units.map(\.source) == b.units.map(\.source),
      (a.written["domain"] == nil) == (b.written["domain"] == nil)
    else { return false }
    if a.type.hasDiscreteDomain {
      let isTime = a.measurement == .temporal
      return DomainBuilder.values(a.domains, written: a.written["domain"], isTime: isTime)
        == DomainBuilder.values(b.domains, written: b.written["domain"], isTime: isTime)
    }
    let (x, y) = (DomainBuilder.extent(a.domains), DomainBuilder.extent(b.domains))
    return x?.0 == y?.0 && x?.1 == y?.1
  }
}
