import FlyingFox
import FlyingSocks
import Foundation
import Site

/// Serves the site in memory on 127.0.0.1 and tells open pages to reload.
package final class PreviewServer: Sendable {
  private let server: HTTPServer
  private let site: PreviewSite
  private let events: ReloadEvents

  /// A server that does not listen yet.
  ///
  /// - Parameter port: the port on the loopback address; 0 lets the system choose.
  package init(_ site: PreviewSite, port: UInt16) throws {
    self.site = site
    events = ReloadEvents()
    server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
  }

  /// Listens until the task is cancelled or `stop` is called.
  ///
  /// - Parameter ready: called with the port once the server listens.
  /// - Throws: where the port is in use.
  package func run(ready: @Sendable (Int) async -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [server] in try await server.run() }
      try await server.waitUntilListening()
      guard case .ip4(_, let port)? = await server.listeningAddress else { return }
      let responder = PreviewResponder(site, port: Int(port))
      await server.appendRoute("*") { [events] request in
        Self.response(to: request, responder: responder, events: events)
      }
      await ready(Int(port))
      try await group.waitForAll()
    }
  }

  /// Tells every open page to reload.
  package func reload(revision: Int) {
    events.send(revision: revision)
  }

  /// Ends the open streams and stops listening.
  package func stop() async {
    events.finish()
    await server.stop(timeout: 1)
  }

  private static func response(
    to request: HTTPRequest, responder: PreviewResponder, events: ReloadEvents
  ) -> HTTPResponse {
    let answer = responder.respond(
      method: request.method.rawValue, path: request.path, host: request.headers[.host])
    let headers: HTTPHeaders = [
      .contentType: answer.type, HTTPHeader("Cache-Control"): "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
    ]
    let status = HTTPStatusCode(answer.status, phrase: phrase(answer.status))
    guard !answer.isEventStream else {
      let body = HTTPBodySequence(from: EventBytes(stream: events.open()))
      return HTTPResponse(statusCode: status, headers: headers, body: body)
    }
    let body = request.method == .HEAD ? Data() : Data(answer.body)
    return HTTPResponse(statusCode: status, headers: headers, body: body)
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 503: "Service Unavailable"
    default: "Internal Server Error"
    }
  }
}

/// The events of one page as the bytes of a response body, each event sent as it comes.
private struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8
  let stream: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(base: stream.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var base: AsyncStream<[UInt8]>.Iterator

    mutating func next() async throws -> UInt8? { nil }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      await base.next(isolation: nil).map { $0[...] }
    }
  }
}
