import Site
import Testing

@testable import Preview

@Suite struct PreviewResponderTests {
  static let page = """
    <!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'self'; script-src 'none'"></head><body><p>Hello</p></body></html>
    """

  func site(failure: String? = nil) throws -> PreviewSite {
    let output = MemoryOutput()
    try output.begin(keep: [])
    try output.write(.text(Self.page), to: "index.html")
    try output.write(.text(Self.page), to: "countries/index.html")
    try output.write(.text("a,b\n"), to: "data/t.csv")
    try output.write(.text("<!doctype html><title>Gone</title>"), to: "404.html")
    _ = try output.publish()
    let site = PreviewSite()
    site.take(output, failure: nil)
    if let failure { site.take(nil, failure: failure) }
    return site
  }

  func get(_ path: String, host: String? = "127.0.0.1:8000", failure: String? = nil) throws
    -> PreviewResponse
  {
    PreviewResponder(try site(failure: failure), port: 8000)
      .respond(method: "GET", path: path, host: host)
  }

  @Test("a folder's address gives its index", arguments: ["/", "/countries/", "/index.html"])
  func pages(path: String) throws {
    let answer = try get(path)
    #expect(answer.status == 200)
    #expect(answer.type == "text/html; charset=utf-8")
    #expect(String(decoding: answer.body, as: UTF8.self).contains("Hello"))
  }

  @Test(
    "a name for the machine that is not ours is refused",
    arguments: [
      nil, "evil.example", "evil.example:8000", "127.0.0.1:8001", "127.0.0.1", "localhost:80",
    ])
  func foreignHost(host: String?) throws {
    #expect(try get("/", host: host).status == 403)
  }

  @Test(
    "both names of the loopback address are answered",
    arguments: [
      "127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000",
    ])
  func ownHost(host: String) throws {
    #expect(try get("/", host: host).status == 200)
  }

  @Test(
    "a path that leaves the site is refused",
    arguments: [
      "/../etc/passwd", "/countries/../../x", "/..", "/./index.html", "/a\\..\\b", "index.html",
      "/a\0b",
    ])
  func outside(path: String) throws {
    #expect(try get(path).status == 400)
  }

  @Test("what is not there gives the site's own page with status 404")
  func missing() throws {
    let answer = try get("/nothing.html")
    #expect(answer.status == 404)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("Gone"))
  }

  @Test("a folder without its slash points to the one with it")
  func folder() throws {
    let answer = try get("/countries")
    #expect(answer.status == 404)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("href=\"countries/\""))
  }

  @Test("other methods than GET and HEAD are refused", arguments: ["POST", "PUT", "DELETE"])
  func methods(method: String) throws {
    let answer = PreviewResponder(try site(), port: 8000)
      .respond(method: method, path: "/", host: "localhost:8000")
    #expect(answer.status == 405)
  }

  @Test("files that are no pages are sent as they are")
  func files() throws {
    let answer = try get("/data/t.csv")
    #expect(answer.body == Array("a,b\n".utf8))
    #expect(answer.type == "text/csv; charset=utf-8")
  }

  @Test("a page gets the reloading script, and its policy allows just that")
  func script() throws {
    let html = String(decoding: try get("/").body, as: UTF8.self)
    #expect(html.contains("<script src=\"/.ytterby/reload.js\" defer></script></head>"))
    #expect(html.contains("default-src 'none'; connect-src 'self'"))
    #expect(html.contains("script-src 'self'") && !html.contains("script-src 'none'"))
  }

  @Test("a failed build is shown over the last good site, escaped")
  func failure() throws {
    let html = String(decoding: try get("/", failure: "a.md:1:1: error: <b>").body, as: UTF8.self)
    #expect(html.contains("Hello"))
    #expect(html.contains("a.md:1:1: error: &lt;b&gt;"))
  }

  @Test("before any good build the report is the page")
  func neverGood() {
    let site = PreviewSite()
    site.take(nil, failure: "no such query")
    let answer = PreviewResponder(site, port: 1).respond(
      method: "GET", path: "/", host: "localhost:1")
    #expect(answer.status == 500)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("no such query"))
  }

  @Test("the stream of events is recognised, other own names are not found")
  func own() throws {
    #expect(try get("/.ytterby/events").isEventStream)
    #expect(try get("/.ytterby/reload.js").type == "text/javascript; charset=utf-8")
    #expect(try get("/.ytterby/preview.css").status == 200)
    #expect(try get("/.ytterby/secret").status == 404)
  }
}
