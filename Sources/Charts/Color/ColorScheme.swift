/// A named colour scheme of Vega: a list of colours to tell things apart, or a ramp.
public struct ColorScheme: Hashable, Sendable {
  /// What a scheme is made for.
  public enum Kind: Hashable, Sendable {
    /// A list of colours, taken one after the other.
    case categorical
    /// A ramp through the colours, at equal distances.
    case continuous
  }

  /// The name, in lower case.
  public let name: String
  /// List or ramp.
  public let kind: Kind
  /// The colours.
  public let colors: [ChartColor]

  /// A scheme of Vega by its name in any case, or nil where there is none of that name.
  public init?(named name: String) {
    let key = name.lowercased()
    guard let entry = SchemePalettes.entry(key) else { return nil }
    self.init(name: key, kind: entry.kind, colors: Self.unpack(entry.digits))
  }

  /// A scheme of one's own.
  public init(name: String, kind: Kind, colors: [ChartColor]) {
    self.name = name
    self.kind = kind
    self.colors = colors
  }

  /// The names of all schemes, for suggestions, in lower case and sorted.
  public static var names: [String] { SchemePalettes.names }

  /// The ramp from 0 to 1 over a part of it; reversed where the extent's first number is the larger.
  public func ramp(extent: ClosedRange<Double> = 0...1, isReversed: Bool = false)
    -> @Sendable (Double) -> ChartColor
  {
    let colors = ColorInterpolation().through(self.colors)
    let start = isReversed ? extent.upperBound : extent.lowerBound
    let distance = (isReversed ? extent.lowerBound : extent.upperBound) - start
    return { colors(start + distance * $0) }
  }

  /// The colours for a discrete range: a list is cut to `count` (nil: all), a ramp is sampled inside its
  /// ends, at `i / (count + 1)`, as Vega's `quantizeInterpolator` does.
  public func samples(_ count: Int?, extent: ClosedRange<Double> = 0...1) -> [ChartColor] {
    switch kind {
    case .categorical:
      return count.map { Array(colors.prefix(max(0, $0))) } ?? colors
    case .continuous:
      let count = max(0, min(count ?? colors.count, 10_000))
      let ramp = ramp(extent: extent)
      return (0..<count).map { ramp(Double($0 + 1) / Double(count + 1)) }
    }
  }

  private static func unpack(_ digits: String) -> [ChartColor] {
    let bytes = Array(digits.utf8)
    return stride(from: 0, to: bytes.count - 5, by: 6).map { start in
      let text = String(decoding: bytes[start..<start + 6], as: UTF8.self)
      return ChartColor(hex: UInt32(text, radix: 16) ?? 0)
    }
  }
}
