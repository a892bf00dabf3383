import Diagnostics

/// What may not stand in a YAML text at all, looked for before the text is parsed: LibYAML gives such
/// faults no place, and takes NEL, LS and PS for line breaks, which YAML 1.2 does not.
enum YAMLCharacters {
  /// A character that may not stand there.
  struct Forbidden {
    var position: SourcePosition
    var name: String
  }

  /// The first character that YAML forbids, in one pass; nil for nearly every text.
  static func firstForbidden(in bytes: UnsafeBufferPointer<UInt8>) -> Forbidden? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        index += 1
        continue
      }
      if isForbidden(bytes, at: index) { return forbidden(bytes, at: index) }
      index += 1
    }
    return nil
  }

  /// How many lines begin with `%`, as directives do.
  static func directiveCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.indices.count { index in
      bytes[index] == UInt8(ascii: "%")
        && (index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D)
    }
  }

  /// Whether a C0 or C1 control, DEL, U+2028, U+2029, a byte order mark inside the text, U+FFFE or
  /// U+FFFF begins at `index`.
  private static func isForbidden(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let left = bytes.count - index
    switch bytes[index] {
    case 0..<0x20, 0x7F: return true
    case 0xC2: return left > 1 && bytes[index + 1] < 0xA0
    case 0xE2: return left > 2 && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9
    case 0xEF where left > 2:
      let isMark = bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
      return isMark && index > 0 || bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    default: return false
    }
  }

  private static func forbidden(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Forbidden {
    let before = String(decoding: bytes[..<index], as: UTF8.self)
    let rest = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    let value = rest.unicodeScalars.first?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    return Forbidden(
      position: SourceFile(path: "", text: before).position(atByte: index),
      name: "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits)
  }
}
