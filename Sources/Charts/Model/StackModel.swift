/// How the marks of a unit are put on one another (Vega-Lite's `stack`).
struct StackModel: Sendable {
  /// The channel of the amounts.
  var channel: Channel
  var offset: StackSpec
  /// The columns whose values share one pile.
  var groupBy: [String]
  /// The columns that part a pile.
  var stackBy: [String]
  /// Whether groups that are missing count as nothing.
  var imputes: Bool

  private static let stackable: Set<MarkType> = [
    .arc, .bar, .area, .rule, .point, .circle, .square, .line, .text, .tick,
  ]
  private static let byDefault: Set<MarkType> = [.bar, .area, .arc]

  /// nil where nothing is stacked.
  init?(_ mark: MarkType, _ encoding: TypedEncoding, orient: Orientation?) {
    guard Self.stackable.contains(mark),
      let channel = Self.channel(.x, .y, encoding, mark, orient)
        ?? Self.channel(.theta, .radius, encoding, mark, orient),
      let amount = encoding[channel]
    else { return nil }
    let dimension: Channel =
      switch channel {
      case .x: .y
      case .y: .x
      case .theta: .radius
      default: .theta
      }
    let amountColumn = FieldNames.column(amount)
    var groupBy: [String] = []
    for key in [dimension, dimension.offset].compactMap({ $0 }) {
      if let column = encoding[key].flatMap(FieldNames.column), column != amountColumn {
        groupBy.append(column)
      }
    }
    stackBy = Self.parts(encoding, without: groupBy)
    let offset = amount.stack ?? (Self.byDefault.contains(mark) ? .zero : .none)
    guard offset != .none else { return nil }
    if encoding.isAggregated, stackBy.isEmpty { return nil }
    // Piles begin at zero, which a logarithmic scale does not show.
    if amount.scale.value?.string("type") == "log", amount.stack == nil { return nil }
    if let second = channel.second.flatMap({ encoding[$0] }), second.isField || second.datum != nil
    {
      return nil
    }
    self.channel = channel
    self.offset = offset
    self.groupBy = groupBy
    imputes = mark.isPath && amount.impute == nil
  }

  /// The columns of the channels that part a pile.
  private static func parts(_ encoding: TypedEncoding, without groupBy: [String]) -> [String] {
    let channels: [Channel] = [
      .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash,
      .size, .shape, .angle, .text, .detail, .key, .order, .href, .url, .description,
    ]
    var columns: [String] = []
    for spec in encoding.channels where channels.contains(spec.channel) {
      for part in [spec] + spec.conditions.map(\.definition) where part.aggregate == nil {
        guard let column = FieldNames.column(part), !groupBy.contains(column) else { continue }
        if !columns.contains(column) { columns.append(column) }
      }
    }
    return columns
  }

  private static func channel(
    _ a: Channel, _ b: Channel, _ encoding: TypedEncoding, _ mark: MarkType, _ orient: Orientation?
  ) -> Channel? {
    let (first, second) = (encoding[a], encoding[b])
    let isBarOrArea = a == .x && (mark == .bar || mark == .area)
    switch (first?.isAmount ?? false, second?.isAmount ?? false) {
    case (false, false): return nil
    case (true, false):
      return isBarOrArea && orient == .vertical && second?.isField != true ? nil : a
    case (false, true):
      return isBarOrArea && orient == .horizontal && first?.isField != true ? nil : b
    case (true, true):
      if let stack = first?.stack, stack != .none { return a }
      if let stack = second?.stack, stack != .none { return b }
      if (first?.aggregate != nil) != (second?.aggregate != nil) {
        return first?.aggregate != nil ? a : b
      }
      guard isBarOrArea, let orient else { return nil }
      return orient == .horizontal ? a : b
    }
  }
}

extension ChannelSpec {
  /// A field of amounts, which can be piled up.
  fileprivate var isAmount: Bool { isField && isUnbinnedQuantity }
}
