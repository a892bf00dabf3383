/// Writes a table as Markdown: its caption as a line above, a cell that spans rows or columns in the first
/// of its columns, in each of its rows.
struct CopyTable {
  private let table: Markup
  private let inlines: CopyInlines

  /// A table of a page.
  init(_ table: Markup, page: String) {
    self.table = table
    inlines = CopyInlines(page: page, isInCell: true)
  }

  /// The caption and the table; nothing for a table without rows.
  var blocks: [String] {
    let (head, body) = rows
    let grid = Self.grid(of: head + body)
    let width = grid.map(\.count).max() ?? 0
    if width == 0 { return [] }
    // Markdown's tables have one head row; further ones are read as rows of the body.
    let first = head.isEmpty ? Array(repeating: Cell(), count: width) : grid[0]
    let rest = head.isEmpty ? grid[...] : grid.dropFirst()
    let isNumeric = (0..<width).map { column in
      rest.contains { column < $0.count && $0[column].isNumeric }
    }
    var lines = [line(first, width), "|" + isNumeric.map { $0 ? " ---: |" : " --- |" }.joined()]
    lines += rest.map { line($0, width) }
    return caption + [lines.joined(separator: "\n")]
  }

  private struct Cell {
    var element: Markup?
    var isNumeric = false
  }

  private var caption: [String] {
    guard let caption = table.elements.first(where: { $0.name == "caption" }) else { return [] }
    var parts: [[Markup]] = [[]]
    for node in caption.children {
      // Number and key are elements of their own, on lines of their own.
      if node.name == "span" {
        parts += [[node], []]
      } else {
        parts[parts.count - 1].append(node)
      }
    }
    let text = parts.map { CopyInlines(page: inlines.page).line($0) }.filter { !$0.isEmpty }
      .joined(separator: ". ")
    return text.isEmpty ? [] : ["**\(text)**"]
  }

  private var rows: (head: [Markup], body: [Markup]) {
    var head: [Markup] = []
    var body: [Markup] = []
    for part in table.elements {
      switch part.name {
      case "thead": head += part.elements.filter { $0.name == "tr" }
      case "tbody", "tfoot": body += part.elements.filter { $0.name == "tr" }
      case "tr": body.append(part)
      default: break
      }
    }
    return (head, body)
  }

  /// The cells of each row, those that reach into it from above included.
  private static func grid(of rows: [Markup]) -> [[Cell]] {
    var below: [Int: (rows: Int, cell: Cell)] = [:]
    return rows.map { row in
      var cells: [Cell] = []
      func takeFromAbove() {
        while let (count, cell) = below[cells.count] {
          below[cells.count] = count > 1 ? (count - 1, cell) : nil
          cells.append(cell)
        }
      }
      for element in row.elements {
        takeFromAbove()
        let cell = Cell(element: element, isNumeric: Self.isNumeric(element))
        let height = element.span("rowspan")
        if height > 1 { below[cells.count] = (height - 1, cell) }
        cells.append(cell)
        cells += Array(repeating: Cell(), count: element.span("colspan") - 1)
      }
      takeFromAbove()
      return cells
    }
  }

  private static func isNumeric(_ element: Markup) -> Bool {
    element.has(class: "num") || element.attributes["align"] == "right"
  }

  private func line(_ cells: [Cell], _ width: Int) -> String {
    (0..<width).reduce(into: "|") { line, column in
      let element = column < cells.count ? cells[column].element : nil
      let text = element.map { inlines.line($0.children) } ?? ""
      line += text.isEmpty ? " |" : " \(text) |"
    }
  }
}

extension Markup {
  /// How many rows or columns a cell takes.
  fileprivate func span(_ name: String) -> Int {
    min(max(attributes[name].flatMap { Int($0) } ?? 1, 1), 100)
  }
}
