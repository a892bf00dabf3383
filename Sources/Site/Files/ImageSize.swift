/// The size of an image in pixels, read from the head of its file: a page that names it keeps the place free
/// while the image loads.
///
/// Known are PNG, GIF, JPEG, WebP and SVG with a size or a `viewBox`; of other files nothing is said.
struct ImageSize: Hashable {
  var width: Int
  var height: Int

  /// The size that a file tells; nil where it tells none that can be read.
  init?(_ bytes: [UInt8]) {
    guard
      let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.jpeg(bytes) ?? Self.webP(bytes)
        ?? Self.svg(bytes), size.width > 0, size.height > 0
    else { return nil }
    self = size
  }

  private init(_ width: Int, _ height: Int) {
    (self.width, self.height) = (width, height)
  }

  // MARK: Formats

  /// Portable Network Graphics, 11.2.1: the header comes first.
  private static func png(_ bytes: [UInt8]) -> ImageSize? {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature), bytes.count >= 24,
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    return ImageSize(big(bytes[16..<20]), big(bytes[20..<24]))
  }

  private static func gif(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.starts(with: "GIF8".utf8), bytes.count >= 10 else { return nil }
    return ImageSize(little(bytes[6..<8]), little(bytes[8..<10]))
  }

  /// JPEG (ITU T.81, B.2.2): the segments up to the first frame header.
  private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 <= bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return ImageSize(big(bytes[index + 7..<index + 9]), big(bytes[index + 5..<index + 7]))
      }
      index += 2 + max(2, big(bytes[index + 2..<index + 4]))
    }
    return nil
  }

  /// WebP (RFC 9649): lossy, lossless or extended.
  private static func webP(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.starts(with: "RIFF".utf8), bytes.count >= 30,
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      return ImageSize(little(bytes[26..<28]) & 0x3FFF, little(bytes[28..<30]) & 0x3FFF)
    case "VP8L":
      let bits = little(bytes[21..<25])
      return ImageSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case "VP8X":
      return ImageSize(little(bytes[24..<27]) + 1, little(bytes[27..<30]) + 1)
    default: return nil
    }
  }

  /// The size of the root element in pixels, else that of its `viewBox`.
  private static func svg(_ bytes: [UInt8]) -> ImageSize? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let open = head.firstRange(of: "<svg"),
      let close = head[open.upperBound...].firstIndex(of: ">")
    else { return nil }
    let root = head[open.upperBound..<close]
    if let width = attribute("width", of: root).flatMap(pixels),
      let height = attribute("height", of: root).flatMap(pixels)
    {
      return ImageSize(width, height)
    }
    let box = attribute("viewBox", of: root)?.split { $0 == " " || $0 == "," }
    guard let box, box.count == 4, let width = pixels(box[2]), let height = pixels(box[3]) else {
      return nil
    }
    return ImageSize(width, height)
  }

  private static func attribute(_ name: String, of element: Substring) -> Substring? {
    for quote in ["\"", "'"] {
      guard let start = element.firstRange(of: " \(name)=\(quote)")?.upperBound else { continue }
      return element[start...].prefix { String($0) != quote }
    }
    return nil
  }

  /// A length in pixels, with or without the unit, rounded.
  private static func pixels(_ text: Substring) -> Int? {
    let number = text.hasSuffix("px") ? text.dropLast(2) : text
    return Double(number).flatMap { (0.5..<1e6).contains($0) ? Int($0.rounded()) : nil }
  }

  // MARK: Numbers

  private static func big(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
