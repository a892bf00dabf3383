import Foundation
import Site
import Synchronization

/// Turns drawings into pictures with librsvg's `rsvg-convert`, and keeps the pictures by content, so that a
/// build makes only those that have changed.
final class PreviewRasterizer: Sendable {
  static let program = "rsvg-convert"

  private let path: String
  /// The program by size and time: another version may draw otherwise.
  private let version: String
  private let cache: String
  private let used = Mutex<Set<String>>([])

  /// The rasterizer with a folder for its pictures; nil where the program is not there.
  init?(cache: String, searchPath: String? = ProcessInfo.processInfo.environment["PATH"]) {
    let folders = (searchPath ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/\(Self.program)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    self.cache = cache
    version = "\(status.st_size) \(status.st_mtim.tv_sec)"
  }

  /// How previews are made below a site's folder.
  static func maker(cache: String) -> (maker: PreviewMaker, rasterizer: PreviewRasterizer?) {
    guard let rasterizer = PreviewRasterizer(cache: cache) else {
      return (.missing(program: program), nil)
    }
    return (.png { try rasterizer.png(of: $0) }, rasterizer)
  }

  /// The picture of a drawing, at the drawing's size.
  func png(of svg: String) throws -> [UInt8] {
    let name = SHA256.hex(Array("\(version)\n\(svg)".utf8))
    _ = used.withLock { $0.insert(name + ".png") }
    let picture = "\(cache)/\(name).png"
    if let known = try? DiskFile.read(picture) { return known }
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    let drawing = "\(cache)/\(name).svg"
    let draft = "\(cache)/\(name).draft"
    try DiskFile.replace(Array(svg.utf8), at: drawing)
    defer { for file in [drawing, draft] { unlink(file) } }
    try run(["--format", "png", "--output", draft, drawing])
    let bytes = try DiskFile.read(draft)
    try DiskFile.replace(bytes, at: picture)
    return bytes
  }

  /// Removes the pictures that this build has not used.
  func prune() {
    let used = used.withLock { $0 }
    for (name, kind) in (try? DiskFile.children(cache)) ?? [] where kind == .file {
      if !used.contains(name) { unlink("\(cache)/\(name)") }
    }
  }

  // MARK: The program

  /// Why a picture could not be made.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private func run(_ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      let mode = descriptor == 0 ? O_RDONLY : O_WRONLY
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    // Nothing of the surroundings may change the picture.
    let environment: [UnsafeMutablePointer<CChar>?] = [
      strdup("PATH=/usr/bin:/bin"), strdup("LC_ALL=C.UTF-8"),
    ]
    defer { for word in words + environment { free(word) } }
    var child = pid_t()
    let started = posix_spawn(&child, path, &actions, nil, words + [nil], environment + [nil])
    guard started == 0 else {
      throw Failure(description: "\(Self.program): \(String(cString: strerror(started)))")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { break }
    }
    guard status == 0 else {
      throw Failure(description: "\(Self.program) ended with status \(status >> 8)")
    }
  }
}
