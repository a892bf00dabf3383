import Documents

/// The headers of small multiples with the axes that plots share.
struct FacetHeaders {
  let model: ChartModel
  let node: ViewNode
  let facet: FacetModel
  let views: [LaidView]
  let places: [Point]
  /// Between the labels of rows or columns and the title over them, besides the title's own padding.
  private static let titleGap = 10.0
  /// The extent of the plots alone.
  private(set) var frame: Bounds?

  init(model: ChartModel, node: ViewNode, facet: FacetModel, views: [LaidView], places: [Point]) {
    self.model = model
    self.node = node
    self.facet = facet
    self.views = views
    self.places = places
    var frame = Bounds.empty
    for (view, place) in zip(views, places) {
      frame.formUnion(view.frame.translated(place.x, place.y))
    }
    self.frame = frame.isEmpty ? nil : frame
  }

  /// Rows first, then columns, then the titles over them; `bounds` grows with each.
  mutating func nodes(around bounds: inout Bounds) -> [SceneNode] {
    let inner = bounds
    var nodes: [SceneNode] = []
    for channel in [Channel.row, .column] {
      nodes += self.nodes(channel, inner, &bounds)
    }
    return titles(inner, &bounds) + nodes
  }

  // MARK: one header for each row or column

  private func nodes(_ channel: Channel, _ inner: Bounds, _ bounds: inout Bounds) -> [SceneNode] {
    let isRow = channel == .row
    var items: [GuideSide: [GroupNode]] = [:]
    let spec = facetSpec(channel)
    let properties = spec.map { rules.properties($0) }
    let headerSide = properties.map { rules.side($0, channel, isTitle: false) }
    let lines =
      isRow ? Set(facet.cells.map(\.row)).sorted() : Set(facet.cells.map(\.column)).sorted()
    for line in lines {
      let indices = facet.cells.indices.filter {
        (isRow ? facet.cells[$0].row : facet.cells[$0].column) == line
      }
      guard let first = indices.first else { continue }
      let axes = sharedAxes(isRow ? .y : .x, facet.cells[first].view)
      var sides = Set(axes.map(\.model.side))
      if let headerSide, !facet.isWrapped { sides.insert(headerSide) }
      for side in sides.sorted(by: { $0.rawValue < $1.rawValue }) {
        let edge = edgeIndex(indices, side)
        let corner = corner(edge, side, inner)
        var children: [SceneNode] = []
        var extent = Bounds.empty
        for axis in axes where axis.model.side == side {
          if let node = axis.node() { children.append(node) }
          extent.formUnion(shifted(axis.bounds, side, views[edge].frame))
        }
        if side == headerSide, !facet.isWrapped, let spec {
          let header = rules.label(
            value(spec, line), spec, side, frame: views[edge].frame, around: extent)
          children.insert(header.node(), at: 0)
          extent.formUnion(header.bounds)
        }
        bounds.formUnion(extent.translated(corner.x, corner.y))
        let place = axisPlace(corner, side, views[edge].frame)
        items[side, default: []].append(
          GroupNode(
            translate: corner, children: moved(children, by: place - corner, axesOnly: true)))
      }
    }
    return items.sorted { $0.key.rawValue < $1.key.rawValue }.map { side, groups in
      let role =
        (isRow ? "row-" : "column-") + (side == .left || side == .top ? "header" : "footer")
      return .group(.scope(role: role, groups))
    }
  }

  /// Axes are laid out round a plot; in a header at the far side their plot lies before it.
  private func moved(_ nodes: [SceneNode], by offset: Point, axesOnly: Bool) -> [SceneNode] {
    guard offset != .zero else { return nodes }
    return nodes.map { node in
      guard case .group(var group) = node, group.classes.contains("role-axis") else { return node }
      group.children = group.children.map { child in
        guard case .group(var inner) = child else { return child }
        inner.translate = (inner.translate ?? .zero) + offset
        return .group(inner)
      }
      return .group(group)
    }
  }

  private func axisPlace(_ corner: Point, _ side: GuideSide, _ frame: Bounds) -> Point {
    switch side {
    case .bottom: Point(corner.x, corner.y - frame.height)
    case .right: Point(corner.x - frame.width, corner.y)
    default: corner
    }
  }

  private func shifted(_ bounds: Bounds, _ side: GuideSide, _ frame: Bounds) -> Bounds {
    switch side {
    case .bottom: bounds.translated(0, -frame.height)
    case .right: bounds.translated(-frame.width, 0)
    default: bounds
    }
  }

