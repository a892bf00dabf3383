import Documents

/// What error bars, error bands and box plots have in common: the axis of their values, the channels
/// beside it, and the making of their parts.
struct CompositeMark {
  let mark: MarkSpec
  let config: Properties
  let orient: Orientation
  /// The channel of the values.
  let axis: ChannelSpec
  /// The other channels, with bins and time units already computed by `prepared`.
  let others: EncodingSpec
  /// The transforms that compute those bins and time units.
  let prepared: [DocumentNode]
  /// The columns by which values are summarised.
  let groupBy: [String]
  let view: ViewSpec

  private static let own: Set<Channel> = [
    .x, .y, .x2, .y2, .xError, .xError2, .yError, .yError2, .tooltip,
  ]

  /// nil where there is no channel of values, which is reported.
  init?(_ view: ViewSpec, _ mark: MarkSpec, config: Config, context: SpecContext) {
    let typed = TypedEncoding(view.encoding, types: [:])
    let written = mark.properties.string("orient").flatMap(Orientation.init(rawValue:))
    let orient = written ?? Self.orient(typed)
    guard let axis = typed[orient.valueChannel], axis.field != nil else {
      context.error(
        "no-values", at: mark.range, "`\(mark.type.rawValue)` has no channel of values",
        expected: "a quantitative field on x or y")
      return nil
    }
    self.view = view
    self.mark = mark
    self.config = config.properties(mark.type.rawValue)
    self.orient = orient
    self.axis = axis
    var channels: [ChannelSpec] = []
    var transforms: [DocumentNode] = []
    var groupBy: [String] = []
    for spec in typed.channels
    where !Self.own.contains(spec.channel) || spec.channel == orient.crossChannel {
      let (channel, steps, columns) = Self.prepare(spec)
      channels.append(channel)
      transforms += steps
      for column in columns where !groupBy.contains(column) { groupBy.append(column) }
    }
    // What is told about a mark parts its rows as well.
    for spec in typed.all(.tooltip) where spec.aggregate == nil {
      if let field = spec.field, !groupBy.contains(field) { groupBy.append(field) }
    }
    others = EncodingSpec(channels: channels)
    prepared = transforms
    self.groupBy = groupBy
  }

  private static func orient(_ encoding: TypedEncoding) -> Orientation {
    let (x, y) = (encoding[.x], encoding[.y])
    guard x?.isContinuous == true else { return .vertical }
    guard y?.isContinuous == true else { return .horizontal }
    return y?.type == .temporal && x?.type != .temporal ? .horizontal : .vertical
  }

  /// A channel whose bins or time unit are computed before values are summarised.
  private static func prepare(_ spec: ChannelSpec) -> (ChannelSpec, [DocumentNode], [String]) {
    guard spec.isField, spec.aggregate == nil, let field = spec.field else { return (spec, [], []) }
    guard let unit = spec.timeUnit?.unit, !unit.isBinned else { return (spec, [], [field]) }
    var channel = spec
    let name = FieldNames.timeUnit(TimeUnitSpec(unit: unit), field)
    channel.field = name
    channel.timeUnit = TimeUnitSpec(
      unit: TimeUnit(unit.parts, step: unit.step, isUTC: unit.isUTC, isBinned: true))
    if case .unset = spec.title {
      let parts = unit.parts.map(\.rawValue).joined(separator: "-")
      channel.title = .given(["\(field) (\(parts))"])
    }
    let step = DocumentNode.mapping([
      "timeUnit": DocumentNode(.string(unit.fullName)), "field": DocumentNode(.string(field)),
      "as": DocumentNode(.string(name)),
    ])
    return (channel, [step], [name])
  }

  // MARK: parts

  /// The field of the values.
  var field: String { axis.field ?? "" }

  /// One part as a view; none where author and configuration leave it out.
  ///
  /// `from` and `to` are the prefixes of the columns between which it reaches.
  func part(
    _ name: String, _ type: MarkType, _ base: Properties = Properties(), from: String,
    to: String? = nil, channels: EncodingSpec? = nil
  ) -> [ViewSpec] {
    let own = mark.properties[name]
    let standard = config[name]
    let isWanted =
      own.map { $0.boolean != false && !$0.isNull }
      ?? standard.map { $0.boolean != false && !$0.isNull } ?? false
    guard isWanted else { return [] }
    var shared = Properties()
    for key in ["clip", "color", "opacity"] {
      if let value = mark.properties[key] { shared[key] = value }
    }
    var properties = (own?.mapping != nil ? Properties(own) : Properties())
      .over(base).over(shared).over(Properties(standard))
    let written = properties.string("type").flatMap(MarkType.init(rawValue:))
    properties.set("style", "\(mark.type.rawValue)-\(name)")
    properties.set("point", false)
    var layer = ViewSpec(
      range: view.range,
      content: .unit(MarkSpec(type: written ?? type, range: mark.range, properties: properties)))
    layer.encoding = channels ?? others
    layer.encoding[orient.valueChannel] = position(from)
    if let to, let second = orient.valueChannel.second {
      layer.encoding[second] = ChannelSpec(second, range: axis.range, field: column(to))
    }
    return [layer]
  }

  /// The name of a summary's column.
  func column(_ prefix: String) -> String {
    prefix.isEmpty ? field : "\(prefix)_\(FieldNames.flat(field))"
  }

  /// The channel of the values, read from a summary.
  private func position(_ prefix: String) -> ChannelSpec {
    var spec = axis
    spec.field = column(prefix)
    spec.type = .quantitative
    spec.aggregate = nil
    if case .unset = axis.title { spec.title = .given([field]) }
    return spec
  }

  // MARK: transforms

  func aggregate(_ fields: [(op: String, field: String, name: String)], key: String = "aggregate")
    -> DocumentNode
  {
    let nodes = fields.map { item in
      DocumentNode.mapping([
        "op": DocumentNode(.string(item.op)), "field": DocumentNode(.string(item.field)),
        "as": DocumentNode(.string(item.name)),
      ])
    }
    return .mapping([
      key: DocumentNode(.list(nodes)),
      "groupby": DocumentNode(.list(groupBy.map { DocumentNode(.string($0)) })),
    ])
  }

  func calculate(_ expression: String, as name: String) -> DocumentNode {
    .mapping([
      "calculate": DocumentNode(.string(expression)), "as": DocumentNode(.string(name)),
    ])
  }

  /// A member of the datum in an expression.
  func datum(_ name: String) -> String {
    "datum[" + JSONWriter.text(DocumentNode(.string(name))) + "]"
  }

  /// The view of the parts, with its own transforms after the view's.
  func layered(_ layers: [ViewSpec], transforms: [DocumentNode]) -> ViewSpec {
    var outer = view
    outer.encoding = EncodingSpec()
    outer.transforms = view.transforms + prepared + transforms
    outer.content = .layer(layers)
    return outer
  }
}
