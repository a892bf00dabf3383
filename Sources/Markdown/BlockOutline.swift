/// Finds the lines of a page's paragraphs, headings and table rows without reading their inlines.
enum BlockOutline {
  /// The lines of each block that holds inlines, in order.
  ///
  /// The library itself finds them, in a copy of the page whose expensive marks have been replaced by
  /// an equals sign: a byte that ends what they would end in tags and can open no block there. The
  /// first mark of a line may open a block and stays.
  static func leafLines(
    of bytes: UnsafeBufferPointer<UInt8>, options: MarkdownOptions
  ) -> [ClosedRange<Int>] {
    let copy = disarmed(bytes)
    let memory = TreeMemory.Hold()
    defer { withExtendedLifetime(memory) {} }
    let root = copy.withUnsafeBufferPointer {
      CMark.parse($0, options: options, hasTilde: false)
    }
    guard let root else { return [] }
    var lines: [ClosedRange<Int>] = []
    CMark.walk(root) { enters, node in
      guard enters else { return }
      switch node.kind {
      case .paragraph, .heading, .table:
        let first = node.startLine > 0 ? node.startLine : node.next?.startLine ?? 1
        lines.append(first...max(first, node.kind == .table ? first : node.endLine))
      case .tableRow: lines.append(max(node.startLine, 1)...max(node.startLine, 1))
      default: break
      }
    }
    return lines
  }

  private static func disarmed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var copy = Array(bytes)
    var isFirst = true
    var index = 0
    while index < copy.count {
      defer { index += 1 }
      switch copy[index] {
      case 10, 13: isFirst = true
      case 0x20, 9, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      case UInt8(ascii: "<") where isFirst:
        isFirst = false
        // `<![CDATA[` opens a block with its brackets.
        if copy[index...].starts(with: "<![CDATA[".utf8) { index += 8 }
      case UInt8(ascii: "[") where isFirst:
        isFirst = false
        let isNote = index + 1 < copy.count && copy[index + 1] == UInt8(ascii: "^")
        if !isNote { copy[index] = UInt8(ascii: "x") }
      case UInt8(ascii: "["), UInt8(ascii: "<"): copy[index] = UInt8(ascii: "=")
      default: isFirst = false
      }
    }
    return copy
  }
}
