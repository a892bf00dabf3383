/// The first line of an alert: `[!WORD]` alone.
struct AlertMarker {
  /// The word, as written.
  let word: String
  /// Whether the paragraph goes on after that line.
  let hasMore: Bool

  /// Reads the first line of a paragraph; nil where it is something else.
  init?(_ content: UnsafeBufferPointer<UInt8>) {
    guard content.starts(with: "[!".utf8) else { return nil }
    var index = 2
    while index < content.count, content[index] | 0x20 >= UInt8(ascii: "a"),
      content[index] | 0x20 <= UInt8(ascii: "z")
    {
      index += 1
    }
    guard index > 2, index < content.count, content[index] == UInt8(ascii: "]") else { return nil }
    word = String(decoding: content[2..<index], as: UTF8.self)
    index += 1
    while index < content.count, isBlank(content[index]) { index += 1 }
    guard index == content.count || content[index] == 10 || content[index] == 13 else { return nil }
    hasMore = content[index...].contains { $0 != 10 && $0 != 13 && !isBlank($0) }
  }
}
