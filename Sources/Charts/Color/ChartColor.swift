/// A colour in sRGB with opacity. Channels may lie outside their bounds while they are interpolated;
/// they are clamped when the colour is written.
public struct ChartColor: Hashable, Sendable {
  /// Red, 0 to 255.
  public var red: Double
  /// Green, 0 to 255.
  public var green: Double
  /// Blue, 0 to 255.
  public var blue: Double
  /// Opacity, 0 (nothing to be seen) to 1.
  public var opacity: Double

  /// A colour by its channels.
  public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// An opaque colour of 24 bits, as `0x4c78a8`.
  public init(hex: UInt32) {
    self.init(
      red: Double(hex >> 16 & 0xff), green: Double(hex >> 8 & 0xff), blue: Double(hex & 0xff))
  }

  /// A colour as CSS writes it: a name, `#rgb`, `#rrggbb` (both also with alpha), `rgb()`, `rgba()`,
  /// `hsl()`, `hsla()`, `transparent`; nil for anything else.
  public init?(css text: String) {
    guard let color = CSSColorReader.read(text) else { return nil }
    self = color
  }

  /// The colour as d3-color and Vega print it: `rgb(r, g, b)`, or `rgba(r, g, b, a)` where it is not opaque.
  public var css: String {
    let channels = rounded.map(String.init).joined(separator: ", ")
    let alpha = clampedOpacity
    return alpha == 1
      ? "rgb(\(channels))" : "rgba(\(channels), \(JavaScriptNumber.text(alpha)))"
  }

  /// The colour as `#rrggbb`, with two more digits where it is not opaque.
  public var hex: String {
    var bytes = rounded
    if clampedOpacity < 1 { bytes.append(Int((clampedOpacity * 255).rounded())) }
    return bytes.reduce(into: "#") { text, byte in
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }

  /// The luminance relative to white, 0 to 1 (WCAG 2, relative luminance).
  public var luminance: Double {
    0.2126 * ColorSpace.linear(red) + 0.7152 * ColorSpace.linear(green)
      + 0.0722 * ColorSpace.linear(blue)
  }

  /// The contrast to another colour, from 1 to 21 (WCAG 2, contrast ratio).
  public func contrast(to other: ChartColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var rounded: [Int] {
    [red, green, blue].map { $0.isNaN ? 0 : Int((max(0, min(255, $0)) + 0.5).rounded(.down)) }
  }

  private var clampedOpacity: Double { opacity.isNaN ? 1 : max(0, min(1, opacity)) }
}
