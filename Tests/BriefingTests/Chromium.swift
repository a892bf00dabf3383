import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A headless Chromium, spoken to over a pair of pipes: no port is opened, no driver is needed.
///
/// With `--remote-debugging-pipe` the browser reads commands from file descriptor 3 and writes answers and
/// events to 4, each a JSON text ended by a zero byte.
/// The protocol is described at <https://chromedevtools.github.io/devtools-protocol/>.
final class Chromium {
  /// What the browser could not do.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The program, by `YTTERBY_CHROMIUM` or by the names it has in `PATH`; nil where there is none.
  static let program: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["YTTERBY_CHROMIUM"] { return named }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"]
      .flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { access($0, X_OK) == 0 }
  }()

  private let process: pid_t
  private let commands: Int32
  private let answers: Int32
  private let profile: URL
  private var received: [UInt8] = []
  private var lastID = 0
  /// Events that came in while an answer was awaited, oldest first.
  private var events: [DevToolsEvent] = []

  /// Starts the browser with a profile of its own.
  init(_ program: String) throws {
    profile = FileManager.default.temporaryDirectory
      .appending(path: "ytterby-browser-\(UUID().uuidString)")
    let down = try Self.pipe()
    let up = try Self.pipe()
    let arguments = [
      program, "--headless", "--remote-debugging-pipe", "--no-first-run", "--hide-scrollbars",
      "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
      "--disable-component-update", "--disable-extensions", "--mute-audio",
      "--user-data-dir=\(profile.path())",
      // Chromium's own sandbox needs privileges that containers rarely give; the pages are our own.
      "--no-sandbox", "about:blank",
    ]
    process = try Self.spawn(program, arguments, reading: down.read, writing: up.write)
    close(down.read)
    close(up.write)
    commands = down.write
    answers = up.read
  }

  deinit {
    close(commands)
    close(answers)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    try? FileManager.default.removeItem(at: profile)
  }

  /// Sends a command and waits for its result.
  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:], session: String? = nil) throws
    -> [String: Any]
  {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    message["sessionId"] = session
    try write(JSONSerialization.data(withJSONObject: message))
    while true {
      let answer = try receive()
      if let event = DevToolsEvent(answer) {
        events.append(event)
      } else if answer["id"] as? Int == lastID {
        if let error = answer["error"] as? [String: Any] {
          throw Failure(description: "\(method): \(error["message"] ?? error)")
        }
        return answer["result"] as? [String: Any] ?? [:]
      }
    }
  }

  /// Waits until an event has come in, and gives all that came before it, with it.
  func events(until name: String) throws -> [DevToolsEvent] {
    while !events.contains(where: { $0.name == name }) {
      if let event = DevToolsEvent(try receive()) { events.append(event) }
    }
    return takeEvents()
  }

  /// The events that came in and were not taken yet.
  func takeEvents() -> [DevToolsEvent] {
    defer { events = [] }
    return events
  }

  private func write(_ message: Data) throws {
    var bytes = Array(message) + [0]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(commands, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(description: "the browser no longer listens") }
      bytes.removeFirst(count)
    }
  }

  private func receive() throws -> [String: Any] {
    var searched = 0
    while true {
      if let end = received[searched...].firstIndex(of: 0) {
        let message = Data(received[..<end])
        received.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      searched = received.count
      try readMore()
    }
  }

  private func readMore() throws {
    var ready = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 60_000) > 0 else {
      throw Failure(description: "the browser did not answer within a minute")
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { read(answers, $0.baseAddress, $0.count) }
    guard count > 0 else { throw Failure(description: "the browser ended") }
    received += buffer[..<count]
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { throw Failure(description: "no pipe: \(errno)") }
    // Kept from other programs that a test starts at the same time, and clear of 3 and 4, which the child needs.
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    ends.forEach { close($0) }
    return (moved[0], moved[1])
  }

  private static func spawn(
    _ program: String, _ arguments: [String], reading: Int32, writing: Int32
  ) throws -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, reading, 3)
    posix_spawn_file_actions_adddup2(&actions, writing, 4)
    // What Chromium says of missing buses and graphics is of no use here.
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, nil, &words, environ)
    guard code == 0 else { throw Failure(description: "\(program) does not start: error \(code)") }
    return process
  }
}

/// Something that the browser tells without being asked.
struct DevToolsEvent {
  /// Its name, such as `Page.loadEventFired`.
  let name: String
  /// Its members.
  let parameters: [String: Any]

  /// An event; nil where the message is an answer.
  init?(_ message: [String: Any]) {
    guard let name = message["method"] as? String else { return nil }
    self.name = name
    parameters = message["params"] as? [String: Any] ?? [:]
  }
}
