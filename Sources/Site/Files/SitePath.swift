/// Paths within a site: relative to its root, with `/` between the parts, never absolute, never
/// leading out.
package enum SitePath {
  /// The folder of a path: `countries` of `countries/china.md`; empty at the root.
  package static func folder(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// The last part of a path: `china.md` of `countries/china.md`.
  package static func name(_ path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[path.utf8.index(after: slash)...]
  }

  /// The part of the name after its last dot, in lower case; empty without a dot.
  package static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// The path with a last extension such as `.md` replaced.
  package static func replacingExtension(_ path: String, _ old: String, with new: String) -> String
  {
    path.utf8.count > old.utf8.count && path.hasSuffix(old)
      ? String(path.dropLast(old.count)) + new : path
  }

  /// Two parts of a path put together; an empty one adds nothing.
  package static func join(_ folder: String, _ name: some StringProtocol) -> String {
    folder.isEmpty ? String(name) : folder + "/" + name
  }

  /// A reference such as `../data/prices.csv` read from a folder, with `.` and `..` worked out; a
  /// leading `/` means the root. Nil where it leads out of the site or holds a NUL.
  package static func resolve(_ reference: some StringProtocol, from folder: String) -> String? {
    guard !reference.utf8.contains(0) else { return nil }
    var parts: [Substring] = []
    if reference.utf8.first != UInt8(ascii: "/") {
      parts = folder.split(separator: "/")
    }
    for part in reference.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(Substring(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The output of a Markdown file: `a/b.md` is published as `a/b.html`.
  package static func output(ofPage source: String) -> String {
    replacingExtension(source, ".md", with: ".html")
  }
}
