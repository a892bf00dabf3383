#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The way between two colours (d3-interpolate 3, by the names of Vega's `interpolate`).
public struct ColorInterpolation: Hashable, Sendable {
  /// The space in which the way is straight; the long variants take hues the long way round.
  public enum Space: String, Hashable, Sendable, CaseIterable {
    /// sRGB.
    case rgb
    /// Hue, saturation, lightness.
    case hsl
    /// The same, the long way round.
    case hslLong = "hsl-long"
    /// CIELAB.
    case lab
    /// CIELCh.
    case hcl
    /// The same, the long way round.
    case hclLong = "hcl-long"
    /// Green's cubehelix.
    case cubehelix
    /// The same, the long way round.
    case cubehelixLong = "cubehelix-long"
  }

  /// The space.
  public var space: Space
  /// The exponent for `rgb` and the cubehelices; 1 leaves the way as it is.
  public var gamma: Double

  /// A way of interpolation.
  public init(_ space: Space = .rgb, gamma: Double = 1) {
    self.space = space
    self.gamma = gamma
  }

  /// The function from 0...1 to the colours between two.
  public func between(_ a: ChartColor, _ b: ChartColor) -> @Sendable (Double) -> ChartColor {
    let opacity = ColorChannel(a.opacity, b.opacity)
    let gamma = self.gamma
    if space == .rgb {
      let channels = [
        ColorChannel(a.red, b.red, gamma: gamma), ColorChannel(a.green, b.green, gamma: gamma),
        ColorChannel(a.blue, b.blue, gamma: gamma),
      ]
      return { t in
        ChartColor(
          red: channels[0].value(t), green: channels[1].value(t), blue: channels[2].value(t),
          opacity: opacity.value(t))
      }
    }
    let channels = zip(coordinates(a), coordinates(b)).enumerated().map { place, pair in
      place == 0 && hasHue && !isLong
        ? ColorChannel(hue: pair.0, pair.1) : ColorChannel(pair.0, pair.1)
    }
    let build = builder
    let bends = space == .cubehelix || space == .cubehelixLong
    return { t in
      let third = channels[2].value(bends && gamma != 1 ? pow(t, gamma) : t)
      return build([channels[0].value(t), channels[1].value(t), third], opacity.value(t))
    }
  }

  /// The function from 0...1 through several colours at equal distances (d3's `piecewise`).
  public func through(_ colors: [ChartColor]) -> @Sendable (Double) -> ChartColor {
    guard let first = colors.first else {
      return { _ in ChartColor(red: 0, green: 0, blue: 0, opacity: 0) }
    }
    guard colors.count > 1 else { return { _ in first } }
    let pieces = zip(colors, colors.dropFirst()).map(between)
    return { t in
      let scaled = (t.isNaN ? 0 : t) * Double(pieces.count)
      let index = max(0, min(pieces.count - 1, Int(max(-1, min(scaled, 1e6)).rounded(.down))))
      return pieces[index](scaled - Double(index))
    }
  }

  private var hasHue: Bool { space != .rgb && space != .lab }

  private var isLong: Bool {
    space == .hslLong || space == .hclLong || space == .cubehelixLong
  }

  private func coordinates(_ color: ChartColor) -> [Double] {
    switch space {
    case .rgb: [color.red, color.green, color.blue]
    case .hsl, .hslLong: ColorSpace.hsl(color)
    case .lab: ColorSpace.lab(color)
    case .hcl, .hclLong: ColorSpace.hcl(color)
    case .cubehelix, .cubehelixLong: ColorSpace.cubehelix(color)
    }
  }

  private var builder: @Sendable ([Double], Double) -> ChartColor {
    switch space {
    case .rgb: { ChartColor(red: $0[0], green: $0[1], blue: $0[2], opacity: $1) }
    case .hsl, .hslLong: { ColorSpace.fromHSL($0, opacity: $1) }
    case .lab: { ColorSpace.fromLAB($0, opacity: $1) }
    case .hcl, .hclLong: { ColorSpace.fromHCL($0, opacity: $1) }
    case .cubehelix, .cubehelixLong: { ColorSpace.fromCubehelix($0, opacity: $1) }
    }
  }
}

/// One channel's way: linear, or constant where one end has no such channel.
private struct ColorChannel: Sendable {
  var start: Double
  var distance: Double
  var exponent = 1.0

  init(_ a: Double, _ b: Double, gamma: Double = 1) {
    start = a.isNaN ? b : a
    distance = a.isNaN || b.isNaN ? 0 : b - a
    if gamma != 1, distance != 0 {
      start = pow(a, gamma)
      distance = pow(b, gamma) - start
      exponent = 1 / gamma
    }
  }

  /// The short way round the circle of hues.
  init(hue a: Double, _ b: Double) {
    self.init(a, b)
    if distance > 180 || distance < -180 {
      distance -= 360 * ((distance / 360) + 0.5).rounded(.down)
    }
  }

  func value(_ t: Double) -> Double {
    let value = start + distance * t
    return exponent == 1 ? value : pow(value, exponent)
  }
}
