/// The list of the files that a build wrote, kept beside them: by it a later build knows that the folder
/// is its own, and what to take away.
package struct OutputManifest: Sendable, Equatable {
  /// Its name in the output folder.
  package static let name = ".ytterby-manifest"
  private static let heading = "ytterby-manifest 2"

  /// One file.
  package struct Entry: Sendable, Equatable {
    /// Its size in bytes.
    package var size: Int
  }

  /// The files by path.
  package var entries: [String: Entry]

  /// A list of files.
  package init(_ entries: [String: Entry] = [:]) {
    self.entries = entries
  }

  /// Reads a manifest; nil where the text is none.
  package init?(_ text: String) {
    entries = [:]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard lines.popFirst() == Self.heading[...] else { return nil }
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let size = Int(parts[0]) else { return nil }
      entries[String(parts[1])] = Entry(size: size)
    }
  }

  /// The manifest as text: a heading, then a line for each file with size and path, in the order
  /// of the paths' bytes.
  package var text: String {
    var text = Self.heading + "\n"
    text.reserveCapacity(entries.count * 40)
    for (path, entry) in entries.sorted(by: { inByteOrder($0.key, $1.key) }) {
      text += "\(entry.size) \(path)\n"
    }
    return text
  }
}
