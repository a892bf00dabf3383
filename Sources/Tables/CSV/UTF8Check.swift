/// Finds what is not UTF-8.
enum UTF8Check {
  /// The first ill-formed bytes from an offset on: from one to three, as Unicode's "maximal subpart".
  static func firstFault(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    var index = start
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index = endOfASCII(bytes, index)
        continue
      }
      let (valid, length) = sequence(bytes, index)
      if !valid { return index..<index + length }
      index += length
    }
    return nil
  }

  /// The first byte from an ASCII byte on that is none, eight at a time.
  private static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// Whether a multi-byte sequence is well formed (Unicode, table 3-7), and the bytes that belong to it.
  private static func sequence(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (valid: Bool, length: Int) {
    let lead = bytes[start]
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return (false, 1)
    }
    for offset in 1..<length {
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard start + offset < bytes.count, allowed.contains(bytes[start + offset]) else {
        return (false, offset)
      }
    }
    return (true, length)
  }
}
