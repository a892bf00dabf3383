@testable import Site

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes a symbolic link.
func symbolicLink(_ path: String, to target: String) throws {
  guard symlink(target, path) == 0 else { throw DiskFile.failure("link", path) }
}

/// Makes a named pipe.
func namedPipe(_ path: String) throws {
  guard mkfifo(path, 0o600) == 0 else { throw DiskFile.failure("make", path) }
}
