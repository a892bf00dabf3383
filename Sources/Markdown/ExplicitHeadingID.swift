/// The id that an author sets at the end of a heading: `## Output {#output}`.
enum ExplicitHeadingID {
  /// Reads the id from a heading's raw text and takes its text out of the tree.
  static func take(from heading: MarkdownNode) -> String? {
    var bytes = heading.content[...]
    while let last = bytes.last, isBlank(last) || last == 10 || last == 13 { bytes.removeLast() }
    guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")),
      open + 2 < bytes.endIndex - 1, bytes[open + 1] == UInt8(ascii: "#")
    else { return nil }
    let id = bytes[(open + 2)..<(bytes.endIndex - 1)]
    guard id.allSatisfy(isIDByte), let last = heading.lastChild, last.kind == .text else {
      return nil
    }
    var text = last.literal
    guard remove(from: &text) else { return nil }
    last.setLiteral(text)
    return String(decoding: id, as: UTF8.self)
  }

  /// Cuts a text before its last `{#` and the blanks there; false where it has none.
  @discardableResult static func remove(from text: inout String) -> Bool {
    guard let open = text.utf8.lastIndex(of: UInt8(ascii: "{")) else { return false }
    text.removeSubrange(open...)
    while text.last == " " { text.removeLast() }
    return true
  }
}
