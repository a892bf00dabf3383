import TestSupport
import Testing

@testable import Site

/// The way into place where the folder cannot change places with another.
@Suite struct StagedSiteTests {
  private func stage(
    _ files: [String: String], _ place: OutputPlace
  ) throws -> (StagedSite, OutputManifest) {
    let site = try StagedSite(place, keep: [])
    var manifest = OutputManifest()
    for (path, text) in files {
      try OutputContent.text(text).withBytes { bytes in
        _ = try site.stage(bytes, at: path)
        manifest.entries[path] = .init(hash: SHA256.hex(bytes), size: bytes.count)
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

  @Test("a build killed while files are moved leaves a folder that is known as ours")
  func killedWhileMoving() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      OutputManifest([
        "a.html": .init(hash: "0", size: 0), "new.html": .init(hash: "0", size: 0),
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
      "a b/c.html": .init(hash: "00ff", size: 12), "é.css": .init(hash: "ab", size: 0),
    ])
    #expect(OutputManifest(manifest.text) == manifest)
    #expect(manifest.text.hasPrefix("ytterby-manifest 1\n00ff 12 a b/c.html\n"))
  }

  @Test(
    "what is no manifest is none",
    arguments: ["", "other 1\n", "ytterby-manifest 1\nhash\n", "ytterby-manifest 1\na b c\n"])
  func broken(text: String) {
    #expect(OutputManifest(text) == nil)
  }
}
