import Foundation
import Testing

/// The interpreter that is there.
enum Python {
  /// The program of that name in `PATH`; nil where there is none.
  static let program: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { URL(filePath: "\($0)/python3") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path()) }
}

/// The figures of the briefing, computed once more by a program that shares nothing with the generator.
@Suite(
  .enabled(
    if: Python.program != nil,
    "no Python 3 is installed: figures are not computed a second time"))
struct IndependentCheckTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the program over a published site: its exit status and what it printed.
  private func verify(_ output: URL) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = Python.program
    process.arguments = [
      Self.root.appending(path: "Scripts/verify").path(), "--site", Self.root.path(),
      "--output", output.path(), "--count", "1000",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  @Test("every figure and every number of the text agrees with the rows of the published tables")
  func agrees() throws {
    let site = try #require(try PublishedBriefing.built.get(), "there is no Content/ here")
    let (status, text) = try verify(site.folder)
    let faults = text.split(separator: "\n").filter {
      !$0.hasSuffix("agree") && !$0.hasSuffix("agrees")
    }
    #expect(status == 0, "\(faults.joined(separator: "\n"))")
    #expect(text.hasSuffix("0 differ\n"))
    #expect(text.contains("\nfigure ") && text.contains("\nvalue "))
  }

  @Test("a published table that was changed is noticed")
  func notices() throws {
    let site = try #require(try PublishedBriefing.built.get(), "there is no Content/ here")
    let copy = FileManager.default.temporaryDirectory.appending(
      path: "ytterby-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: site.folder, to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    let table = copy.appending(path: "data/mine_production.csv")
    let text = try String(contentsOf: table, encoding: .utf8)
    try text.replacing(",270000,", with: ",280000,").write(
      to: table, atomically: true, encoding: .utf8)
    #expect(try verify(copy).status == 1)
  }
}
