#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Conversions between sRGB and the spaces in which colours are interpolated (d3-color 3).
///
/// A channel that a grey does not have, such as its hue, is NaN.
enum ColorSpace {
  /// Hue in degrees, saturation and lightness from 0 to 1.
  static func hsl(_ color: ChartColor) -> [Double] {
    let (r, g, b) = (color.red / 255, color.green / 255, color.blue / 255)
    let low = min(r, g, b)
    let high = max(r, g, b)
    let lightness = (high + low) / 2
    let spread = high - low
    guard spread > 0 else {
      return [.nan, lightness > 0 && lightness < 1 ? 0 : .nan, lightness]
    }
    let hue: Double
    if r == high {
      hue = (g - b) / spread + (g < b ? 6 : 0)
    } else if g == high {
      hue = (b - r) / spread + 2
    } else {
      hue = (r - g) / spread + 4
    }
    let divisor = lightness < 0.5 ? high + low : 2 - high - low
    return [hue * 60, spread / divisor, lightness]
  }

  static func fromHSL(_ c: [Double], opacity: Double) -> ChartColor {
    let turned = fmod(c[0], 360) + (c[0] < 0 ? 360 : 0)
    let hue = turned.isNaN ? 0 : turned
    let saturation = turned.isNaN || c[1].isNaN ? 0 : c[1]
    let m2 = c[2] + (c[2] < 0.5 ? c[2] : 1 - c[2]) * saturation
    let m1 = 2 * c[2] - m2
    func channel(_ h: Double) -> Double {
      let level =
        h < 60
        ? m1 + (m2 - m1) * h / 60 : h < 180 ? m2 : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1
      return level * 255
    }
    return ChartColor(
      red: channel(hue >= 240 ? hue - 240 : hue + 120), green: channel(hue),
      blue: channel(hue < 120 ? hue + 240 : hue - 120), opacity: opacity)
  }

  private static let white = (x: 0.96422, y: 1.0, z: 0.82521)
  private static let bend = 6.0 / 29

  /// CIELAB: lightness 0 to 100, a, b; relative to D50.
  static func lab(_ color: ChartColor) -> [Double] {
    let (r, g, b) = (linear(color.red), linear(color.green), linear(color.blue))
    let y = labCurve((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / white.y)
    if r == g, g == b { return [116 * y - 16, 0, 0] }
    let x = labCurve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white.x)
    let z = labCurve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white.z)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  static func fromLAB(_ c: [Double], opacity: Double) -> ChartColor {
    let level = (c[0] + 16) / 116
    let x = white.x * labInverse(c[1].isNaN ? level : level + c[1] / 500)
    let y = white.y * labInverse(level)
    let z = white.z * labInverse(c[2].isNaN ? level : level - c[2] / 200)
    return ChartColor(
      red: encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
      green: encoded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
      blue: encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), opacity: opacity)
  }

  /// CIELCh: hue in degrees, chroma, lightness 0 to 100.
  static func hcl(_ color: ChartColor) -> [Double] {
    let c = lab(color)
    if c[1] == 0, c[2] == 0 { return [.nan, c[0] > 0 && c[0] < 100 ? 0 : .nan, c[0]] }
    let hue = atan2(c[2], c[1]) * 180 / .pi
    return [hue < 0 ? hue + 360 : hue, (c[1] * c[1] + c[2] * c[2]).squareRoot(), c[0]]
  }

  static func fromHCL(_ c: [Double], opacity: Double) -> ChartColor {
    if c[0].isNaN { return fromLAB([c[2], 0, 0], opacity: opacity) }
    let hue = c[0] * .pi / 180
    return fromLAB([c[2], cos(hue) * c[1], sin(hue) * c[1]], opacity: opacity)
  }

  private static let helix = (a: -0.14861, b: 1.78277, c: -0.29227, d: -0.90649, e: 1.97294)

  /// Green's cubehelix: hue in degrees, saturation, lightness 0 to 1.
  static func cubehelix(_ color: ChartColor) -> [Double] {
    let (r, g, b) = (color.red / 255, color.green / 255, color.blue / 255)
    let (ed, eb) = (helix.e * helix.d, helix.e * helix.b)
    let rest = helix.b * helix.c - helix.d * helix.a
    let lightness = (rest * b + ed * r - eb * g) / (rest + ed - eb)
    let bl = b - lightness
    let k = (helix.e * (g - lightness) - helix.c * bl) / helix.d
    let saturation = (k * k + bl * bl).squareRoot() / (helix.e * lightness * (1 - lightness))
    guard saturation != 0, !saturation.isNaN else { return [.nan, saturation, lightness] }
    let hue = atan2(k, bl) * 180 / .pi - 120
    return [hue < 0 ? hue + 360 : hue, saturation, lightness]
  }

  static func fromCubehelix(_ c: [Double], opacity: Double) -> ChartColor {
    let hue = c[0].isNaN ? 0 : (c[0] + 120) * .pi / 180
    let a = c[1].isNaN ? 0 : c[1] * c[2] * (1 - c[2])
    let (cosine, sine) = (cos(hue), sin(hue))
    return ChartColor(
      red: 255 * (c[2] + a * (helix.a * cosine + helix.b * sine)),
      green: 255 * (c[2] + a * (helix.c * cosine + helix.d * sine)),
      blue: 255 * (c[2] + a * (helix.e * cosine)), opacity: opacity)
  }

  /// The light of an sRGB channel of 0 to 255, from 0 to 1.
  static func linear(_ channel: Double) -> Double {
    let value = channel / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ light: Double) -> Double {
    255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055)
  }

  private static func labCurve(_ t: Double) -> Double {
    t > bend * bend * bend ? cbrt(t) : t / (3 * bend * bend) + 4.0 / 29
  }

  private static func labInverse(_ t: Double) -> Double {
    t > bend ? t * t * t : 3 * bend * bend * (t - 4.0 / 29)
  }
}
