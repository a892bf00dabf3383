import Foundation

/// One tab: where a page is opened, looked at and typed into.
final class BrowserPage {
  /// How a page is looked at.
  struct View: Hashable, CustomStringConvertible {
    /// CSS pixels.
    var width: Int
    /// Whether the reader prefers dark pages.
    var isDark = false

    var description: String { "\(width) px, \(isDark ? "dark" : "light")" }
  }

  private let browser: Chromium
  private let session: String

  /// A new tab.
  init(_ browser: Chromium) throws {
    self.browser = browser
    let target = try browser.send("Target.createTarget", ["url": "about:blank"])
    let attached = try browser.send(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    guard let session = attached["sessionId"] as? String else {
      throw Chromium.Failure(description: "no session for a new tab")
    }
    self.session = session
    for domain in ["Page", "Runtime", "Log", "Network"] { try send("\(domain).enable") }
  }

  /// Opens a page and waits until it has loaded; gives what happened on the way.
  func open(_ url: URL, scripts: Bool = true) throws -> [DevToolsEvent] {
    try send("Emulation.setScriptExecutionDisabled", ["value": !scripts])
    _ = browser.takeEvents()
    let answer = try send("Page.navigate", ["url": url.absoluteString])
    if let problem = answer["errorText"] {
      throw Chromium.Failure(description: "\(url.lastPathComponent): \(problem)")
    }
    return try browser.events(until: "Page.loadEventFired")
  }

  /// Sets the window and the colour scheme.
  func show(_ view: View) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": view.width, "height": 800, "deviceScaleFactor": 1, "mobile": false])
    let scheme = ["name": "prefers-color-scheme", "value": view.isDark ? "dark" : "light"]
    try send("Emulation.setEmulatedMedia", ["features": [scheme]])
  }

  /// The value of a JavaScript expression, which the browser runs even where the page's scripts are off.
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let exception = answer["exceptionDetails"] as? [String: Any] {
      throw Chromium.Failure(description: "\(exception["exception"] ?? exception)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// A list of texts that a JavaScript expression gives.
  func texts(_ expression: String) throws -> [String] {
    try evaluate(expression) as? [String] ?? []
  }

  /// Presses and releases a key.
  func press(_ key: String, code: Int, text: String? = nil) throws {
    var event: [String: Any] = ["key": key, "code": key, "windowsVirtualKeyCode": code]
    event["text"] = text
    event["type"] = text == nil ? "rawKeyDown" : "keyDown"
    try send("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    event["text"] = nil
    try send("Input.dispatchKeyEvent", event)
  }

  /// What happened since the last look.
  func takeEvents() -> [DevToolsEvent] { browser.takeEvents() }

  /// A picture of the window as PNG.
  func screenshot() throws -> Data {
    let answer = try send("Page.captureScreenshot", ["format": "png"])
    guard let text = answer["data"] as? String, let data = Data(base64Encoded: text) else {
      throw Chromium.Failure(description: "no picture")
    }
    return data
  }

  @discardableResult
  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try browser.send(method, parameters, session: session)
  }
}
