/// A failure of the environment when files are read or written: nothing the author's text could mend.
package enum FileError: Error, Equatable, CustomStringConvertible {
  /// No file or folder of that path.
  case notFound(String)
  /// The system refused: what was tried, the path, and the system's reason.
  case refused(action: String, path: String, reason: String)
  /// The output folder holds files that this program did not write.
  case foreignFolder(path: String, example: String)
  /// Another build is writing the same output.
  case locked(path: String)

  package var description: String {
    switch self {
    case .notFound(let path):
      "no such file or folder: \(path)"
    case .refused(let action, let path, let reason):
      "cannot \(action) \(path): \(reason)"
    case .foreignFolder(let path, let example):
      "\(path) holds files that Ytterby did not write, such as \(example); "
        + "choose an empty folder, or name what is to stay under `keep` in site.yaml"
    case .locked(let path):
      "another build is writing \(path); wait for it to end"
    }
  }
}
