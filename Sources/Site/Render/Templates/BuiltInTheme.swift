import CTheme

/// The theme that is part of the program.
enum BuiltInTheme {
  /// The files by path, as `Templates/` holds them.
  static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for index in 0..<theme_file_count() {
      let file = theme_file(index)
      guard let name = file.name, let bytes = file.bytes else { continue }
      files[String(cString: name)] = Array(UnsafeBufferPointer(start: bytes, count: file.count))
    }
    return files
  }()
}
