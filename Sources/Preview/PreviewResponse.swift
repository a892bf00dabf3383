/// What the preview answers to one request, before it is put on the wire.
package struct PreviewResponse: Sendable, Equatable {
  /// The HTTP status.
  package var status: Int
  /// The media type.
  package var type: String
  /// The body.
  package var body: [UInt8]
  /// Whether the connection stays open for events instead.
  package var isEventStream = false

  /// A text.
  package static func text(_ status: Int, _ text: String) -> PreviewResponse {
    PreviewResponse(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  /// An HTML page.
  package static func html(_ status: Int, _ html: String) -> PreviewResponse {
    PreviewResponse(status: status, type: "text/html; charset=utf-8", body: Array(html.utf8))
  }
}
