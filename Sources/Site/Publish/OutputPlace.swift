/// Where an output folder is, and where the next version of it is made.
struct OutputPlace: Sendable {
  /// The output folder, without symbolic links.
  let folder: String
  /// A folder of ours on the same file system.
  let workshop: String
  /// Whether the workshop lies inside the output folder, so that the two cannot change places.
  let isInside: Bool
  /// The name of the output folder, for names in the workshop.
  private let name: String

  /// Finds the place; makes the folders above it.
  ///
  /// - Parameter inside: whether to work within the folder; nil decides by the file systems.
  init(_ path: String, inside: Bool? = nil) throws {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let name = String(SitePath.name(trimmed))
    let parent: String
    if let real = DiskFile.realPath(trimmed) {
      guard DiskFile.kind(of: real) == .folder else {
        throw FileError.refused(action: "publish to", path: path, reason: "not a folder")
      }
      folder = real
      parent = SitePath.folder(real)
    } else {
      let above = SitePath.folder(trimmed)
      let base = trimmed.hasPrefix("/") && above.isEmpty ? "/" : above.isEmpty ? "." : above
      try DiskFile.makeFolders(base)
      guard let real = DiskFile.realPath(base) else { throw DiskFile.failure("make", base) }
      folder = (real == "/" ? "" : real) + "/" + name
      parent = real == "/" ? "" : real
    }
    self.name = String(SitePath.name(folder))
    isInside = inside ?? Self.mustStayInside(folder, parent: parent)
    workshop = isInside ? folder + "/.ytterby" : parent + "/.ytterby"
  }

  /// Whether a sibling could not change places with the folder, as it is on another file system, or
  /// cannot be made.
  private static func mustStayInside(_ folder: String, parent: String) -> Bool {
    guard let device = DiskFile.device(of: folder) else { return false }
    let above = parent.isEmpty ? "/" : parent
    return device != DiskFile.device(of: above) || !DiskFile.isWritable(above)
  }

  /// The file whose lock keeps two builds apart.
  var lock: String { workshop + "/" + name + ".lock" }
  /// Where the new version is written.
  var staging: String { workshop + "/" + name + ".new" }
  /// Where the old version waits while two renames replace it.
  var previous: String { workshop + "/" + name + ".old" }

  /// Clears away what a killed build left; puts the old version back where it had been taken away.
  func recover() throws {
    if DiskFile.kind(of: previous) != nil, DiskFile.kind(of: folder) == nil {
      try DiskFile.move(previous, to: folder)
    }
    try DiskFile.remove(previous)
    try DiskFile.remove(staging)
  }
}
