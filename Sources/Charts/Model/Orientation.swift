import Documents

/// The direction in which a mark's value runs.
enum Orientation: String, Sendable {
  case horizontal, vertical

  /// The channel of the value.
  var valueChannel: Channel { self == .vertical ? .y : .x }
  /// The channel across it.
  var crossChannel: Channel { self == .vertical ? .x : .y }
  var other: Orientation { self == .vertical ? .horizontal : .vertical }

  /// The orientation that types and second positions imply (Vega-Lite's `orient`), nil for marks
  /// without one.
  static func of(_ mark: MarkType, _ encoding: TypedEncoding, specified: String?) -> Orientation? {
    let given = specified.flatMap(Orientation.init(rawValue:))
    switch mark {
    case .bar: return bar(encoding, given)
    case .rule: return rule(encoding, given)
    case .area: return ranged(encoding) ?? plain(mark, encoding, given)
    case .line, .tick: return plain(mark, encoding, given)
    case .trail, .arc: return .vertical
    default: return nil
    }
  }

  private static func bar(_ encoding: TypedEncoding, _ given: Orientation?) -> Orientation? {
    let (x, y) = (encoding[.x], encoding[.y])
    let (x2, y2) = (encoding[.x2], encoding[.y2])
    if let x, x.hasReadyBins || (y?.aggregate != nil && x.isField && x.aggregate == nil) {
      return .vertical
    }
    if let y, y.hasReadyBins || (x?.aggregate != nil && y.isField && y.aggregate == nil) {
      return .horizontal
    }
    if x2 != nil || y2 != nil {
      if let given { return given }
      if x2 == nil {
        if x?.isMeasure == true, y?.hasReadyBins == true { return .horizontal }
        return .vertical
      }
      if y2 == nil {
        if y?.isMeasure == true, x?.hasReadyBins == true { return .vertical }
        return .horizontal
      }
      return nil
    }
    return plain(.bar, encoding, given)
  }

  private static func rule(_ encoding: TypedEncoding, _ given: Orientation?) -> Orientation? {
    if encoding[.x2] != nil, encoding[.y2] != nil,
      encoding[.x]?.hasReadyBins != true, encoding[.y]?.hasReadyBins != true
    {
      return nil
    }
    if let range = ranged(encoding) { return range }
    if encoding.has(.x), !encoding.has(.y) { return .vertical }
    if encoding.has(.y), !encoding.has(.x) { return .horizontal }
    return plain(.rule, encoding, given)
  }

  /// The direction of a second position.
  private static func ranged(_ encoding: TypedEncoding) -> Orientation? {
    if encoding[.y2] != nil { return encoding[.y]?.hasReadyBins == true ? .horizontal : .vertical }
    if encoding[.x2] != nil { return encoding[.x]?.hasReadyBins == true ? .vertical : .horizontal }
    return nil
  }

  private static func plain(
    _ mark: MarkType, _ encoding: TypedEncoding, _ given: Orientation?
  ) -> Orientation? {
    if let given { return given }
    let (x, y) = (encoding[.x], encoding[.y])
    // A tick lies across the axis of its value.
    let vertical: Orientation = mark == .tick ? .horizontal : .vertical
    switch (x?.isMeasure ?? false, y?.isMeasure ?? false) {
    case (true, false): return vertical.other
    case (false, true): return vertical
    case (true, true): return .vertical
    case (false, false):
      let (xIsTime, yIsTime) = (x?.isTime ?? false, y?.isTime ?? false)
      return xIsTime == yIsTime ? nil : xIsTime ? .vertical : .horizontal
    }
  }
}

extension ChannelSpec {
  /// An amount in its own unit, not cut into bins: a field, or a number that is written.
  fileprivate var isMeasure: Bool {
    if field == nil, let datum { return datum.number != nil }
    return isUnbinnedQuantity
  }

  /// Moments of a field.
  fileprivate var isTime: Bool { isField && type == .temporal }
}
