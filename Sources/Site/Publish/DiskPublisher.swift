import Synchronization

/// Publishes a site to a folder on the disk, whole or not at all.
///
/// The new site is written beside the old one, in `.ytterby/`; files with the same bytes are hard-linked
/// from the old, so that they keep inode and time. Then both change places in one step. Where the folder
/// is a mount point, or its surroundings cannot be written, the new files wait inside it and are renamed
/// into place one by one, pages last. Until then the old site is untouched; a build that is killed
/// leaves it whole, and the next one clears away what is left.
package final class DiskPublisher: OutputConsumer {
  struct State {
    var site: StagedSite?
    var lock: FolderLock?
  }
  private let folder: String
  private let state = Mutex(State())
  private let records = Mutex(Records())

  /// What has been written so far.
  struct Records {
    var manifest = OutputManifest()
    var unchanged = 0
  }

  /// A publisher to a folder that may not be there yet.
  package init(_ folder: String) {
    self.folder = folder
  }

  package func begin(keep: [String]) throws {
    let place = try OutputPlace(folder)
    try DiskFile.makeFolders(place.workshop)
    let lock = try FolderLock(place.lock, for: folder)
    try place.recover()
    let site = try StagedSite(place, keep: keep.map { PathPattern($0) })
    records.withLock { $0 = Records() }
    state.withLock { $0 = State(site: site, lock: lock) }
  }

  package func write(_ content: OutputContent, to path: String) throws {
    guard let site = state.withLock({ $0.site }) else { return }
    try content.withBytes { bytes in
      let entry = OutputManifest.Entry(size: bytes.count)
      let isUnchanged = try site.stage(bytes, at: path)
      records.withLock { records in
        records.manifest.entries[path] = entry
        if isUnchanged { records.unchanged += 1 }
      }
    }
  }

  package func publish() throws -> PublishSummary {
    guard let site = state.withLock({ $0.site }) else { return PublishSummary() }
    let (manifest, unchanged) = records.withLock { ($0.manifest, $0.unchanged) }
    try site.publish(manifest)
    abandon()
    let removed = site.previous.entries.keys.count { manifest.entries[$0] == nil }
    return PublishSummary(
      files: manifest.entries.count, written: manifest.entries.count - unchanged,
      unchanged: unchanged, removed: removed)
  }

  package func abandon() {
    state.withLock { state in
      state.site?.discard()
      state = State()
    }
  }
}
