extension SiteConfiguration {
  /// The address of an output on the web, percent-encoded, with `index.html` left out; nil for a site
  /// without `url`.
  ///
  /// - Parameter output: a file from the site's root, with `#id` where there is one.
  package func address(of output: String) -> String? {
    guard let url else { return nil }
    let hash = output.utf8.firstIndex(of: UInt8(ascii: "#")) ?? output.endIndex
    var path = output[..<hash]
    if path == "index.html" || path.hasSuffix("/index.html") {
      path.removeLast("index.html".count)
    }
    var address = url + PercentEncoding.encodedPath(path)
    if hash < output.endIndex {
      address += "#" + PercentEncoding.encodedPath(output[output.utf8.index(after: hash)...])
    }
    return address
  }
}
