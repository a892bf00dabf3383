#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension DiskFile {
  /// Makes a file that was not there, with its folders.
  static func create(_ path: String, _ bytes: UnsafeRawBufferPointer) throws {
    var descriptor = openNew(path)
    if descriptor < 0, errno == ENOENT {
      try makeFolders(SitePath.folder(path))
      descriptor = openNew(path)
    }
    guard descriptor >= 0 else { throw failure("write", path) }
    var written = 0
    while written < bytes.count {
      let count = again {
        write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count >= 0 else {
        let reason = failure("write", path)
        close(descriptor)
        throw reason
      }
      written += count
    }
    // Some file systems report a full disk only here.
    guard close(descriptor) == 0 else { throw failure("write", path) }
  }

  private static func openNew(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  }

  /// Makes a folder and those above it; one that is there is no error.
  static func makeFolders(_ path: String) throws {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, SitePath.folder(path) != path else { throw failure("make", path) }
    try makeFolders(SitePath.folder(path))
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    throw failure("make", path)
  }

  /// Gives a file a second name, with its folders; where the file system has no such links, a copy with
  /// the same times.
  static func linkOrCopy(_ path: String, to other: String) throws {
    if link(path, other) == 0 { return }
    if errno == ENOENT {
      try makeFolders(SitePath.folder(other))
      if link(path, other) == 0 { return }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure("read", path) }
    try read(path).withUnsafeBytes { try create(other, $0) }
    _ = chmod(other, status.st_mode & 0o7777)
    #if canImport(Glibc)
      var times = [status.st_atim, status.st_mtim]
    #else
      var times = [status.st_atimespec, status.st_mtimespec]
    #endif
    guard utimensat(AT_FDCWD, other, &times, 0) == 0 else { throw failure("write", other) }
  }

  /// Whether a file holds exactly these bytes.
  static func holds(_ path: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      var compared = 0
      while compared < bytes.count {
        let count = again { systemRead(descriptor, buffer.baseAddress, buffer.count) }
        guard count > 0, compared + count <= bytes.count,
          let mine = bytes.baseAddress, let theirs = buffer.baseAddress,
          memcmp(mine + compared, theirs, count) == 0
        else { return false }
        compared += count
      }
      return true
    }
  }

  /// Takes away a file, or a folder with all in it; what is not there is no error.
  static func remove(_ path: String) throws {
    switch kind(of: path) {
    case nil: return
    case .folder?:
      for (name, _) in try children(path) { try remove(path + "/" + name) }
      guard rmdir(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    default:
      guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    }
  }

  /// Moves a file or folder within its file system, in one step, over what is there.
  static func move(_ path: String, to other: String) throws {
    guard rename(path, other) == 0 else { throw failure("rename", path) }
  }

  /// A second copy of a tree: files by `linkOrCopy`, folders and symbolic links anew.
  static func linkTree(_ path: String, to other: String) throws {
    switch kind(of: path) {
    case .folder?:
      try makeFolders(other)
      for (name, _) in try children(path) {
        try linkTree(path + "/" + name, to: other + "/" + name)
      }
    case .link?:
      guard let target = destination(ofLink: path), symlink(target, other) == 0 else {
        throw failure("copy", path)
      }
    case .file?: try linkOrCopy(path, to: other)
    case .special?, nil: break
    }
  }

  private static func destination(ofLink path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, 4096)
      guard count > 0, count < 4096 else { return nil }
      return String(
        decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The path without symbolic links; nil where nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether files can be made in a folder.
  static func isWritable(_ folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  /// The number of the file system that a path is on.
  static func device(of path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(truncatingIfNeeded: status.st_dev) : nil
  }
}
