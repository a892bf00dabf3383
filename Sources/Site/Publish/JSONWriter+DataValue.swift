import Documents
import Tables

extension JSONWriter {
  /// Writes a value of a table: numbers as numbers, dates as ISO texts, NULL as `null`.
  mutating func value(_ value: DataValue) {
    switch value {
    case .null: null()
    case .boolean(let flag): self.value(flag)
    case .integer(let number): self.value(number)
    case .number(let number): self.value(number)
    case .text(let text): self.value(text)
    }
  }

  /// Writes a list of texts.
  mutating func value(_ texts: some Sequence<String>) {
    array { writer in
      for text in texts { writer.value(text) }
    }
  }

  /// Writes a member whose value is a text, where there is one.
  mutating func member(_ name: String, ifPresent text: String?) {
    if let text { member(name, text) }
  }

  /// Writes a table as a list of objects, one for each row, each on a line.
  mutating func value(_ table: DataTable) {
    array { writer in
      for row in table.rows {
        writer.line { writer in
          writer.object { writer in
            for (column, value) in zip(table.columns, row) {
              writer.member(column.name) { $0.value(value) }
            }
          }
        }
      }
    }
  }
}
