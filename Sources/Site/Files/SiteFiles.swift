/// A folder of files as the generator sees it: listed once, read when needed.
///
/// The disk is one such folder (`onDisk`), a dictionary in a test another (`inMemory`).
package struct SiteFiles: Sendable {
  /// One entry of the folder.
  package struct Entry: Hashable, Sendable {
    /// What the entry is.
    package enum Kind: Hashable, Sendable {
      /// A file with content.
      case file
      /// A symbolic link, which is not followed.
      case link
      /// A device, socket or pipe.
      case special
    }
    /// The path below the folder, with `/` between its parts.
    package var path: String
    /// What it is.
    package var kind: Kind

    /// An entry.
    package init(_ path: String, kind: Kind = .file) {
      self.path = path
      self.kind = kind
    }
  }

  /// The folder as diagnostics name it, such as `Content`; empty for none.
  package var label: String
  /// Every entry below the folder, in the order of the paths' bytes. Throws where the folder or a
  /// folder in it cannot be read.
  package var list: @Sendable () throws -> [Entry]
  /// The content of one file. Throws where it cannot be read.
  package var read: @Sendable (_ path: String) throws -> [UInt8]

  /// A folder.
  package init(
    label: String, list: @escaping @Sendable () throws -> [Entry],
    read: @escaping @Sendable (String) throws -> [UInt8]
  ) {
    self.label = label
    self.list = list
    self.read = read
  }

  /// The path as diagnostics print it: the label, then the path.
  package func printedPath(_ path: String) -> String {
    label.isEmpty ? path : label + "/" + path
  }

  /// A folder whose files are given by their paths and contents.
  package static func inMemory(_ files: [String: [UInt8]], label: String = "") -> SiteFiles {
    let entries = files.keys.sorted(by: inByteOrder).map { Entry($0) }
    return SiteFiles(label: label) {
      entries
    } read: { path in
      guard let bytes = files[path] else { throw FileError.notFound(path) }
      return bytes
    }
  }
}

/// Whether `a` comes before `b` in the order of their UTF-8 bytes, which no locale changes.
package func inByteOrder(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
