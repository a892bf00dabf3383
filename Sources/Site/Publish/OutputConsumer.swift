/// Where a build puts its files: the disk, memory for the preview and the tests.
///
/// A build calls `begin` once, `write` from several threads in any order, then either `publish` or
/// `abandon`. Until `publish`, nothing that was there before has changed.
package protocol OutputConsumer: Sendable {
  /// Makes ready. Throws where the place cannot be written or is not ours.
  ///
  /// - Parameter keep: patterns of files in the place that are not ours and stay.
  func begin(keep: [String]) throws

  /// Takes one file. Each path is written once.
  ///
  /// - Parameter path: relative to the site's root, with `/` between its parts.
  func write(_ content: OutputContent, to path: String) throws

  /// Puts everything written into place, and takes away what an earlier build wrote and this one
  /// did not. Throws where that fails; what was there before then stays.
  func publish() throws -> PublishSummary

  /// Forgets everything written.
  func abandon()
}

/// The content of an output file.
package enum OutputContent: Sendable {
  /// Text, to be written as UTF-8.
  case text(String)
  /// Bytes as they are.
  case bytes([UInt8])

  /// The bytes, without a copy.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    switch self {
    case .bytes(let bytes):
      return try bytes.withUnsafeBytes(body)
    case .text(var text):
      return try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    }
  }
}

/// What publishing did to the place.
package struct PublishSummary: Sendable, Hashable {
  /// Files in the place now, without kept ones.
  package var files = 0
  /// Files that differ from before or are new.
  package var written = 0
  /// Files that were there with the same bytes.
  package var unchanged = 0
  /// Files of an earlier build that are gone.
  package var removed = 0

  /// A summary.
  package init(files: Int = 0, written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
    self.files = files
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }
}
