/// Addresses between the outputs of a site: relative, naming the file, so that they work at any path and
/// from a plain folder.
package enum RelativeAddress {
  /// The address of `target` as a page at `output` writes it, percent-encoded: `../index.html` for
  /// `index.html` from `countries/china.html`. Of the page itself, its fragment alone where it has one.
  ///
  /// - Parameter target: an output from the site's root, with `#id` where there is one; the id is not yet
  ///   encoded.
  package static func from(_ output: String, to target: some StringProtocol) -> String {
    var address = ""
    append(to: &address, from: output, target)
    return address
  }

  /// The same, added to a text.
  static func append(to text: inout String, from output: String, _ target: some StringProtocol) {
    let hash = target.utf8.firstIndex(of: UInt8(ascii: "#"))
    let path = target[..<(hash ?? target.endIndex)]
    if hash == nil || path.utf8.count != output.utf8.count || path != output {
      appendPath(to: &text, from: output, path)
    }
    if let hash {
      text += "#"
      text += PercentEncoding.encodedPath(target[target.utf8.index(after: hash)...])
    }
  }

  private static func appendPath(
    to text: inout String, from output: String, _ path: some StringProtocol
  ) {
    // The folders that both share, up to the last slash before the first difference.
    var shared = output.utf8.startIndex
    var rest = path.utf8.startIndex
    var a = shared
    var b = rest
    while a < output.utf8.endIndex, b < path.utf8.endIndex, output.utf8[a] == path.utf8[b] {
      let isSlash = output.utf8[a] == UInt8(ascii: "/")
      a = output.utf8.index(after: a)
      b = path.utf8.index(after: b)
      if isSlash { (shared, rest) = (a, b) }
    }
    for byte in output.utf8[shared...] where byte == UInt8(ascii: "/") { text += "../" }
    text += PercentEncoding.encodedPath(path[rest...])
  }
}
