#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock on a file, held until the value is released or the process ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; throws where another process, or another build of this one, holds it.
  init(_ path: String, for folder: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw DiskFile.failure("lock", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw FileError.locked(path: folder)
    }
  }

  deinit { close(descriptor) }
}
