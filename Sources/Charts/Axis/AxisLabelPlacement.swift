import Foundation

/// Which corner of a turned label stands at its tick: Vega-Lite's rules.
enum AxisLabelPlacement {
  /// The alignment of labels at a side; nil where Vega's own default holds.
  static func align(angle: Double, side: GuideSide) -> TextAlign? {
    let angle = normalized(angle)
    let upright = side.isHorizontal ? 0.0 : 90
    if angle.truncatingRemainder(dividingBy: 180) == upright {
      return side.isHorizontal ? nil : .center
    }
    let main: GuideSide = side.isHorizontal ? .bottom : .left
    let leansForward = upright < angle && angle < 180 + upright
    return leansForward == (side == main) ? .left : .right
  }

  /// The baseline of labels at a side; nil where Vega's own default holds.
  static func baseline(angle: Double, side: GuideSide) -> TextBaseline? {
    let angle = normalized(angle)
    if side.isHorizontal {
      if angle <= 45 || angle >= 315 { return side == .top ? .bottom : .top }
      if angle >= 135, angle <= 225 { return side == .top ? .top : .bottom }
      return .middle
    }
    if angle <= 45 || angle >= 315 || (angle >= 135 && angle <= 225) { return nil }
    if angle >= 45, angle <= 135 { return side == .left ? .top : .bottom }
    return side == .left ? .bottom : .top
  }

  private static func normalized(_ angle: Double) -> Double {
    let rest = angle.truncatingRemainder(dividingBy: 360)
    return rest < 0 ? rest + 360 : rest
  }
}
