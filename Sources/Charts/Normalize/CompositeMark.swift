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
  /// What channels beside the values aggregate.
  let summaries: [Summary]
  let view: ViewSpec

  /// An aggregate with the name of its column.
  struct Summary {
    var op: String
    var field: String
    var name: String
  }

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
    var summaries: [Summary] = []
    let titles = TitleRules(config: config, columns: ColumnFacts())
    for spec in typed.channels
    where !Self.own.contains(spec.channel) || spec.channel == orient.crossChannel {
      let prepared = Self.prepare(spec, titles)
      channels += prepared.channels
      transforms += prepared.transforms
      summaries += prepared.summaries
      for column in prepared.groupBy where !groupBy.contains(column) { groupBy.append(column) }
    }
    // What is told about a mark parts its rows as well.
    for spec in typed.all(.tooltip) where spec.aggregate == nil {
      if let field = spec.field, !groupBy.contains(field) { groupBy.append(field) }
    }
    others = EncodingSpec(channels: channels)
    prepared = transforms
    self.groupBy = groupBy
    self.summaries = summaries
  }

  private static func orient(_ encoding: TypedEncoding) -> Orientation {
    let (x, y) = (encoding[.x], encoding[.y])
    guard x?.isContinuous == true else { return .vertical }
    guard y?.isContinuous == true else { return .horizontal }
    return y?.type == .temporal && x?.type != .temporal ? .horizontal : .vertical
  }

  /// What becomes of a channel whose bins, time unit or aggregate are computed with the summary of values
  /// (Vega-Lite's `extractTransformsFromEncoding`).
  private struct Prepared {
    var channels: [ChannelSpec]
    var transforms: [DocumentNode] = []
    var groupBy: [String] = []
    var summaries: [Summary] = []
  }

  private static func prepare(_ spec: ChannelSpec, _ titles: TitleRules) -> Prepared {
    guard spec.isField, let name = FieldNames.column(spec) else {
      return Prepared(channels: [spec])
    }
    var channel = spec
    if case .unset = spec.title { channel.title = .given(titles.title(spec)) }
    if case .named(let op) = spec.aggregate {
      channel.field = name
      channel.aggregate = nil
      return Prepared(
        channels: [channel], summaries: [Summary(op: op, field: spec.field ?? "", name: name)])
    }
    guard let field = spec.field, spec.aggregate == nil else { return Prepared(channels: [spec]) }
    if let parameters = spec.bin?.parameters { return binned(channel, parameters, field, name) }
    guard let unit = spec.timeUnit?.unit, !unit.isBinned else {
      return Prepared(channels: [spec], groupBy: [field])
    }
    channel.field = name
    channel.timeUnit = nil
    if spec.type?.isDiscrete == true { channel.formatAsTime() }
    let step = DocumentNode.mapping([
      "timeUnit": DocumentNode(.string(unit.fullName)), "field": DocumentNode(.string(field)),
      "as": DocumentNode(.string(name)),
    ])
    return Prepared(channels: [channel], transforms: [step], groupBy: [name])
  }

  private static func binned(
    _ spec: ChannelSpec, _ parameters: Properties, _ field: String, _ name: String
  ) -> Prepared {
    var channel = spec
    channel.field = name
    channel.bin = .binned(Properties())
    channel.type = .quantitative
    var channels = [channel]
    if let second = spec.channel.second {
      channels.append(ChannelSpec(second, range: spec.range, field: name + "_end"))
    }
    let entries = parameters.values.sorted { $0.key < $1.key }.map {
      DocumentMapping.Entry(key: $0.key, value: $0.value)
    }
    let bin =
      entries.isEmpty
      ? DocumentNode(.boolean(true)) : DocumentNode(.mapping(DocumentMapping(entries)))
    let step = DocumentNode.mapping([
      "bin": bin, "field": DocumentNode(.string(field)), "as": DocumentNode(.string(name)),
    ])
    return Prepared(channels: channels, transforms: [step], groupBy: [name, name + "_end"])
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
    let own = fields.map { Summary(op: $0.op, field: $0.field, name: $0.name) }
    let nodes = ((key == "aggregate" ? summaries : []) + own).map { item in
      var entries: [DocumentMapping.Entry] = [
        .init(key: "op", value: DocumentNode(.string(item.op))),
        .init(key: "as", value: DocumentNode(.string(item.name))),
      ]
      if !item.field.isEmpty {
        entries.append(.init(key: "field", value: DocumentNode(.string(item.field))))
      }
      return DocumentNode(.mapping(DocumentMapping(entries)))
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

extension ChannelSpec {
  /// Has guides write the channel's values as moments.
  fileprivate mutating func formatAsTime() {
    func dated(_ setting: Setting<Properties>) -> Setting<Properties> {
      if setting.isOff { return setting }
      var properties = setting.value ?? Properties()
      if properties["formatType"] == nil { properties.set("formatType", "time") }
      return .given(properties)
    }
    if channel.isPosition {
      axis = dated(axis)
    } else {
      legend = dated(legend)
    }
  }
}
