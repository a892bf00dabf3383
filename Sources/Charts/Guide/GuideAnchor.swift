/// Where along a side a title or a legend stands.
enum GuideAnchor: String, Hashable, Sendable, CaseIterable {
  case start, middle, end

  /// The way along the side, from 0 to 1.
  var fraction: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }

  /// The alignment of a text that stands there.
  var align: TextAlign {
    switch self {
    case .start: .left
    case .middle: .center
    case .end: .right
    }
  }
}

/// A side of the plot.
enum GuideSide: String, Hashable, Sendable, CaseIterable {
  case top, bottom, left, right

  /// Whether guides there run along x.
  var isHorizontal: Bool { self == .top || self == .bottom }
  /// Away from the plot: -1 for left and top, 1 for right and bottom.
  var sign: Double { self == .top || self == .left ? -1 : 1 }
}
