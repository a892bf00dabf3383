import TestSupport
import Testing

@testable import Site

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The way into place where the folder cannot change places with another.
@Suite struct StagedSiteTests {
  private func stage(
    _ files: [String: String], _ place: OutputPlace,
    exchange: @escaping StagedSite.Exchange = { _, _ in ENOSYS }
  ) throws -> (StagedSite, OutputManifest) {
    let site = try StagedSite(place, keep: [], exchange: exchange)
    var manifest = OutputManifest()
    for (path, text) in files {
      try OutputContent.text(text).withBytes { bytes in
        _ = try site.stage(bytes, at: path)
        manifest.entries[path] = .init(size: bytes.count)
      }
    }
    return (site, manifest)
  }

  @Test("inside a mount point, files are moved one by one and what is gone is taken away")
  func inside() throws {
    let folder = try TemporaryFolder(["Output/.keep": ""])
    var place = try OutputPlace(folder.path + "/Output", inside: true)
    var (site, manifest) = try stage(["a/b.html": "1", "c.css": "x", "d.html": "d"], place)
    try site.publish(manifest)
    #expect(
      try folder.files() == [
        "Output/.keep", "Output/.ytterby-manifest", "Output/a/b.html", "Output/c.css",
        "Output/d.html",
      ])
    place = try OutputPlace(folder.path + "/Output", inside: true)
    (site, manifest) = try stage(["c.css": "y", "d.html": "d"], place)
    try site.publish(manifest)
    #expect(
      try folder.files() == [
        "Output/.keep", "Output/.ytterby-manifest", "Output/c.css", "Output/d.html",
      ])
    #expect(!folder.exists("Output/a"))
    #expect(try folder.read("Output/c.css") == "y")
  }

  @Test(
    "where the system cannot exchange folders, renames or single files replace the old site",
    arguments: [ENOSYS, EINVAL, EBUSY, EXDEV])
  func withoutExchange(code: Int32) throws {
    let folder = try TemporaryFolder(["Output/.keep": "kept"])
    for files in [["a.html": "1", "b/c.html": "c"], ["a.html": "2"]] {
      let place = try OutputPlace(folder.path + "/Output")
      try DiskFile.makeFolders(place.workshop)
      let (site, manifest) = try stage(files, place) { _, _ in code }
      try site.publish(manifest)
      site.discard()
    }
    #expect(
      try folder.files() == [
        "Output/.keep", "Output/.ytterby-manifest", "Output/a.html",
      ])
    #expect(try folder.read("Output/a.html") == "2")
    #expect(try folder.read("Output/.keep") == "kept")
  }

  @Test("a build killed while files are moved leaves a folder that is known as ours")
  func killedWhileMoving() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      OutputManifest([
        "a.html": .init(size: 0), "new.html": .init(size: 0),
      ]).text, to: "Output/.ytterby-manifest")
    try folder.write("old", to: "Output/a.html")
    try folder.write("new", to: "Output/new.html")
    let place = try OutputPlace(folder.path + "/Output", inside: true)
    let (site, manifest) = try stage(["a.html": "a"], place)
    try site.publish(manifest)
    #expect(try folder.files() == ["Output/.ytterby-manifest", "Output/a.html"])
  }
}

@Suite struct OutputManifestTests {
  @Test("a manifest reads back as it was written, paths with blanks included")
  func roundTrip() {
    let manifest = OutputManifest([
      "a b/c.html": .init(size: 12), "é.css": .init(size: 0),
    ])
    #expect(OutputManifest(manifest.text) == manifest)
    #expect(manifest.text.hasPrefix("ytterby-manifest 2\n12 a b/c.html\n"))
  }

  @Test(
    "what is no manifest is none",
    arguments: ["", "other 1\n", "ytterby-manifest 2\n12\n", "ytterby-manifest 2\na b c\n"])
  func broken(text: String) {
    #expect(OutputManifest(text) == nil)
  }
}
