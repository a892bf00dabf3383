import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Support for tests")
struct TestSupportTests {
  @Test("marks give their places and leave the text")
  func markedText() {
    let marked: MarkedText = "a: 1️⃣é2️⃣\n3️⃣b: 12"
    #expect(marked.text == "a: é\nb: 12")
    #expect(marked[1] == SourcePosition(line: 1, column: 4))
    #expect(marked[2] == SourcePosition(line: 1, column: 5))
    #expect(marked[3] == SourcePosition(line: 2, column: 1))
    #expect(marked[4] == nil)
  }

  @Test("a temporary folder has its files and goes away")
  func temporaryFolder() throws {
    var folder: TemporaryFolder? = try TemporaryFolder(["a/b.md": "é", "c.txt": ""])
    let path = try #require(folder?.path)
    #expect(try folder?.files() == ["a/b.md", "c.txt"])
    #expect(try folder?.read("a/b.md") == "é")
    #expect(folder?.exists("d") == false)
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("a snapshot must be equal byte by byte")
  func snapshot() throws {
    let folder = try TemporaryFolder(["a.txt": "one\ncafé\n"])
    let snapshots = SnapshotFolder(path: folder.path, isRecording: false)
    #expect(try snapshots.mismatch(of: "one\ncafé\n", named: "a.txt") == nil)
    let decomposed = try snapshots.mismatch(of: "one\ncafe\u{301}\n", named: "a.txt")
    #expect(decomposed?.contains("differs") == true)
    let changed = try snapshots.mismatch(of: "one\ntwo\n", named: "a.txt")
    #expect(changed?.contains("from line 2 on\n- café\n+ two") == true)
    #expect(try snapshots.mismatch(of: "", named: "b.txt")?.contains("no snapshot") == true)
    #expect(!folder.exists("b.txt"))
  }

  @Test("recording a snapshot writes it and fails all the same")
  func recording() throws {
    let folder = try TemporaryFolder()
    let snapshots = SnapshotFolder(path: folder.path, isRecording: true)
    #expect(try snapshots.mismatch(of: "x", named: "sub/a.txt")?.contains("recorded") == true)
    #expect(try folder.read("sub/a.txt") == "x")
  }
}
