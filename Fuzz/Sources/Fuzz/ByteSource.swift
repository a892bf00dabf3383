/// Choices made from an input's bytes, in their order; at the end, the first choice each time.
struct ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte, or 0.
  mutating func byte() -> UInt8 {
    guard position < bytes.count else { return 0 }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number from 0 up to, and without, `count`.
  mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    return count <= 256
      ? Int(byte()) % count : (Int(byte()) << 8 | Int(byte())) % count
  }

  /// All that is left, as text.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[min(position, bytes.count)...], as: UTF8.self)
  }

  /// The text up to the next line break, which is taken too.
  mutating func line() -> String {
    let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
    defer { position = min(end + 1, bytes.count) }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}
