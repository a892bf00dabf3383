import Foundation

/// Watches folders and says when something in them has changed.
///
/// A watcher compares a fingerprint of the folders (paths, sizes, modification times) at a fixed interval:
/// the same on every system, with nothing to miss when an editor replaces a file by renaming. Reading the
/// attributes of ten thousand files takes some tens of milliseconds, so large sites are looked at less
/// often.
package struct SourceWatcher: Sendable {
  private let folders: [String]
  private let interval: Duration

  /// A watcher.
  ///
  /// - Parameters:
  ///   - folders: the folders, with all that is below them; one that is not there may come later.
  ///   - interval: the time between two looks.
  package init(_ folders: [String], interval: Duration = .milliseconds(250)) {
    self.folders = folders
    self.interval = interval
  }

  /// Waits until the folders differ from `before`, and stay the same for one interval, so that a program
  /// that writes several files is waited for.
  ///
  /// - Returns: the new fingerprint; nil where the task was cancelled.
  package func change(since before: Fingerprint) async -> Fingerprint? {
    var last = before
    while !Task.isCancelled {
      let clock = ContinuousClock()
      let start = clock.now
      let now = fingerprint()
      let pause = max(interval, start.duration(to: clock.now) * 10)
      if now != before, now == last { return now }
      last = now
      guard (try? await Task.sleep(for: pause)) != nil else { return nil }
    }
    return nil
  }

  /// What the folders hold: path, size and time of each file.
  package struct Fingerprint: Sendable, Equatable {
    fileprivate var files: [String: Attributes] = [:]

    fileprivate struct Attributes: Sendable, Equatable {
      var size: Int
      var modified: Date
    }
  }

  /// The folders as they are now.
  package func fingerprint() -> Fingerprint {
    var result = Fingerprint()
    let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey, .isDirectoryKey]
    for folder in folders {
      let root = URL(filePath: folder)
      let files = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles])
      while let file = files?.nextObject() as? URL {
        guard let values = try? file.resourceValues(forKeys: keys), values.isDirectory != true
        else { continue }
        result.files[file.path] = Fingerprint.Attributes(
          size: values.fileSize ?? 0, modified: values.contentModificationDate ?? .distantPast)
      }
    }
    return result
  }
}
