/// What a link or image points to, judged by an allow-list of schemes.
package enum LinkDestination: Equatable, Sendable {
  /// A file of the site, from the page's folder or from the content's root; may have a fragment.
  case relative
  /// A place in the same page: `#id`.
  case fragment
  /// `http:`, `https:` or `//host`.
  case external
  /// `mailto:`.
  case mail
  /// A claim: `check:`.
  case check
  /// Any other scheme, in lower case: not written into a page.
  case refused(scheme: String)

  /// Judges a destination as a browser would read it: control characters and blanks, which browsers
  /// drop, do not hide a scheme. Entities are expected to be decoded.
  package init(_ destination: String) {
    let visible = destination.unicodeScalars.lazy.filter { !Self.isDropped($0) }
    if visible.first == "#" {
      self = .fragment
    } else if visible.starts(with: "//".unicodeScalars) {
      self = .external
    } else if let scheme = Self.scheme(of: visible) {
      switch scheme {
      case "http", "https": self = .external
      case "mailto": self = .mail
      case "check": self = .check
      default: self = .refused(scheme: scheme)
      }
    } else {
      self = .relative
    }
  }

  /// The scheme in lower case (RFC 3986, 3.1): a letter, then letters, digits, `+`, `-`, `.` up to a
  /// colon.
  private static func scheme(of scalars: some Sequence<Unicode.Scalar>) -> String? {
    var scheme = ""
    for scalar in scalars {
      switch scalar {
      case "a"..."z", "A"..."Z": break
      case "0"..."9", "+", "-", ".": if scheme.isEmpty { return nil }
      case ":": return scheme.isEmpty ? nil : scheme.lowercased()
      default: return nil
      }
      scheme.unicodeScalars.append(scalar)
    }
    return nil
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.value < 0xA0 || scalar.properties.isWhitespace
      || scalar.properties.generalCategory == .format
  }
}
