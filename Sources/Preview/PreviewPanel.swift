/// What the preview adds to a page: the script that reloads it, and the report of a failed build.
enum PreviewPanel {
  /// Listens for events and reloads; when the server is gone it tries again by itself.
  static let script = """
    new EventSource("/.ytterby/events").addEventListener("reload", () => location.reload());

    """

  static let style = """
    .ytterby-failure { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 100;
      margin: 0; padding: 1rem; background: #fff4f2; color: #1a1d21; border-top: 4px solid #b3261e;
      font: 0.875rem/1.5 system-ui, sans-serif; }
    .ytterby-failure pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; background: none; color: inherit; }

    """

  /// The page with the script, the report where there is one, and a content policy that lets the
  /// preview's own script connect back.
  static func inject(into html: String, failure: String?) -> String {
    let head = """
      <link rel="stylesheet" href="/.ytterby/preview.css"><script src="/.ytterby/reload.js" defer></script>
      """
    let opened = insert(head, before: "</head>", in: opening(html))
    guard let failure else { return opened }
    return insert(panel(failure), before: "</body>", in: opened)
  }

  /// A page for the time before any build has been good.
  static func page(failure: String?) -> String {
    let body = failure.map(panel) ?? "<p>The first build is under way.</p>"
    return """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ytterby preview</title>\
      <link rel="stylesheet" href="/.ytterby/preview.css"><script src="/.ytterby/reload.js" defer></script>\
      </head><body>\(body)</body></html>
      """
  }

  private static func panel(_ failure: String) -> String {
    """
    <aside class="ytterby-failure" aria-label="Build errors"><p><strong>The site does not build; this is the \
    last one that did.</strong></p><pre>\(escaped(failure))</pre></aside>
    """
  }

  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "\""): result += Array("&quot;".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The page's own policy, widened by what the preview needs and nothing else.
  private static func opening(_ html: String) -> String {
    guard let policy = html.firstRange(of: "default-src 'none'") else { return html }
    var result = html
    result.replaceSubrange(policy, with: "default-src 'none'; connect-src 'self'")
    if let scripts = result.firstRange(of: "script-src 'none'") {
      result.replaceSubrange(scripts, with: "script-src 'self'")
    }
    return result
  }

  private static func insert(_ text: String, before mark: String, in html: String) -> String {
    guard let place = html.ranges(of: mark).last?.lowerBound else { return html + text }
    var result = html
    result.insert(contentsOf: text, at: place)
    return result
  }
}
