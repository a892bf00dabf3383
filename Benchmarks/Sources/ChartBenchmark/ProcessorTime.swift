#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the operating system says that this process has taken.
enum ProcessorTime {
  /// Seconds of processor time of all threads since the process began.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The largest resident memory so far, in MiB.
  static var peakMemory: Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_048_576
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Double(usage.ru_maxrss) / 1024
    #endif
  }

  /// The seconds of processor time that a body takes, on the mean of `count` runs of it.
  static func seconds(_ count: Int = 1, _ body: () throws -> Void) rethrows -> Double {
    let start = now
    for _ in 0..<count { try body() }
    return (now - start) / Double(count)
  }
}
