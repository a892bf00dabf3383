/// A pattern of paths: `*` stands for any characters of one part, `?` for one, `**` for any parts. A
/// pattern that names a folder stands for all below it.
package struct PathPattern: Sendable, Hashable {
  private let parts: [[Unicode.Scalar]]

  /// A pattern as written; a leading or trailing `/` means nothing.
  package init(_ text: String) {
    parts = text.split(separator: "/").map { Array($0.unicodeScalars) }
  }

  /// Whether a path, or a folder above it, fits.
  package func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
    // reached[j]: the parts so far fit the first j names.
    var reached = [Bool](repeating: false, count: names.count + 1)
    reached[0] = true
    for part in parts {
      var next = [Bool](repeating: false, count: names.count + 1)
      if part == ["*", "*"] {
        var any = false
        for j in 0...names.count {
          any = any || reached[j]
          next[j] = any
        }
      } else {
        for j in names.indices where reached[j] && Self.fits(part, names[j]) { next[j + 1] = true }
      }
      reached = next
    }
    return !parts.isEmpty && reached.dropFirst().contains(true)
  }

  /// Whether a name fits a part, in time proportional to both lengths' product.
  private static func fits(_ part: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var (p, n) = (0, 0)
    var star: (part: Int, name: Int)?
    while n < name.count {
      if p < part.count, part[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < part.count, part[p] == "?" || part[p] == name[n] {
        p += 1
        n += 1
      } else if let last = star {
        star = (last.part, last.name + 1)
        p = last.part + 1
        n = last.name + 1
      } else {
        return false
      }
    }
    return part[p...].allSatisfy { $0 == "*" }
  }
}
