#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one run of a process took, by the operating system's own accounts.
struct Measurement {
  /// User and system seconds together.
  var cpu: Double
  /// Seconds from start to end.
  var wall: Double
  /// The largest resident memory, in MiB.
  var peak: Double

  /// Runs a command line through the shell, its output thrown away, and measures it.
  ///
  /// - Returns: nil where it could not be started or did not end with status 0.
  static func run(_ command: String) -> Measurement? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    // `exec` makes the shell become the command, so that the accounts are the command's alone.
    let words = ["/bin/sh", "-c", "exec " + command]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    let start = ContinuousClock.now
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = start.duration(to: .now)
    guard status == 0 else { return nil }
    #if canImport(Darwin)
      let unit = 1024.0 * 1024
    #else
      let unit = 1024.0
    #endif
    return Measurement(
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      peak: Double(usage.ru_maxrss) / unit)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
