package import Site
import Synchronization

/// What the preview shows: the last site that built without errors, and the report of the latest build
/// where that one failed.
package final class PreviewSite: Sendable {
  private struct State {
    var good: MemoryOutput?
    var failure: String?
    var revision = 0
  }
  private let state = Mutex(State())

  /// Nothing built yet.
  package init() {}

  /// Takes the outcome of a build.
  ///
  /// - Parameters:
  ///   - output: the site, published in memory; nil where the build had errors.
  ///   - failure: the report to show where it had.
  /// - Returns: the number of builds so far.
  @discardableResult
  package func take(_ output: MemoryOutput?, failure: String?) -> Int {
    state.withLock { state in
      if let output { state.good = output }
      state.failure = failure
      state.revision += 1
      return state.revision
    }
  }

  /// The last good site and the report of a failed build since.
  package var current: (site: MemoryOutput?, failure: String?) {
    state.withLock { ($0.good, $0.failure) }
  }
}
