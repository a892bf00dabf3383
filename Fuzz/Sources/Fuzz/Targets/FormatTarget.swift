import Tables

/// A format on the first line, and a text that it reads or a number that it shows on the second.
enum FormatTarget {
  private static let numbers = [
    0, -0.0, 1, -1, 0.5, 9.995, 1234.5678, -1e21, 1e-7, 1e308, 5e-324, .infinity, .nan,
  ]
  private static let times = [
    0, -1, 1_709_164_800_000, -62_135_596_800_000, 8.64e15, 1e300, -.infinity, .nan,
  ]

  static func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let specifier = source.line()
    let text = source.rest()
    if let format = try? NumberFormat(specifier) {
      for number in numbers { _ = format.format(number) }
      if let number = Double(text) { _ = format.format(number) }
      _ = format.format(text: text)
    }
    if let format = try? TimeFormat(specifier) {
      for time in times { _ = format.format(time) }
      for text in [text, specifier] {
        if let time = format.parse(text) { _ = format.format(time) }
        _ = format.parseStrictly(text)
      }
    }
  }
}
