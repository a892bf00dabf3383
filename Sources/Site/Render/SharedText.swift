import Synchronization

/// A text that two outputs are made of, on any threads, and that is made once where they follow each other.
///
/// It is held from the first use to the second only: of ten thousand pages few are in memory at a time.
final class SharedText: Sendable {
  private let made = Mutex<String?>(nil)
  private let make: @Sendable () -> String

  init(_ make: @escaping @Sendable () -> String) {
    self.make = make
  }

  /// The text: what the other use has left, else made now and left for it.
  func take() -> String {
    let left = made.withLock { text in
      defer { text = nil }
      return text
    }
    if let left { return left }
    let text = make()
    made.withLock { $0 = text }
    return text
  }
}
