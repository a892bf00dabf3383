import Foundation

/// The public test suites that lie beside the repository, where they are there.
enum Suites {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/suites")

  /// The bytes of a suite's file; nil, and a line that says so, where it is missing.
  static func bytes(_ name: String) -> [UInt8]? {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else {
      print("SKIPPED: the suite \(name) is not beside the repository")
      return nil
    }
    return [UInt8](data)
  }

  /// The list of a JSON suite.
  static func list(_ name: String) throws -> [[String: Any]]? {
    guard let bytes = bytes(name) else { return nil }
    return try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
  }
}
