/// A table as plain text.
struct PlainTable {
  /// How it is laid out.
  enum Style {
    case aligned, markdown
  }

  var head: [String]
  var rows: [[String]]
  /// Whether each column is set to the right.
  var isNumeric: [Bool]

  /// The text, a row a line. Widths count characters.
  static func text(_ table: PlainTable, style: Style) -> String {
    let escaped = style == .markdown ? table.escaped : table
    let widths = escaped.head.indices.map { column in
      ([escaped.head] + escaped.rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column -> String in
        let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
        return escaped.isNumeric[column] ? blanks + cells[column] : cells[column] + blanks
      }
      switch style {
      case .markdown: return "| " + padded.joined(separator: " | ") + " |"
      case .aligned:
        var text = padded.joined(separator: "  ")
        while text.hasSuffix(" ") { text.removeLast() }
        return text
      }
    }
    let rule = widths.indices.map { column -> String in
      let dashes = String(repeating: "-", count: max(widths[column], 3))
      return style == .markdown && escaped.isNumeric[column] ? dashes.dropLast() + ":" : dashes
    }
    let ruleLine =
      style == .markdown
      ? "| " + rule.joined(separator: " | ") + " |"
      : widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return ([line(escaped.head), ruleLine] + escaped.rows.map(line)).joined(separator: "\n") + "\n"
  }

  /// The table with what would end a cell of Markdown taken apart.
  private var escaped: PlainTable {
    func escape(_ cell: String) -> String {
      cell.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\n", with: " ")
    }
    return PlainTable(
      head: head.map(escape), rows: rows.map { $0.map(escape) }, isNumeric: isNumeric)
  }
}
