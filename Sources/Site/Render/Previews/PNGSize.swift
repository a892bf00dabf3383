/// The size of a PNG picture in pixels, as its first chunk gives it (PNG, 11.2.2).
struct PNGSize: Equatable, Sendable {
  var width: Int
  var height: Int

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Reads the size; nil where the bytes are no PNG picture.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 24, bytes.starts(with: Self.signature),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    func number(at place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    width = number(at: 16)
    height = number(at: 20)
  }
}
