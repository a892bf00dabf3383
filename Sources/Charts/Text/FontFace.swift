/// The advance widths of one face, by Unicode scalar.
struct FontFace: Sendable {
  /// The units of one font size.
  static let unitsPerEm = 2048

  private let basicLatin: [UInt16]
  private let latin: [UInt16]
  private let greek: [UInt16]
  private let cyrillic: [UInt16]
  private let symbols: [UInt16]
  /// The width of letters of scripts that no table covers.
  private let average: Int

  /// The scalars of the table of symbols, ascending.
  static let symbolScalars: [UInt32] = [
    0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020,
    0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2190,
    0x2191, 0x2192, 0x2193, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2, 0x25BC, 0x25CF,
  ]

  /// Arial and the families that share its widths.
  static func arial(bold: Bool) -> FontFace { bold ? arialBold : arialRegular }
  /// DejaVu Sans, the widest of the usual fallbacks.
  static func dejaVu(bold: Bool) -> FontFace { bold ? dejaVuBold : dejaVuRegular }

  private static let arialRegular = FontFace(
    basicLatin: ArialWidths.basicLatin, latin: ArialWidths.latin, greek: ArialWidths.greek,
    cyrillic: ArialWidths.cyrillic, symbols: ArialWidths.symbols, average: 1139)
  private static let arialBold = FontFace(
    basicLatin: ArialBoldWidths.basicLatin, latin: ArialBoldWidths.latin,
    greek: ArialBoldWidths.greek, cyrillic: ArialBoldWidths.cyrillic,
    symbols: ArialBoldWidths.symbols, average: 1251)
  private static let dejaVuRegular = FontFace(
    basicLatin: DejaVuWidths.basicLatin, latin: DejaVuWidths.latin, greek: DejaVuWidths.greek,
    cyrillic: DejaVuWidths.cyrillic, symbols: DejaVuWidths.symbols, average: 1300)
  private static let dejaVuBold = FontFace(
    basicLatin: DejaVuBoldWidths.basicLatin, latin: DejaVuBoldWidths.latin,
    greek: DejaVuBoldWidths.greek, cyrillic: DejaVuBoldWidths.cyrillic,
    symbols: DejaVuBoldWidths.symbols, average: 1458)

  /// The width of one line, in 2048ths of the font size; kerning is left out.
  func width(of text: String) -> Int {
    var sum = 0
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F else { return slowWidth(of: text) }
      sum += Int(basicLatin[Int(byte) - 0x20])
    }
    return sum
  }

  private func slowWidth(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of one scalar: from the tables, else by its range.
  func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF:
      return 0
    case 0x20..<0x7F: return Int(basicLatin[Int(value) - 0x20])
    case 0xA0..<0x180: return Int(latin[Int(value) - 0xA0])
    case 0x391..<0x3CA: return Int(greek[Int(value) - 0x391])
    case 0x410..<0x450: return Int(cyrillic[Int(value) - 0x410])
    case 0x2000...0x200A: return Self.spaces[Int(value) - 0x2000]
    case 0x202F: return Self.unitsPerEm / 5
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return Self.unitsPerEm
    default: break
    }
    if let place = Self.symbolScalars.firstIndex(of: value) { return Int(symbols[place]) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return average
    }
  }

  /// U+2000 to U+200A: quads, thirds, quarters, sixths, figure, punctuation, thin, hair.
  private static let spaces = [1024, 2048, 1024, 2048, 683, 512, 341, 1139, 569, 410, 205]
}
