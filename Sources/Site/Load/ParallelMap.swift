import Dispatch
import Synchronization

/// Applies a function to every element on several threads; the results come back in order.
///
/// As many workers as asked for each draw the next index until none is left, so that uneven elements
/// balance. Each worker makes one state for itself, such as a database session, and hands it to every
/// call it makes. The first error, by index, is thrown once all workers have stopped.
package func parallelMap<Element: Sendable, State, Result: Sendable>(
  _ elements: [Element], workers: Int, state: @Sendable () throws -> State,
  _ transform: @Sendable (inout State, Int, Element) throws -> Result
) throws -> [Result] {
  let results = Slots<Result>(count: elements.count)
  let workers = max(1, min(workers, elements.count))
  let next = Counter()
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    var current = 0
    do {
      guard elements.count > 0, !results.hasFailed else { return }
      var state = try state()
      while !results.hasFailed {
        current = next.draw()
        guard current < elements.count else { return }
        results.set(current, to: try transform(&state, current, elements[current]))
      }
    } catch {
      results.fail(at: current, error)
    }
  }
  return try results.collected()
}

/// The same where the workers need no state.
package func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], workers: Int, _ transform: @Sendable (Int, Element) throws -> Result
) throws -> [Result] {
  try parallelMap(elements, workers: workers, state: {}) { _, index, element in
    try transform(index, element)
  }
}

/// Counts up from 0; each number is drawn once.
private final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  func draw() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Places for results that several threads fill, each place once.
private final class Slots<Value: Sendable>: Sendable {
  private struct State {
    var values: [Value?]
    var failure: (index: Int, error: any Error)?
  }
  private let state: Mutex<State>
  private let failed = Atomic<Bool>(false)

  init(count: Int) {
    state = Mutex(State(values: Array(repeating: nil, count: count)))
  }

  var hasFailed: Bool { failed.load(ordering: .relaxed) }

  func set(_ index: Int, to value: Value) {
    state.withLock { $0.values[index] = value }
  }

  func fail(at index: Int, _ error: any Error) {
    state.withLock { state in
      if let failure = state.failure, failure.index <= index { return }
      state.failure = (index, error)
    }
    failed.store(true, ordering: .relaxed)
  }

  func collected() throws -> [Value] {
    try state.withLock { state in
      if let failure = state.failure { throw failure.error }
      let values = state.values.compactMap { $0 }
      state.values = []
      return values
    }
  }
}
