/// Breaks texts into lines by the widths that drawings are laid out with, for those who draw texts
/// themselves.
package enum TextLines {
  /// The text in lines of at most a width in pixels, of the sans serif face.
  ///
  /// - Parameters:
  ///   - size: the size of the font in pixels.
  ///   - limit: how many lines there may be; the last then ends in an ellipsis.
  package static func wrapped(
    _ text: String, width: Double, size: Double, isBold: Bool = false, limit: Int
  ) -> [String] {
    let metrics = TextMetrics(coverage: .widestFallback)
    let font = Font(size: size, weight: isBold ? "bold" : nil)
    let lines = metrics.wrapped(text, to: width, font: font)
    guard lines.count > limit, limit > 0 else { return lines.prefix(max(limit, 0)).map { $0 } }
    let rest = lines[(limit - 1)...].joined(separator: " ")
    return lines.prefix(limit - 1) + [metrics.truncated(rest, to: width, font: font)]
  }
}
