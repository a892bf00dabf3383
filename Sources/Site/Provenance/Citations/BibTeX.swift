/// Writes BibTeX entries that BibTeX and biblatex both read.
struct BibTeX {
  /// What has been written.
  private(set) var text = ""

  /// Adds an entry; fields without value are left out.
  ///
  /// - Parameters:
  ///   - type: the entry type, such as `misc`.
  ///   - key: what citations name; other characters than letters, digits, `-`, `_`, `:` and `.` are
  ///     left out, since few programs take them.
  ///   - fields: names with values as plain text.
  mutating func entry(_ type: String, key: String, _ fields: [(name: String, value: Value?)]) {
    if !text.isEmpty { text += "\n" }
    text += "@\(type){\(Self.key(key))"
    for case (let name, let value?) in fields { text += ",\n  \(name) = {\(value.escaped)}" }
    text += "\n}\n"
  }

  /// The value of a field.
  enum Value {
    /// Words, whose capitals a style may change.
    case words(String)
    /// A name or title that stays as it is: an institution is no first name and last name.
    case verbatim(String)
    /// Several names that stay as they are.
    case names([String])
    /// An address.
    case address(String)

    fileprivate var escaped: String {
      switch self {
      case .words(let text): BibTeX.escaped(text)
      case .verbatim(let text): "{" + BibTeX.escaped(text) + "}"
      case .names(let names):
        names.map { "{" + BibTeX.escaped($0) + "}" }.joined(separator: " and ")
      case .address(let text): BibTeX.address(text)
      }
    }
  }

  /// The fields of a date: year and month, as far as it says.
  static func date(_ date: String?) -> [(name: String, value: Value?)] {
    guard let date, date.utf8.count >= 4 else { return [] }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let parts = date.split(separator: "-").map { Int($0) ?? 0 }
    let month = parts.count > 1 && 1...12 ~= parts[1] ? Value.words(months[parts[1] - 1]) : nil
    return [("year", .words(String(date.prefix(4)))), ("month", month), ("date", .words(date))]
  }

  private static func key(_ key: String) -> String {
    let allowed = key.unicodeScalars.filter { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_:.".unicodeScalars.contains(scalar))
    }
    return allowed.isEmpty ? "source" : String(String.UnicodeScalarView(allowed))
  }

  /// A text in which TeX's own characters stand for themselves.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "{", "}", "$", "&", "#", "_", "%": result += "\\" + String(scalar)
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address: braces would end the field, so they are percent-encoded.
  private static func address(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": result += "%7B"
      case "}": result += "%7D"
      case "\\": result += "%5C"
      case _ where scalar.value <= 0x20: result += "%20"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
