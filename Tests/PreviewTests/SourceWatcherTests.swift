import TestSupport
import Testing

@testable import Preview

@Suite struct SourceWatcherTests {
  @Test("a changed, a new and a removed file each change the fingerprint")
  func fingerprint() throws {
    let folder = try TemporaryFolder(["a.md": "one", "deep/b.md": "two"])
    let watcher = SourceWatcher([folder.path])
    let first = watcher.fingerprint()
    #expect(watcher.fingerprint() == first)
    try folder.write("one more", to: "a.md")
    let second = watcher.fingerprint()
    #expect(second != first)
    try folder.write("three", to: "deep/c.md")
    #expect(watcher.fingerprint() != second)
  }

  @Test("a change is waited for, and a cancelled wait ends")
  func waiting() async throws {
    let folder = try TemporaryFolder(["a.md": "one"])
    let watcher = SourceWatcher([folder.path], interval: .milliseconds(5))
    let before = watcher.fingerprint()
    let waiting = Task { await watcher.change(since: before) }
    try folder.write("something else", to: "a.md")
    #expect(await waiting.value != nil)
    let idle = Task { await watcher.change(since: watcher.fingerprint()) }
    idle.cancel()
    #expect(await idle.value == nil)
  }

  @Test("a folder that is not there has the fingerprint of nothing")
  func missing() throws {
    let folder = try TemporaryFolder(["a.md": "one"])
    #expect(
      SourceWatcher([folder.path + "/none"]).fingerprint() == SourceWatcher([]).fingerprint())
  }
}
