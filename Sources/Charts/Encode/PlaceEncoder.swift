import Foundation

/// Where a row's mark stands on the plot: by x and y, by angle and radius, or on a map.
struct PlaceEncoder {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func place() -> (Row) -> Point {

    let positions = PositionEncoder(scope: scope)
    let (x, y) = (positions.point(.x, or: .middle), positions.point(.y, or: .middle))
    let isPolar =
      scope.encoding[.theta] != nil || scope.encoding[.radius] != nil
      || scope.properties.has("theta") || scope.properties.has("radius")
    guard isPolar else { return { Point(x($0), y($0)) } }
    let theta = positions.point(.theta, or: .zeroOrStart)
    let radius = positions.point(.radius, or: .middle)
    return { row in
      let (angle, length) = (theta(row), radius(row))
      return Point(x(row) + length * sin(angle), y(row) - length * cos(angle))
    }
  }
}
