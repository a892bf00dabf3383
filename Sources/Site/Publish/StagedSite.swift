import CPosix

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The next version of an output folder while it is made, and its way into place.
struct StagedSite: Sendable {
  /// Where it is made and where it goes.
  let place: OutputPlace
  /// What the version in place holds.
  let previous: OutputManifest
  private let keep: [PathPattern]

  /// Makes the staging folder. Throws where the folder in place holds files of others.
  init(_ place: OutputPlace, keep: [PathPattern]) throws {
    self.place = place
    self.keep = keep
    let text = try? DiskFile.read(place.folder + "/" + OutputManifest.name)
    previous = text.flatMap { OutputManifest(String(decoding: $0, as: UTF8.self)) } ?? .init()
    if DiskFile.kind(of: place.folder) != nil { try refuseForeignFiles(below: "") }
    try DiskFile.makeFolders(place.staging)
  }

  /// Throws at a file that neither we wrote nor the author keeps.
  private func refuseForeignFiles(below prefix: String) throws {
    for (name, kind) in try DiskFile.children(place.folder + "/" + prefix)
    where !name.hasPrefix(".") {
      let path = prefix + name
      if isKept(path) { continue }
      if kind == .folder {
        try refuseForeignFiles(below: path + "/")
      } else if previous.entries[path] == nil {
        throw FileError.foreignFolder(path: place.folder, example: path)
      }
    }
  }

  /// Whether a path of the folder in place is not ours and stays.
  private func isKept(_ path: String) -> Bool {
    (path.hasPrefix(".") && path != OutputManifest.name) || keep.contains { $0.matches(path) }
  }

  /// Writes one file, or links it from the version in place where it holds the same bytes.
  ///
  /// - Returns: whether the file was there with the same bytes.
  func stage(_ bytes: UnsafeRawBufferPointer, at path: String) throws -> Bool {
    let old = place.folder + "/" + path
    let new = place.staging + "/" + path
    guard previous.entries[path] != nil, DiskFile.holds(old, bytes) else {
      try DiskFile.create(new, bytes)
      return false
    }
    // Inside the folder, an unchanged file is where it belongs already.
    if !place.isInside { try DiskFile.linkOrCopy(old, to: new) }
    return true
  }

  /// Puts the staged files into place.
  func publish(_ manifest: OutputManifest) throws {
    if place.isInside { return try moveFiles(manifest) }
    try manifest.text.withBytes {
      try DiskFile.create(place.staging + "/" + OutputManifest.name, $0)
    }
    guard DiskFile.kind(of: place.folder) != nil else {
      return try DiskFile.move(place.staging, to: place.folder)
    }
    try carryOver(below: "", manifest)
    switch posix_exchange(place.staging, place.folder) {
    case 0: try DiskFile.remove(place.staging)
    case EBUSY, EXDEV: try moveFiles(manifest)
    default: try swapByRenames()
    }
  }

  /// Takes the staged files away; what they replaced is not touched.
  func discard() {
    try? DiskFile.remove(place.staging)
    if place.isInside { try? DiskFile.remove(place.workshop) }
  }

  /// Gives the files that stay a name in the new version too, before anything is swapped.
  private func carryOver(below prefix: String, _ manifest: OutputManifest) throws {
    for (name, kind) in try DiskFile.children(place.folder + "/" + prefix) {
      let path = prefix + name
      if path == OutputManifest.name || manifest.entries[path] != nil, previous.entries[path] != nil
      {
        continue
      }
      if isKept(path) {
        guard manifest.entries[path] == nil else {
          throw FileError.foreignFolder(path: place.folder, example: path)
        }
        try DiskFile.linkTree(place.folder + "/" + path, to: place.staging + "/" + path)
      } else if kind == .folder {
        try carryOver(below: path + "/", manifest)
      }
    }
  }

  /// Where the file system cannot exchange: the old version steps aside, the new one takes its place;
  /// if that fails, the old one steps back.
  private func swapByRenames() throws {
    try DiskFile.move(place.folder, to: place.previous)
    do {
      try DiskFile.move(place.staging, to: place.folder)
    } catch {
      try DiskFile.move(place.previous, to: place.folder)
      throw error
    }
    try DiskFile.remove(place.previous)
  }

  /// Where the folder itself cannot be replaced: files one by one, what pages need before the pages, and
  /// what is gone last. The manifest names old and new files until all is done, so that a build that is
  /// killed here leaves a folder that the next one knows as its own.
  private func moveFiles(_ manifest: OutputManifest) throws {
    try replaceManifest(
      OutputManifest(previous.entries.merging(manifest.entries) { $1 }))
    let paths = manifest.entries.keys.sorted(by: inByteOrder)
    for pages in [false, true] {
      for path in paths where path.hasSuffix(".html") == pages {
        try moveFile(path)
      }
    }
    for path in previous.entries.keys where manifest.entries[path] == nil {
      try DiskFile.remove(place.folder + "/" + path)
      removeEmptyFolders(above: path)
    }
    try replaceManifest(manifest)
    discard()
  }

  private func moveFile(_ path: String) throws {
    let staged = place.staging + "/" + path
    let target = place.folder + "/" + path
    guard DiskFile.kind(of: staged) != nil else { return }
    try DiskFile.makeFolders(SitePath.folder(target))
    if rename(staged, target) == 0 { return }
    guard errno == EXDEV else { throw DiskFile.failure("rename", staged) }
    let beside = target + ".ytterby-new"
    try DiskFile.remove(beside)
    try DiskFile.linkOrCopy(staged, to: beside)
    try DiskFile.move(beside, to: target)
  }

  private func replaceManifest(_ manifest: OutputManifest) throws {
    let path = place.folder + "/" + OutputManifest.name
    try DiskFile.remove(path + ".new")
    try manifest.text.withBytes { try DiskFile.create(path + ".new", $0) }
    try DiskFile.move(path + ".new", to: path)
  }

  private func removeEmptyFolders(above path: String) {
    var folder = SitePath.folder(path)
    while !folder.isEmpty, rmdir(place.folder + "/" + folder) == 0 {
      folder = SitePath.folder(folder)
    }
  }
}

extension String {
  /// The UTF-8 bytes of the text.
  fileprivate func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    try OutputContent.text(self).withBytes(body)
  }
}
