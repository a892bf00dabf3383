extension SiteConfiguration {
  /// The address of an output on the web, percent-encoded, with `index.html` left out; nil for a site
  /// without `url`.
  ///
  /// - Parameter output: a file from the site's root, with `#id` where there is one.
  package func address(of output: String) -> String? {
    guard let url else { return nil }
    var path = output
    if path == "index.html" || path.hasSuffix("/index.html") {
      path.removeLast("index.html".count)
    }
    let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = PercentEncoding.encodedPath(parts.first ?? "")
    return parts.count == 2 ? "\(url)\(file)#\(PercentEncoding.encodedPath(parts[1]))" : url + file
  }
}
