import Foundation

/// The two output streams, and whether a person reads them.
enum Terminal {
  /// Writes a line to standard output.
  static func print(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: 1)
  }

  /// Writes a line to standard error.
  static func error(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: 2)
  }

  /// Whether colours are wanted on standard error: a terminal, and no `NO_COLOR` in the environment
  /// (https://no-color.org).
  static var wantsColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(2) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
