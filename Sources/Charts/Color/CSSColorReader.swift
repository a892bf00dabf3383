/// Reads colours in the notations of CSS Color 3 and the hexadecimal alpha of CSS Color 4.
enum CSSColorReader {
  static func read(_ text: String) -> ChartColor? {
    let word = JavaScriptNumber.trim(text).lowercased()
    if word.utf8.first == UInt8(ascii: "#") { return hexadecimal(word.utf8.dropFirst()) }
    if let open = word.firstIndex(of: "("), word.last == ")" {
      let inside = word[word.index(after: open)...].dropLast()
      return function(String(word[..<open]), inside)
    }
    if word == "transparent" { return ChartColor(red: 0, green: 0, blue: 0, opacity: 0) }
    return NamedColors.value(word).map(ChartColor.init(hex:))
  }

  private static func hexadecimal(_ digits: Substring.UTF8View) -> ChartColor? {
    var nibbles: [Double] = []
    for byte in digits {
      guard let value = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      nibbles.append(Double(value))
    }
    let channels: [Double]
    switch nibbles.count {
    case 3, 4: channels = nibbles.map { $0 * 17 }
    case 6, 8:
      channels = stride(from: 0, to: nibbles.count, by: 2).map {
        nibbles[$0] * 16 + nibbles[$0 + 1]
      }
    default: return nil
    }
    return ChartColor(
      red: channels[0], green: channels[1], blue: channels[2],
      opacity: channels.count == 4 ? channels[3] / 255 : 1)
  }

  private static func function(_ name: String, _ inside: Substring) -> ChartColor? {
    let separators: Set<Character> = [",", " ", "/", "\t"]
    let parts = inside.split { separators.contains($0) }
    guard parts.count == 3 || parts.count == 4 else { return nil }
    let alpha = parts.count == 4 ? number(parts[3], percentOf: 1) : 1
    guard let alpha else { return nil }
    switch name {
    case "rgb", "rgba":
      let channels = parts.prefix(3).compactMap { number($0, percentOf: 255) }
      guard channels.count == 3 else { return nil }
      return ChartColor(red: channels[0], green: channels[1], blue: channels[2], opacity: alpha)
    case "hsl", "hsla":
      let degrees = parts[0].hasSuffix("deg") ? parts[0].dropLast(3) : parts[0]
      guard let hue = number(degrees, percentOf: 360),
        let saturation = percent(parts[1]), let lightness = percent(parts[2])
      else { return nil }
      return ColorSpace.fromHSL([hue, saturation, lightness], opacity: alpha)
    default:
      return nil
    }
  }

  private static func number(_ text: Substring, percentOf whole: Double) -> Double? {
    if text.last == "%" { return percent(text).map { $0 * whole } }
    return JavaScriptNumber.isDecimal(text) ? Double(text) : nil
  }

  private static func percent(_ text: Substring) -> Double? {
    guard text.last == "%", JavaScriptNumber.isDecimal(text.dropLast()) else { return nil }
    return Double(text.dropLast()).map { $0 / 100 }
  }
}
