import Synchronization

/// The open pages: each has a stream of server-sent events, and all are told when a build is done.
final class ReloadEvents: Sendable {
  private struct State {
    var streams: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var next = 0
    var isFinished = false
  }
  private let state = Mutex(State())

  /// A new page's stream; it begins with a comment, so that the reader's headers go out at once.
  func open() -> AsyncStream<[UInt8]> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(4))
    let id = state.withLock { state -> Int? in
      if state.isFinished { return nil }
      state.next += 1
      state.streams[state.next] = continuation
      return state.next
    }
    guard let id else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.streams[id] = nil }
    }
    continuation.yield(Array(": open\n\n".utf8))
    return stream
  }

  /// Tells every open page to reload.
  func send(revision: Int) {
    let message = Array("event: reload\ndata: \(revision)\n\n".utf8)
    for stream in state.withLock({ Array($0.streams.values) }) { stream.yield(message) }
  }

  /// Ends all streams, so that the server can stop.
  func finish() {
    let streams = state.withLock { state in
      state.isFinished = true
      return Array(state.streams.values)
    }
    for stream in streams { stream.finish() }
  }
}
