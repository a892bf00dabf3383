#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The formulas that lay the unit sphere on a plane, from radians (d3-geo, `projection/*.js`).
struct RawProjection: Sendable {
  /// From longitude and latitude to the plane, y upwards.
  let apply: @Sendable (GeoPoint) -> GeoPoint

  static let equirectangular = RawProjection { $0 }

  static let mercator = RawProjection { p in
    GeoPoint(p.x, log(tan((Geo.halfPi + p.y) / 2)))
  }

  static let transverseMercator = RawProjection { p in
    GeoPoint(log(tan((Geo.halfPi + p.y) / 2)), -p.x)
  }

  static let orthographic = RawProjection { p in
    GeoPoint(cos(p.y) * sin(p.x), sin(p.y))
  }

  static let naturalEarth1 = RawProjection { p in
    let phi2 = p.y * p.y
    let phi4 = phi2 * phi2
    return GeoPoint(
      p.x
        * (0.8707 - 0.131979 * phi2 + phi4
          * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4))),
      p.y * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4))))
  }

  static let equalEarth = RawProjection { p in
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    let m = 3.0.squareRoot() / 2
    let l = Geo.asin(m * sin(p.y))
    let l2 = l * l
    let l6 = l2 * l2 * l2
    return GeoPoint(
      p.x * cos(l) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2))),
      l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2)))
  }

  static let mollweide = RawProjection { p in
    var theta = p.y
    let target = Double.pi * sin(p.y)
    for _ in 0..<30 {
      let step = (theta + sin(theta) - target) / (1 + cos(theta))
      if !step.isFinite || step.magnitude < 1e-12 { break }
      theta -= step
    }
    let scale = 2 * 2.0.squareRoot() / Double.pi
    return GeoPoint(scale * p.x * cos(theta / 2), 2.0.squareRoot() * sin(theta / 2))
  }

  /// Projections about the middle, by the stretch for the cosine of the distance from it.
  static func azimuthal(_ stretch: @escaping @Sendable (Double) -> Double) -> RawProjection {
    RawProjection { p in
      let k = stretch(cos(p.x) * cos(p.y))
      if k.isInfinite { return GeoPoint(2, 0) }
      return GeoPoint(k * cos(p.y) * sin(p.x), k * sin(p.y))
    }
  }

  static let azimuthalEqualArea = azimuthal { (2 / (1 + $0)).squareRoot() }

  static let azimuthalEquidistant = azimuthal { cosine in
    let distance = Geo.acos(cosine)
    return distance == 0 ? 0 : distance / sin(distance)
  }

  static let gnomonic = azimuthal { 1 / $0 }

  static let stereographic = azimuthal { 1 / (1 + $0) }

  static func conicEqualArea(_ y0: Double, _ y1: Double) -> RawProjection {
    let sine = sin(y0)
    let n = (sine + sin(y1)) / 2
    if n.magnitude < Geo.epsilon {
      let cosine = cos(y0)
      return RawProjection { GeoPoint($0.x * cosine, sin($0.y) / cosine) }
    }
    let c = 1 + sine * (2 * n - sine)
    let r0 = c.squareRoot() / n
    return RawProjection { p in
      let r = max(0, c - 2 * n * sin(p.y)).squareRoot() / n
      return GeoPoint(r * sin(p.x * n), r0 - r * cos(p.x * n))
    }
  }

  static func conicConformal(_ y0: Double, _ y1: Double) -> RawProjection {
    func tangent(_ y: Double) -> Double { tan((Geo.halfPi + y) / 2) }
    let n = y0 == y1 ? sin(y0) : log(cos(y0) / cos(y1)) / log(tangent(y1) / tangent(y0))
    if n == 0 || n.isNaN { return mercator }
    let f = cos(y0) * pow(tangent(y0), n) / n
    return RawProjection { p in
      let limit = Geo.halfPi - Geo.epsilon
      let y = f > 0 ? max(p.y, -limit) : min(p.y, limit)
      let r = f / pow(tan((Geo.halfPi + y) / 2), n)
      return GeoPoint(r * sin(n * p.x), f - r * cos(n * p.x))
    }
  }

  static func conicEquidistant(_ y0: Double, _ y1: Double) -> RawProjection {
    let n = y0 == y1 ? sin(y0) : (cos(y0) - cos(y1)) / (y1 - y0)
    if n.magnitude < Geo.epsilon { return equirectangular }
    let g = cos(y0) / n + y0
    return RawProjection { p in
      let r = g - p.y
      return GeoPoint(r * sin(n * p.x), g - r * cos(n * p.x))
    }
  }
}
