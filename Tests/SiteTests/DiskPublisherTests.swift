import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct DiskPublisherTests {
  /// Publishes files to `Output` in the folder.
  @discardableResult
  private func publish(
    _ files: [String: String], to folder: TemporaryFolder, keep: [String] = []
  ) throws -> PublishSummary {
    let publisher = DiskPublisher(folder.path + "/Output")
    try publisher.begin(keep: keep)
    for (path, text) in files { try publisher.write(.text(text), to: path) }
    return try publisher.publish()
  }

  private func inode(_ path: String, in folder: TemporaryFolder) throws -> UInt64 {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
    return try #require(attributes[.systemFileNumber] as? UInt64)
  }

  @Test("a folder that is not there is made with those above it")
  func firstBuild() throws {
    let folder = try TemporaryFolder()
    let publisher = DiskPublisher(folder.path + "/deep/er/Output")
    try publisher.begin(keep: [])
    try publisher.write(.text("one"), to: "a/b/index.html")
    let summary = try publisher.publish()
    #expect(summary == PublishSummary(files: 1, written: 1))
    #expect(try folder.read("deep/er/Output/a/b/index.html") == "one")
  }

  @Test("an unchanged file keeps its inode and its time, a changed one does not")
  func unchangedFiles() throws {
    let folder = try TemporaryFolder()
    try publish(["same.html": "same", "other.html": "old", "gone.html": "x"], to: folder)
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: old], ofItemAtPath: folder.path + "/Output/same.html")
    let same = try inode("Output/same.html", in: folder)
    let other = try inode("Output/other.html", in: folder)

    let summary = try publish(
      ["same.html": "same", "other.html": "new", "more.html": ""], to: folder)

    #expect(summary == PublishSummary(files: 3, written: 2, unchanged: 1, removed: 1))
    #expect(try inode("Output/same.html", in: folder) == same)
    #expect(try inode("Output/other.html", in: folder) != other)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.path + "/Output/same.html")
    #expect(attributes[.modificationDate] as? Date == old)
    #expect(try folder.read("Output/other.html") == "new")
    #expect(!folder.exists("Output/gone.html"))
  }

  @Test("a file of the same size but other bytes is written anew")
  func sameSize() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "abc"], to: folder)
    #expect(try publish(["a.html": "abd"], to: folder).written == 1)
    #expect(try folder.read("Output/a.html") == "abd")
  }

  @Test("a folder with files of others is refused and left alone")
  func foreignFolder() throws {
    let folder = try TemporaryFolder(["Output/thesis.tex": "years of work"])
    let error = #expect(throws: FileError.self) { try publish(["a.html": "a"], to: folder) }
    #expect(error?.description.contains("thesis.tex") == true)
    #expect(try folder.read("Output/thesis.tex") == "years of work")
    #expect(!folder.exists("Output/a.html"))
  }

  @Test("a file that someone put among ours is refused, not swept away")
  func foreignFileInOurFolder() throws {
    let folder = try TemporaryFolder()
    try publish(["a/index.html": "a"], to: folder)
    try folder.write("mine", to: "Output/a/notes.txt")
    #expect(throws: FileError.self) { try publish(["a/index.html": "b"], to: folder) }
    #expect(try folder.read("Output/a/index.html") == "a")
    #expect(try folder.read("Output/a/notes.txt") == "mine")
  }

  @Test("dotfiles at the top and files that keep names stay")
  func keptFiles() throws {
    let folder = try TemporaryFolder([
      "Output/.gitignore": "*", "Output/.git/objects/ab": "object", "Output/CNAME": "example.org",
      "Output/files/report.pdf": "pdf",
    ])
    let keep = ["CNAME", "files/**"]
    try publish(["index.html": "1"], to: folder, keep: keep)
    try publish(["index.html": "2"], to: folder, keep: keep)
    #expect(try folder.read("Output/.gitignore") == "*")
    #expect(try folder.read("Output/.git/objects/ab") == "object")
    #expect(try folder.read("Output/CNAME") == "example.org")
    #expect(try folder.read("Output/files/report.pdf") == "pdf")
    #expect(try folder.read("Output/index.html") == "2")
  }

  @Test("a build may not write over a file that is kept")
  func keptFileIsNotOverwritten() throws {
    let folder = try TemporaryFolder(["Output/index.html": "mine"])
    #expect(throws: FileError.self) {
      try publish(["index.html": "theirs"], to: folder, keep: ["index.html"])
    }
    #expect(try folder.read("Output/index.html") == "mine")
  }

  @Test("an abandoned build leaves the old site and nothing of its own")
  func abandoned() throws {
    let folder = try TemporaryFolder()
    try publish(["index.html": "old"], to: folder)
    let before = try folder.files()
    let publisher = DiskPublisher(folder.path + "/Output")
    try publisher.begin(keep: [])
    try publisher.write(.text("new"), to: "index.html")
    publisher.abandon()
    #expect(try folder.files() == before)
    #expect(try folder.read("Output/index.html") == "old")
  }

  @Test("what a killed build left is cleared away by the next")
  func afterAKill() throws {
    let folder = try TemporaryFolder(["Output/.gitignore": "*"])
    try folder.write("half", to: ".ytterby/Output.new/index.html")
    try publish(["a.html": "a"], to: folder)
    #expect(
      try folder.files() == [
        ".ytterby/Output.lock", "Output/.gitignore", "Output/.ytterby-manifest", "Output/a.html",
      ])
  }

  @Test("an old site that a killed build had set aside is put back")
  func afterAKillBetweenRenames() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "a"], to: folder)
    try FileManager.default.moveItem(
      atPath: folder.path + "/Output", toPath: folder.path + "/.ytterby/Output.old")
    let publisher = DiskPublisher(folder.path + "/Output")
    try publisher.begin(keep: [])
    publisher.abandon()
    #expect(try folder.read("Output/a.html") == "a")
  }

  @Test("two builds of one output at once: the second is refused")
  func locked() throws {
    let folder = try TemporaryFolder()
    let first = DiskPublisher(folder.path + "/Output")
    try first.begin(keep: [])
    #expect(throws: FileError.locked(path: folder.path + "/Output")) {
      try DiskPublisher(folder.path + "/Output").begin(keep: [])
    }
    try first.write(.text("a"), to: "a.html")
    _ = try first.publish()
    try DiskPublisher(folder.path + "/Output").begin(keep: [])
  }

  @Test("a path that is a file is no place to publish to")
  func notAFolder() throws {
    let folder = try TemporaryFolder(["Output": "a file"])
    #expect(throws: FileError.self) { try DiskPublisher(folder.path + "/Output").begin(keep: []) }
  }

  @Test("through a symbolic link the site goes where the link leads")
  func throughALink() throws {
    let folder = try TemporaryFolder(["real/.keep": ""])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Output", withDestinationPath: folder.path + "/real")
    try publish(["a.html": "a"], to: folder)
    #expect(try folder.read("real/a.html") == "a")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/Output")
    #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test("a broken manifest makes the folder a foreign one")
  func brokenManifest() throws {
    let folder = try TemporaryFolder()
    try publish(["a.html": "a"], to: folder)
    try folder.write("nonsense", to: "Output/.ytterby-manifest")
    #expect(throws: FileError.self) { try publish(["a.html": "b"], to: folder) }
  }
}
