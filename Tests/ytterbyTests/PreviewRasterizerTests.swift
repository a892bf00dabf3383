import Foundation
import Site
import TestSupport
import Testing

@testable import ytterby

/// Pictures made by a program, here one that copies the drawing and notes each call.
@Suite struct PreviewRasterizerTests {
  /// A folder with the program in `bin`, copied there by another process: had this one written the file, a process
  /// that another test starts meanwhile would hold it open for writing, and it could not be run.
  private static func folder(program: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["program": "#!/bin/sh\n\(program)\n"])
    let copy = Process()
    copy.executableURL = URL(fileURLWithPath: "/bin/sh")
    copy.arguments = [
      "-c", "mkdir bin && cp program bin/$0 && chmod 755 bin/$0", PreviewRasterizer.program,
    ]
    copy.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try copy.run()
    copy.waitUntilExit()
    #expect(copy.terminationStatus == 0)
    return folder
  }

  private static func rasterizer(_ folder: TemporaryFolder) throws -> PreviewRasterizer {
    try #require(
      PreviewRasterizer(
        cache: "\(folder.path)/cache", searchPath: "/nonexistent:\(folder.path)/bin"))
  }

  private static let copying = #"echo called >> "$(dirname "$0")/calls"; cp "$5" "$4""#

  @Test("without the program there is no rasterizer")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(PreviewRasterizer(cache: folder.path, searchPath: folder.path) == nil)
    #expect(PreviewRasterizer(cache: folder.path, searchPath: nil) == nil)
  }

  @Test("a picture is made once for each drawing, also by later builds")
  func cached() throws {
    let folder = try Self.folder(program: Self.copying)
    for _ in 0..<2 {
      let rasterizer = try Self.rasterizer(folder)
      #expect(try rasterizer.png(of: "<svg/>") == Array("<svg/>".utf8))
      #expect(try rasterizer.png(of: "<svg a=''/>") == Array("<svg a=''/>".utf8))
    }
    #expect(try folder.read("bin/calls") == "called\ncalled\n")
  }

  @Test("pictures that a build does not use are removed")
  func pruned() throws {
    let folder = try Self.folder(program: Self.copying)
    _ = try Self.rasterizer(folder).png(of: "<svg/>")
    let later = try Self.rasterizer(folder)
    _ = try later.png(of: "<svg b=''/>")
    #expect(try folder.files().count { $0.hasPrefix("cache/") } == 2)
    later.prune()
    #expect(try folder.files().count { $0.hasPrefix("cache/") } == 1)
  }

  @Test(
    "a program that fails, or makes nothing, is an error that leaves nothing behind",
    arguments: ["exit 3", "exit 0"])
  func failing(program: String) throws {
    let folder = try Self.folder(program: program)
    let rasterizer = try Self.rasterizer(folder)
    #expect(throws: (any Error).self) { try rasterizer.png(of: "<svg/>") }
    #expect(try folder.files().allSatisfy { !$0.hasPrefix("cache/") })
  }
}