  /// The axes of a channel that the plots share.
  private func sharedAxes(_ channel: Channel, _ plot: ViewNode) -> [AxisLayout] {
    guard let parts = node.axes[channel], !parts.isEmpty else { return [] }
    let sample = plot.plots.first ?? plot
    return AxisSides(model: model).layouts(
      [channel: parts], width: sample.width, height: sample.height)
  }

  /// The plot of a row or column that stands next to the header.
  private func edgeIndex(_ indices: [Int], _ side: GuideSide) -> Int {
    let first = indices[0]
    switch side {
    case .left: return indices.min { places[$0].x < places[$1].x } ?? first
    case .right: return indices.max { places[$0].x < places[$1].x } ?? first
    case .top: return indices.min { places[$0].y < places[$1].y } ?? first
    case .bottom: return indices.max { places[$0].y < places[$1].y } ?? first
    }
  }

  /// Where a header's origin goes: at the edge of all plots with what stands round them.
  private func corner(_ index: Int, _ side: GuideSide, _ inner: Bounds) -> Point {
    let place = places[index]
    switch side {
    case .left: return Point(min(0, inner.x1.rounded(.down)), place.y)
    case .right: return Point(max(0, inner.x2.rounded(.up)), place.y)
    case .top: return Point(place.x, min(0, inner.y1.rounded(.down)))
    case .bottom: return Point(place.x, max(0, inner.y2.rounded(.up)))
    }
  }

  // MARK: labels

  private func facetSpec(_ channel: Channel) -> ChannelSpec? {
    channel == .row ? facet.spec.row : facet.spec.column ?? facet.spec.wrapped
  }

  private func value(_ spec: ChannelSpec, _ line: Int) -> ChartValue {
    let values = spec.channel == .row ? facet.rows : facet.columns
    return line < values.count ? values[line] : .undefined
  }

  private var rules: HeaderRules { HeaderRules(model: model) }

  // MARK: titles over all

  private func titles(_ inner: Bounds, _ bounds: inout Bounds) -> [SceneNode] {
    var nodes: [SceneNode] = []
    let gap = facet.isWrapped ? 0 : Self.titleGap
    for channel in [Channel.row, .column] {
      guard let spec = facetSpec(channel) else { continue }
      let properties = rules.properties(spec)
      let lines = title(spec, properties)
      guard lines.contains(where: { !$0.isEmpty }) else { continue }
      let side = rules.side(properties, channel, isTitle: true)
      var header = HeaderModel.title(lines, side: side)
      header.text = GuideStyle(config: model.config).text(
        properties, "title", style: "guide-title", limit: 0)
      header.padding = properties.number("titlePadding") ?? 10
      header.anchor =
        properties.string("titleAnchor").flatMap(GuideAnchor.init(rawValue:)) ?? .middle
      header.angle = properties.number("titleAngle")
      header.align = properties.string("titleAlign").flatMap(TextAlign.init(rawValue:))
      let layout = HeaderLayout(
        header, length: side.isHorizontal ? inner.width : inner.height, metrics: model.metrics)
      let place: Point =
        switch side {
        case .left: Point(bounds.x1 - gap, inner.y1)
        case .right: Point(bounds.x2 + gap, inner.y1)
        case .top: Point(inner.x1, bounds.y1 - gap)
        case .bottom: Point(inner.x1, bounds.y2 + gap)
        }
      bounds.formUnion(layout.bounds.translated(place.x, place.y))
      nodes.append(
        .group(
          .scope(
            role: channel == .row ? "row-title" : "column-title",
            [GroupNode(translate: place, children: [layout.node()])])))
    }
    return nodes
  }

  /// The title of a facet, with that of facets in it along the same direction, which themselves have none then.
  private func title(_ spec: ChannelSpec, _ properties: Properties) -> [String] {
    if case .facet(let outer) = node.parent?.kind, outer.spec[spec.channel] != nil { return [] }
    let own = ownTitle(spec, properties)
    guard case .facet(let inner) = facet.cells.first?.view.kind,
      let below = inner.spec[spec.channel]
    else { return own }
    let lower = ownTitle(below, rules.properties(below))
    let both = [own, lower].map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
    return both.isEmpty ? [] : [both.joined(separator: " / ")]
  }

  private func ownTitle(_ spec: ChannelSpec, _ properties: Properties) -> [String] {
    if spec.header.isOff { return [] }
    if properties.has("title") { return properties.lines("title") ?? [] }
    return TitleRules(config: model.config, columns: facet.facts).title(spec)
  }
}
