/// How large a file is, for the text of a link to it.
enum FileSize {
  /// The size of a text as UTF-8: `4 kB`, `1.2 MB`, in powers of 1000.
  static func text(of content: String) -> String { text(content.utf8.count) }

  /// A number of bytes as readers see it; below one kilobyte it is told as one.
  static func text(_ bytes: Int) -> String {
    let kilobytes = max(1, (bytes + 500) / 1000)
    if kilobytes < 1000 { return "\(kilobytes)\u{A0}kB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)\u{A0}MB"
  }
}
