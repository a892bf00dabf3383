#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SiteFiles {
  /// A folder on the disk. Symbolic links are listed as such and not followed.
  ///
  /// - Parameters:
  ///   - root: the folder's path.
  ///   - label: how diagnostics name it.
  package static func onDisk(_ root: String, label: String) -> SiteFiles {
    SiteFiles(label: label) {
      var entries: [Entry] = []
      try collect(root, below: "", depth: 0, into: &entries)
      return entries.sorted { inByteOrder($0.path, $1.path) }
    } read: { path in
      try DiskFile.read(root + "/" + path)
    }
  }

  private static func collect(
    _ folder: String, below prefix: String, depth: Int, into entries: inout [Entry]
  ) throws {
    // Deeper folders than this cannot be named by a path the system would take anyway.
    guard depth < 200 else {
      throw FileError.refused(action: "list", path: folder, reason: "folders are nested too deep")
    }
    for (name, kind) in try DiskFile.children(folder) {
      let path = prefix + name
      switch kind {
      case .folder:
        try collect(folder + "/" + name, below: path + "/", depth: depth + 1, into: &entries)
      case .file: entries.append(Entry(path))
      case .link: entries.append(Entry(path, kind: .link))
      case .special: entries.append(Entry(path, kind: .special))
      }
    }
  }
}

/// Whole files and folders through the system's calls.
package enum DiskFile {
  /// What a name in a folder stands for.
  package enum Kind: Sendable {
    case file, folder, link, special
  }

  /// The content of a file.
  package static func read(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError.refused(action: "read", path: path, reason: "not a regular file")
    }
    var bytes = try filled(Int(status.st_size), from: descriptor, path)
    // A file that grew meanwhile is read to its end.
    while bytes.count >= Int(status.st_size), status.st_size > 0 {
      let more = try filled(65_536, from: descriptor, path)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Up to `count` bytes from where the descriptor stands; fewer at the end of the file.
  private static func filled(_ count: Int, from descriptor: Int32, _ path: String) throws
    -> [UInt8]
  {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Self.again {
          systemRead(
            descriptor, buffer.baseAddress.map { UnsafeMutableRawPointer($0 + filled) },
            count - filled)
        }
        if got < 0 { failed = true }
        if got <= 0 { break }
        filled += got
      }
    }
    if failed { throw failure("read", path) }
    return bytes
  }

  /// The names in a folder with what they stand for, in no particular order.
  package static func children(_ folder: String) throws -> [(name: String, kind: Kind)] {
    guard let handle = opendir(folder) else { throw failure("list", folder) }
    defer { closedir(handle) }
    var children: [(String, Kind)] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      children.append((name, kind(of: folder + "/" + name, hint: Int32(entry.pointee.d_type))))
    }
    guard errno == 0 else { throw failure("list", folder) }
    return children
  }

  /// What a path stands for, from the folder's own record or, where it has none, from the file.
  private static func kind(of path: String, hint: Int32) -> Kind {
    switch hint {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN): return kind(of: path) ?? .special
    default: return .special
    }
  }

  /// What a path stands for, links not followed; nil where nothing is there.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .special
    }
  }

  /// Repeats a call that a signal interrupted.
  static func again(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  /// The failure that the last system call left in `errno`.
  static func failure(_ action: String, _ path: String) -> FileError {
    errno == ENOENT
      ? .notFound(path)
      : .refused(action: action, path: path, reason: String(cString: strerror(errno)))
  }
}

/// `read(2)`, under a name that does not clash with the methods above.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
