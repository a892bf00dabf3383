import Diagnostics
import Documents
import Tables

/// A link with columns in braces: `countries/{iso3}.md`, `https://example.org/?q={name:raw}`.
struct LinkTemplate {
  /// A piece of the template.
  enum Piece {
    case text(String)
    /// The slug of a cell.
    case slug(Int)
    /// A cell, percent-encoded.
    case raw(Int)
  }

  /// The pieces in order.
  let pieces: [Piece]
  /// Where the template stands.
  let location: SourceLocation

  /// Reads a template; nil after a report.
  init?(
    _ node: DocumentNode, columns: [DataColumn], of name: String, path: String,
    into diagnostics: DiagnosticCollector
  ) {
    location = SourceLocation(path, node.range)
    var pieces: [Piece] = []
    var rest = (node.literalText ?? "")[...]
    while let open = rest.firstIndex(of: "{") {
      pieces.append(.text(String(rest[..<open])))
      guard let close = rest[open...].firstIndex(of: "}") else {
        diagnostics.add(
          Diagnostic(
            .error, "table.link", at: location, "a brace is not closed", expected: "`{column}`"))
        return nil
      }
      let parts = rest[rest.index(after: open)..<close].split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let column = String(parts.first ?? "")
      guard let index = columns.firstIndex(where: { $0.name == column }) else {
        diagnostics.add(
          .unknownName(
            "table.link", column, what: "column of `\(name)`", among: columns.map(\.name),
            at: location))
        return nil
      }
      guard parts.count == 1 || parts[1] == "raw" else {
        diagnostics.add(
          Diagnostic(
            .error, "table.link", at: location, "only `raw` may follow a column",
            found: "`\(parts[1])`", expected: "`{\(column)}` or `{\(column):raw}`"))
        return nil
      }
      pieces.append(parts.count == 1 ? .slug(index) : .raw(index))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
  }

  /// The columns that the template takes.
  var columns: [Int] {
    pieces.compactMap { piece in
      switch piece {
      case .text: nil
      case .slug(let column), .raw(let column): column
      }
    }
  }

  /// The link of a row; nil where a cell is missing.
  func address(_ row: Int, of view: ResultView) -> String? {
    var address = ""
    for piece in pieces {
      switch piece {
      case .text(let text): address += text
      case .slug(let column), .raw(let column):
        let value = view.value(row, column)
        if value.isNull { return nil }
        if case .raw = piece {
          address += PercentEncoding.encodedComponent(PlainText.of(value))
        } else {
          address += Slug.of(PlainText.of(value))
        }
      }
    }
    return address
  }
}

extension PercentEncoding {
  /// A text as one part of a path or query: everything but letters, digits, `-`, `.`, `_` and `~` encoded.
  static func encodedComponent(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}
