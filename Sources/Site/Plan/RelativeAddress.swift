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
    let rest = sharedFolders(output, path)
    for byte in output.utf8.dropFirst(rest) where byte == UInt8(ascii: "/") { text += "../" }
    text += PercentEncoding.encodedPath(
      path[path.utf8.index(path.utf8.startIndex, offsetBy: rest)...])
  }

  /// How many bytes the folders are long that both paths share.
  private static func sharedFolders(_ a: String, _ b: some StringProtocol) -> Int {
    var length = 0
    var shared = 0
    for (x, y) in zip(a.utf8, b.utf8) {
      guard x == y else { break }
      length += 1
      if x == UInt8(ascii: "/") { shared = length }
    }
    return shared
  }
}
