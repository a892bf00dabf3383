import Foundation
import Testing

/// The briefing as a reader's browser shows it: every page at four widths, light and dark, with and
/// without scripts.
@Suite(
  .enabled(
    if: Chromium.program != nil,
    "no Chromium is installed: pages are not looked at in a browser"))
struct BrowserTests {
  static let views = [320, 360, 768, 1280].flatMap { width in
    [false, true].map { BrowserPage.View(width: width, isDark: $0) }
  }

  /// How many browsers share the pages.
  static let shares = 2

  private func open() throws -> (PublishedBriefing, BrowserPage) {
    let site = try #require(try PublishedBriefing.built.get(), "there is no Content/ here")
    let browser = try Chromium(try #require(Chromium.program))
    return (site, try BrowserPage(browser))
  }

  private func share(_ number: Int, of pages: [String]) -> [String] {
    pages.enumerated().filter { $0.offset % Self.shares == number }.map(\.element)
  }

  @Test(
    "every page fits every width in both schemes, and says nothing on the console",
    arguments: 0..<shares)
  func everyView(number: Int) throws {
    let (site, page) = try open()
    let pages = share(number, of: site.pages)
    #expect(!pages.isEmpty)
    for path in pages {
      try page.show(Self.views[0])
      var events = try page.open(site.folder.appending(path: path))
      var papers: [Int: Set<String>] = [:]
      for view in Self.views {
        try page.show(view)
        let faults = try page.texts(PageScripts.faults)
        #expect(faults.isEmpty, "\(path) at \(view): \(faults.joined(separator: "; "))")
        papers[view.width, default: []].insert(
          try page.evaluate(PageScripts.paper) as? String ?? "")
      }
      #expect(papers.values.allSatisfy { $0.count == 2 }, "\(path): one paper for light and dark")
      events += page.takeEvents()
      expectQuiet(events, on: path, of: site)
    }
  }

  @Test("without scripts every page holds the same words", arguments: 0..<shares)
  func withoutScripts(number: Int) throws {
    let (site, page) = try open()
    try page.show(.init(width: 1280))
    for path in share(number, of: site.pages) {
      let address = site.folder.appending(path: path)
      _ = try page.open(address, scripts: true)
      let with = Set(try page.texts(PageScripts.lines))
      let events = try page.open(address, scripts: false)
      let without = try page.texts(PageScripts.lines)
      let lost = with.subtracting(without).union(without.filter { !with.contains($0) })
      #expect(!without.isEmpty, "\(path) is empty without scripts")
      #expect(lost.isEmpty, "\(path) differs without scripts: \(lost.sorted())")
      #expect(try page.evaluate(PageScripts.madeByScript) as? Int == 0, "\(path)")
      expectQuiet(events, on: path, of: site)
    }
  }

  @Test("the Tab key reaches everything in the order of the page, and shows where it is")
  func keyboard() throws {
    let (site, page) = try open()
    let kinds = [
      "index.html", "production.html", "countries/china.html", "countries/index.html",
      "figures/index.html", "data/index.html", "data/mine_production.html", "sources.html",
      "timeline.html", "changes.html", "a-z.html", "disagreements.html",
    ]
    for path in kinds {
      #expect(site.pages.contains(path), "\(path) is not published")
      for width in [360, 1280] {
        try page.show(.init(width: width))
        _ = try page.open(site.folder.appending(path: path))
        let expected = try page.evaluate(PageScripts.focusable) as? Int ?? 0
        for _ in 0..<min(expected, 40) {
          try page.press("Tab", code: 9)
          _ = try page.evaluate(PageScripts.noteFocus)
        }
        let faults = try page.texts(PageScripts.focusFaults)
        #expect(faults.isEmpty, "\(path) at \(width) px: \(faults.joined(separator: "; "))")
      }
    }
  }

  /// Expects no message, no exception and no request but for files of the site itself.
  private func expectQuiet(_ events: [DevToolsEvent], on path: String, of site: PublishedBriefing) {
    let root = site.folder.absoluteString
    for event in events {
      switch event.name {
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
        Issue.record("\(path): \(event.parameters)")
      case "Network.requestWillBeSent":
        let request = event.parameters["request"] as? [String: Any]
        let address = request?["url"] as? String ?? ""
        #expect(
          address.hasPrefix(root) || address.hasPrefix("data:"), "\(path) asks for \(address)")
      default: break
      }
    }
  }
}
