import Foundation

/// Another program that draws specifications, kept running: a file's name in, seconds of processor time out.
final class Peer {
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()

  /// Starts a command line through the shell.
  init(_ command: String) throws {
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec " + command]
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
  }

  /// The seconds that it took to draw the specification in a file, and the size of the picture in bytes.
  func draw(_ file: URL) throws -> (seconds: Double, size: Int) {
    try requests.fileHandleForWriting.write(contentsOf: Data((file.path + "\n").utf8))
    let words = try line().split(separator: " ")
    guard words.count == 2, let seconds = Double(words[0]), let size = Int(words[1]) else {
      throw BenchmarkFailure("the peer answered: \(words.joined(separator: " "))")
    }
    return (seconds, size)
  }

  /// Ends it.
  func stop() {
    try? requests.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private func line() throws -> String {
    var bytes: [UInt8] = []
    while let byte = try answers.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
