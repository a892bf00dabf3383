/// Rules for the paths of files in a package.
enum ResourcePath {
  /// Why a path is refused, in one clause; nil where it leads to a file below the package.
  static func fault(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty { return "a path names a file" }
    if path.contains("://") { return "a resource is a file, not an address" }
    if path.hasPrefix("/") || path.hasPrefix("~") || path.contains(":") {
      return "a path is relative to the package"
    }
    if path.contains("\\") { return "the parts of a path are separated by /" }
    if path.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
      return "a path holds no control characters"
    }
    if parts.contains("..") || parts.contains(".") || parts.contains("") {
      return "a path leads to a file below the package"
    }
    return nil
  }
}
