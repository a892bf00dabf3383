import Foundation
public import Testing

/// Texts that were looked at once and must not change unnoticed.
///
/// They stand in a folder `Snapshots` beside the test file. With `RECORD_SNAPSHOTS` in the environment
/// they are written instead of compared, and the test fails, so that recording cannot pass for testing.
public struct SnapshotFolder: Sendable {
  /// The folder.
  public let path: String
  /// Whether texts are written instead of compared.
  public let isRecording: Bool

  /// The snapshots in the folder at `path`.
  public init(path: String, isRecording: Bool) {
    self.path = path
    self.isRecording = isRecording
  }

  /// Compares `text` with the snapshot `name`: nil where they are equal, else what is wrong.
  public func mismatch(of text: String, named name: String) throws -> String? {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return "the snapshot \(name) was recorded: look at it, then run without RECORD_SNAPSHOTS"
    }
    guard let data = try? Data(contentsOf: file) else {
      return "there is no snapshot \(name): run with RECORD_SNAPSHOTS=1 to record it"
    }
    let expected = String(decoding: data, as: UTF8.self)
    // By bytes: Swift compares texts by canonical equivalence.
    if Array(expected.utf8) == Array(text.utf8) { return nil }
    return difference(expected, text, name: name)
  }

  private func difference(_ expected: String, _ text: String, name: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
      the snapshot \(name) differs from line \(line + 1) on
      - \(line < old.count ? old[line] : "(end)")
      + \(line < new.count ? new[line] : "(end)")
      """
  }
}

/// Expects `text` to be what the snapshot `name` holds, in the folder `Snapshots` beside the test file.
public func expectSnapshot(
  _ text: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  let snapshots = SnapshotFolder(path: folder.path, isRecording: isRecording)
  if let problem = try snapshots.mismatch(of: text, named: name) {
    Issue.record("\(problem)", sourceLocation: sourceLocation)
  }
}
