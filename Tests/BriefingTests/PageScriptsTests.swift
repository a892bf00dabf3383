import Foundation
import Testing

/// What is asked of pages in the browser finds what it is there to find.
@Suite(.enabled(if: Chromium.program != nil, "no Chromium is installed"))
struct PageScriptsTests {
  /// A page with `body` in a folder of its own, opened in a browser.
  private func open(_ body: String, scripts: Bool = true) throws -> (BrowserPage, [DevToolsEvent]) {
    let file = FileManager.default.temporaryDirectory.appending(path: "ytterby-\(UUID()).html")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("<!DOCTYPE html><title>t</title><main><h1>h</h1>\(body)</main>".utf8).write(to: file)
    let page = try BrowserPage(try Chromium(try #require(Chromium.program)))
    try page.show(.init(width: 360))
    return (page, try page.open(file, scripts: scripts))
  }

  @Test(
    "a page that is laid out badly is noticed",
    arguments: [
      ("<p style='width: 900px'>wide</p>", "px wide"),
      ("<h1>again</h1>", "not one h1"),
      (
        "<figure id=f><div class=chart><svg viewBox='0 0 9 9'/></svg><svg/></div></figure>",
        "f shows 2"
      ),
      (
        "<div class=chart><svg width=300 height=100 viewBox='0 0 600 200'><text y=20>small</text></svg></div>",
        "under 11 px: small"
      ),
      ("<div class=chart style='margin-left: -99px'><svg width=300 height=99 /></div>", "leaves"),
    ])
  func layout(body: String, fault: String) throws {
    let faults = try open(body).0.texts(PageScripts.faults)
    #expect(faults.contains { $0.contains(fault) }, "\(faults)")
  }

  @Test("messages, requests and words that a script adds are noticed")
  func events() throws {
    let body = """
      <p>one</p><script>console.log('x'); document.write('<p>two</p><img src=http://127.0.0.1:9/a>')</script>
      """
    let (page, events) = try open(body)
    #expect(events.contains { $0.name == "Runtime.consoleAPICalled" })
    let requests = events.filter { $0.name == "Network.requestWillBeSent" }
      .compactMap { ($0.parameters["request"] as? [String: Any])?["url"] as? String }
    #expect(requests.contains("http://127.0.0.1:9/a"))
    #expect(try page.texts(PageScripts.lines) == ["h", "one", "two"])
    #expect(try open(body, scripts: false).0.texts(PageScripts.lines) == ["h", "one"])
  }

  @Test("a focus that cannot be seen, and one out of order, are noticed")
  func focus() throws {
    let (page, _) = try open(
      "<a href=#1 tabindex=2>first</a><a href=#2 tabindex=1 style='outline: none'>second</a>")
    for _ in 0..<2 {
      try page.press("Tab", code: 9)
      _ = try page.evaluate(PageScripts.noteFocus)
    }
    let faults = try page.texts(PageScripts.focusFaults)
    #expect(faults.contains { $0.hasPrefix("stop 1 is") })
    #expect(faults.contains { $0.contains("does not show the focus") })
    #expect(faults.contains { $0.contains("skip link") })
  }
}
