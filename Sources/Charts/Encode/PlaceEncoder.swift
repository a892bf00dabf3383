import Documents
import Foundation

/// Where a row's mark stands on the plot: by x and y, by angle and radius, or on a map.
struct PlaceEncoder {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func place() -> (Row) -> Point {
    if let map = onMap(.longitude, .latitude) { return map }

    let positions = PositionEncoder(scope: scope)
    let (x, y) = (positions.point(.x, or: .middle), positions.point(.y, or: .middle))
    let isPolar =
      scope.encoding.has(.theta) || scope.encoding.has(.radius)
      || scope.properties.has("theta") || scope.properties.has("radius")
    guard isPolar else { return { Point(x($0), y($0)) } }
    let theta = positions.point(.theta, or: .zeroOrStart)
    let radius = positions.point(.radius, or: .middle)
    return { row in
      let (angle, length) = (theta(row), radius(row))
      return Point(x(row) + length * sin(angle), y(row) - length * cos(angle))
    }
  }

  /// The other end of a line on a map; nil for plots without a map.
  func secondPlace() -> ((Row) -> Point)? {
    onMap(.longitude2, .latitude2) ?? onMap(.longitude, .latitude)
  }

  private func onMap(_ longitude: Channel, _ latitude: Channel) -> ((Row) -> Point)? {
    guard let projection = scope.projection, let x = coordinate(longitude),
      let y = coordinate(latitude)
    else { return nil }
    let nowhere = Point(.nan, .nan)
    return { row in
      guard let point = projection.position(longitude: x(row), latitude: y(row)) else {
        return nowhere
      }
      return Point(point.x, point.y)
    }
  }

  private func coordinate(_ channel: Channel) -> Coordinate? {
    guard let spec = scope.encoding[channel] else { return nil }
    if let datum = spec.datum?.number { return { _ in datum } }
    guard let column = FieldNames.column(spec) else { return nil }
    let read = scope.reader(column)
    return { read($0).isMissing ? .nan : read($0).toNumber }
  }
}
