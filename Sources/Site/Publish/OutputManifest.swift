/// The list of the files that a build wrote, kept beside them: by it a later build knows that the folder
/// is its own, and what to take away.
package struct OutputManifest: Sendable, Equatable {
  /// Its name in the output folder.
  package static let name = ".ytterby-manifest"
  private static let heading = "ytterby-manifest 1"

  /// One file.
  package struct Entry: Sendable, Equatable {
    /// SHA-256 of its bytes, in hexadecimal.
    package var hash: String
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
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let size = Int(parts[1]) else { return nil }
      entries[String(parts[2])] = Entry(hash: String(parts[0]), size: size)
    }
  }

  /// The manifest as text: a heading, then a line for each file with hash, size and path, in the order
  /// of the paths' bytes.
  package var text: String {
    var text = Self.heading + "\n"
    text.reserveCapacity(entries.count * 100)
    for (path, entry) in entries.sorted(by: { inByteOrder($0.key, $1.key) }) {
      text += "\(entry.hash) \(entry.size) \(path)\n"
    }
    return text
  }
}
