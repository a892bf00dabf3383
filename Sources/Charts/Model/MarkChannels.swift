/// Which channels each mark can show (Vega-Lite's `supportMark`).
enum MarkChannels {
  /// A channel that is left out, and why.
  struct Dropped {
    var spec: ChannelSpec
    var reason: String
  }

  /// The channels that the mark shows, and those that it does not.
  static func shown(
    _ encoding: TypedEncoding, by mark: MarkType, isFilled: Bool
  ) -> (encoding: TypedEncoding, dropped: [Dropped]) {
    var shown = encoding
    var dropped: [Dropped] = []
    let paint: Channel = isFilled ? .fill : .stroke
    shown.channels = encoding.channels.filter { spec in
      let reason = fault(spec, in: encoding, mark, paint: paint)
      if let reason { dropped.append(Dropped(spec: spec, reason: reason)) }
      return reason == nil
    }
    return (shown, dropped)
  }

  private static func fault(
    _ spec: ChannelSpec, in encoding: TypedEncoding, _ mark: MarkType, paint: Channel
  ) -> String? {
    let channel = spec.channel
    guard shows(channel, mark, encoding) else {
      return "the mark `\(mark.rawValue)` does not show the channel `\(channel.rawValue)`"
    }
    switch channel {
    case .size where mark == .line && spec.aggregate != nil:
      return "a line has one width: an aggregate as `size` is left out, the mark `trail` shows it"
    case .color where encoding[paint] != nil:
      return "`\(paint.rawValue)` decides on the colour, `color` is left out"
    case .xOffset, .yOffset:
      let main: Channel = channel == .xOffset ? .x : .y
      guard let position = encoding[main], position.isField, spec.isField,
        position.timeUnit == nil, position.type?.isDiscrete == false
      else { return nil }
      return "`\(channel.rawValue)` needs bands, and `\(main.rawValue)` is continuous"
    default:
      return nil
    }
  }

  private static func shows(_ channel: Channel, _ mark: MarkType, _ encoding: TypedEncoding) -> Bool
  {
    switch channel {
    case .x, .y, .xOffset, .yOffset, .latitude, .longitude:
      return mark != .geoshape
    case .x2, .y2, .latitude2, .longitude2:
      switch mark {
      case .area, .bar, .image, .rect, .rule: return true
      case .circle, .point, .square, .tick, .line, .trail:
        let main = encoding[channel == .x2 ? .x : channel == .y2 ? .y : channel.main]
        return encoding[channel]?.isField == true && main?.hasReadyBins == true
      default: return false
      }
    case .size:
      return mark.isPointLike || [.tick, .rule, .bar, .text, .line, .trail].contains(mark)
    case .strokeDash:
      return mark.isPointLike || [.line, .tick, .rule, .bar, .geoshape].contains(mark)
    case .shape: return mark == .point || mark == .geoshape
    case .text: return mark == .text
    case .angle: return [.point, .square, .text].contains(mark)
    case .url: return mark == .image
    case .theta, .radius: return mark == .text || mark == .arc
    case .theta2, .radius2: return mark == .arc
    default: return true
    }
  }
}
