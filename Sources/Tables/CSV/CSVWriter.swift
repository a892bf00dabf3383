/// Writes tables as CSV: UTF-8, line feeds, quotes only where needed, ISO values, empty cells for
/// null, the shortest numbers that read back the same.
public enum CSVWriter {
  /// The table with a header row.
  public static func text(_ table: DataTable) -> String {
    var text = ""
    append(table.columns.map(\.name), to: &text)
    for row in table.rows { append(row.map(cell), to: &text) }
    return text
  }

  /// One value as it stands in a cell, without quotes.
  public static func cell(_ value: DataValue) -> String {
    switch value {
    case .null: ""
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): PlainNumber.text(number)
    case .text(let text): text
    }
  }

  private static func append(_ cells: [String], to text: inout String) {
    // A lone empty cell would be a blank line.
    if cells == [""] { text += "\"\"" }
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      append(cell, to: &text)
    }
    text += "\n"
  }

  private static func append(_ cell: String, to text: inout String) {
    let special: (UInt8) -> Bool = {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    // In front of a file U+FEFF would be taken for a byte order mark.
    let isMarked = cell.unicodeScalars.first == "\u{FEFF}"
    guard isMarked || cell.utf8.contains(where: special) else {
      text += cell
      return
    }
    text += "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }
}
