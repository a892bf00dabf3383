/// Where the body of a fenced block stands in the page.
enum FenceSource {
  /// How many columns stand before each line of the body: seen on its first line that is not blank.
  static func shift(of body: String, from firstLine: Int, in source: SourceText) -> Int {
    var number = firstLine
    for line in body.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      defer { number += 1 }
      guard line.contains(where: { !isBlank($0) && $0 != 13 }) else { continue }
      guard let page = source.line(number) else { return 0 }
      let length = line.last == 13 ? line.count - 1 : line.count
      return source.bytes[page.prefix(max(0, page.count - length))].count { $0 & 0xC0 != 0x80 }
    }
    return 0
  }

  /// Whether the block's last line is its closing fence.
  static func isClosed(
    _ node: MarkdownNode, _ fence: (length: Int, character: UInt8), in source: SourceText
  ) -> Bool {
    guard node.endLine > node.startLine, var line = source.line(node.endLine) else { return false }
    while let last = line.last, isBlank(source.bytes[last]) { line.removeLast() }
    var length = 0
    while let last = line.last, source.bytes[last] == fence.character {
      line.removeLast()
      length += 1
    }
    return length >= fence.length
      && line.allSatisfy { isBlank(source.bytes[$0]) || source.bytes[$0] == UInt8(ascii: ">") }
  }
}
