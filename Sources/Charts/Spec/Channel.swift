/// The channels that data is encoded by.
enum Channel: String, Hashable, Sendable, CaseIterable, Comparable {
  case x, y, x2, y2, xOffset, yOffset
  case xError, xError2, yError, yError2
  case theta, theta2, radius, radius2
  case longitude, latitude, longitude2, latitude2
  case color, fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash
  case size, shape, angle
  case text, tooltip, href, url, description
  case detail, key, order
  case row, column, facet

  static func < (a: Channel, b: Channel) -> Bool { a.index < b.index }

  private var index: Int { Channel.allCases.firstIndex(of: self) ?? 0 }

  /// x or y.
  var isPosition: Bool { self == .x || self == .y }

  /// xOffset or yOffset.
  var isOffset: Bool { self == .xOffset || self == .yOffset }

  /// theta or radius.
  var isPolar: Bool { self == .theta || self == .radius }

  /// color, fill or stroke.
  var isColour: Bool { self == .color || self == .fill || self == .stroke }

  /// row, column or facet.
  var isFacet: Bool { self == .row || self == .column || self == .facet }

  /// Whether values of the channel pass through a scale.
  var hasScale: Bool { Channel.scaled.contains(self) }

  /// Whether the channel's scale has a range of distinct values only.
  var isDiscreteRange: Bool { self == .shape || self == .strokeDash }

  /// The channels with a scale, in the order in which their scales are made.
  static let scaled: [Channel] = [
    .x, .y, .xOffset, .yOffset, .theta, .radius, .color, .fill, .stroke, .opacity, .fillOpacity,
    .strokeOpacity, .strokeWidth, .strokeDash, .size, .shape, .angle,
  ]

  /// The channels with a legend, in the order in which legends are made.
  static let legends: [Channel] = [
    .color, .size, .shape, .fill, .stroke, .strokeDash, .strokeWidth, .opacity,
  ]

  /// The channel of the same dimension that carries the scale: x for x2, y for yError.
  var main: Channel {
    switch self {
    case .x2, .xError, .xError2: .x
    case .y2, .yError, .yError2: .y
    case .theta2: .theta
    case .radius2: .radius
    case .longitude2: .longitude
    case .latitude2: .latitude
    default: self
    }
  }

  /// The second position of the dimension: x2 for x.
  var second: Channel? {
    switch self {
    case .x: .x2
    case .y: .y2
    case .theta: .theta2
    case .radius: .radius2
    case .longitude: .longitude2
    case .latitude: .latitude2
    default: nil
    }
  }

  /// The nested offset of a position channel.
  var offset: Channel? {
    switch self {
    case .x: .xOffset
    case .y: .yOffset
    default: nil
    }
  }
}

/// How the values of a field are measured.
enum Measurement: String, Hashable, Sendable, CaseIterable {
  case quantitative, ordinal, nominal, temporal, geojson

  /// Whether values are told apart rather than measured.
  var isDiscrete: Bool { self == .ordinal || self == .nominal }
}

/// What a view draws for its rows.
enum MarkType: String, Hashable, Sendable, CaseIterable {
  case bar, line, area, point, circle, square, tick, rule, rect, text, arc, trail, image, geoshape
  case errorbar, errorband, boxplot

  /// Marks that are expanded into layers of other marks.
  var isComposite: Bool { self == .errorbar || self == .errorband || self == .boxplot }

  /// Marks of which one figure stands for many rows.
  var isPath: Bool { self == .line || self == .area || self == .trail }

  /// Marks that fill a band of a discrete axis.
  var isRect: Bool { self == .bar || self == .rect || self == .image }

  /// point, circle and square.
  var isPointLike: Bool { self == .point || self == .circle || self == .square }
}
