import Synchronization

/// Keeps a site in memory: for the preview, and for tests.
package final class MemoryOutput: OutputConsumer {
  private struct State {
    var staged: [String: OutputContent] = [:]
    var files: [String: OutputContent] = [:]
    var isPublished = false
  }
  private let state = Mutex(State())

  /// A place without files.
  package init() {}

  package func begin(keep: [String]) throws {
    state.withLock { $0.staged = [:] }
  }

  package func write(_ content: OutputContent, to path: String) throws {
    state.withLock { $0.staged[path] = content }
  }

  package func publish() throws -> PublishSummary {
    state.withLock { state in
      var summary = PublishSummary(files: state.staged.count)
      for (path, content) in state.staged {
        if let old = state.files[path], old.hasSameBytes(as: content) {
          summary.unchanged += 1
        } else {
          summary.written += 1
        }
      }
      summary.removed = state.files.keys.count { state.staged[$0] == nil }
      state.files = state.staged
      state.staged = [:]
      state.isPublished = true
      return summary
    }
  }

  package func abandon() {
    state.withLock { $0.staged = [:] }
  }

  /// Whether a site has been published.
  package var isPublished: Bool { state.withLock(\.isPublished) }

  /// The paths of the published files, in the order of their bytes.
  package var paths: [String] {
    state.withLock { $0.files.keys.sorted(by: inByteOrder) }
  }

  /// The content of a published file.
  package func content(of path: String) -> OutputContent? {
    state.withLock { $0.files[path] }
  }
}

extension OutputContent {
  /// Whether both are the same bytes.
  package func hasSameBytes(as other: OutputContent) -> Bool {
    withBytes { mine in
      other.withBytes { theirs in
        mine.count == theirs.count && mine.elementsEqual(theirs)
      }
    }
  }
}
