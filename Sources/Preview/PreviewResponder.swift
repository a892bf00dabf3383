import Site

/// Answers requests from the site in memory. A pure function of the request and the current site.
package struct PreviewResponder: Sendable {
  /// The folder of the preview's own files, which no site can have: a dot folder is never published.
  static let ownFolder = ".ytterby/"

  private let site: PreviewSite
  private let hosts: Set<String>

  /// A responder.
  ///
  /// - Parameters:
  ///   - site: what is shown.
  ///   - port: the port served; only requests whose Host header names it on this machine are answered,
  ///     so that a page elsewhere cannot read the preview through a name of its own.
  package init(_ site: PreviewSite, port: Int) {
    self.site = site
    self.hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
  }

  /// The answer to a request.
  ///
  /// - Parameters:
  ///   - method: the HTTP method.
  ///   - path: the path, percent-decoded, beginning with `/`.
  ///   - host: the Host header.
  package func respond(method: String, path: String, host: String?) -> PreviewResponse {
    guard let host, hosts.contains(host.lowercased()) else {
      return .text(
        403, "The preview answers only at \(hosts.sorted().joined(separator: " and ")).\n")
    }
    guard method == "GET" || method == "HEAD" else {
      return .text(405, "Only GET and HEAD.\n")
    }
    guard let file = Self.file(path) else {
      return .text(400, "The path leaves the site.\n")
    }
    if file.hasPrefix(Self.ownFolder) { return own(String(file.dropFirst(Self.ownFolder.count))) }
    return page(file)
  }

  /// The output that a path names: `/a/` is `a/index.html`. Nil where a part of it is `..` or `.`.
  static func file(_ path: String) -> String? {
    guard path.first == "/", !path.utf8.contains(0) else { return nil }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(".."), !parts.contains("."), !path.contains("\\") else { return nil }
    let file = parts.joined(separator: "/")
    return file.isEmpty || file.hasSuffix("/") ? file + "index.html" : file
  }

  private func own(_ name: String) -> PreviewResponse {
    switch name {
    case "events":
      var response = PreviewResponse(status: 200, type: "text/event-stream", body: [])
      response.isEventStream = true
      return response
    case "reload.js":
      return PreviewResponse(
        status: 200, type: ContentType.of(name), body: Array(PreviewPanel.script.utf8))
    case "preview.css":
      return PreviewResponse(
        status: 200, type: ContentType.of(name), body: Array(PreviewPanel.style.utf8))
    default:
      return .text(404, "No such file of the preview.\n")
    }
  }

  private func page(_ file: String) -> PreviewResponse {
    let (output, failure) = site.current
    guard let output else {
      return failure.map { .html(500, PreviewPanel.page(failure: $0)) }
        ?? .html(503, PreviewPanel.page(failure: nil))
    }
    if let content = output.content(of: file) {
      return answer(content, at: file, status: 200, failure: failure)
    }
    if output.content(of: file + "/index.html") != nil {
      return .html(
        404, "<!doctype html><title>Folder</title><p><a href=\"\(last(file))/\">Open the folder</a>"
      )
    }
    if let missing = output.content(of: "404.html") {
      return answer(missing, at: "404.html", status: 404, failure: failure)
    }
    return .text(404, "No such page.\n")
  }

  /// The last part of a path, escaped for an attribute.
  private func last(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    return PreviewPanel.escaped(name)
  }

  private func answer(_ content: OutputContent, at file: String, status: Int, failure: String?)
    -> PreviewResponse
  {
    let bytes = content.withBytes { Array($0) }
    guard file.hasSuffix(".html") else {
      return PreviewResponse(status: status, type: ContentType.of(file), body: bytes)
    }
    return .html(
      status, PreviewPanel.inject(into: String(decoding: bytes, as: UTF8.self), failure: failure))
  }
}
