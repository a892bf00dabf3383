import Foundation

/// The part of an address that stands for a value.
package enum Slug {
  /// Compatibility decomposition without marks, in lower case, each run of anything but letters and
  /// digits one `-`, none at the ends: `Viet Nam` gives `viet-nam`, `Côte d'Ivoire` `cote-d-ivoire`.
  /// Empty where no letter or digit is left.
  package static func of(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard byte < 0x80 else { return decomposed(String(text)) }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default: if let last = bytes.last, last != hyphen { bytes.append(hyphen) }
      }
    }
    if bytes.last == hyphen { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func decomposed(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: continue
      case .decimalNumber: slug.append(scalar)
      case _ where scalar.properties.isAlphabetic: slug.append(scalar)
      default: if let last = slug.last, last != "-" { slug.append("-") }
      }
    }
    if slug.last == "-" { slug.removeLast() }
    // Lower-casing may compose or add marks again (`İ`); what is left is decomposed once more.
    return String(slug)
  }
}
