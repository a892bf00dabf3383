import Diagnostics
import Tables
import Testing

@Suite("Cells")
struct CellTests {
  private func value(_ cell: String, _ field: String) -> (DataValue?, [String]) {
    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
    let (table, faults) = Descriptors.load("a\n\(quoted)\n", "{\"name\": \"a\", \(field)}")
    return (table?.table.rows.first?.first, faults.sorted.map(\.id))
  }

  @Test(
    "cells become values of the field's type",
    arguments: [
      ("12", "\"type\": \"integer\"", DataValue.integer(12)),
      ("-7", "\"type\": \"integer\"", .integer(-7)), ("+7", "\"type\": \"integer\"", .integer(7)),
      (
        "1.234,5", "\"type\": \"number\", \"groupChar\": \".\", \"decimalChar\": \",\"",
        .number(1234.5)
      ),
      ("1e3", "\"type\": \"number\"", .number(1000)), (".5", "\"type\": \"number\"", .number(0.5)),
      ("55 USD", "\"type\": \"number\", \"bareNumber\": false", .number(55)),
      ("12,345", "\"type\": \"integer\", \"groupChar\": \",\"", .integer(12345)),
      ("yes", "\"type\": \"boolean\", \"trueValues\": [\"yes\"]", .boolean(true)),
      ("0", "\"type\": \"boolean\", \"trueValues\": [\"0\"]", .boolean(true)),
      ("2024", "\"type\": \"year\"", .integer(2024)),
      ("2024-02", "\"type\": \"yearmonth\"", .text("2024-02")),
      ("2024-02-29", "\"type\": \"date\"", .text("2024-02-29")),
      ("29.2.2024", "\"type\": \"date\", \"format\": \"%d.%m.%Y\"", .text("2024-02-29")),
      ("4 April 2025", "\"type\": \"date\", \"format\": \"any\"", .text("2025-04-04")),
      ("2024-01-01T01:00:00+02:00", "\"type\": \"datetime\"", .text("2023-12-31T23:00:00")),
      ("06:30:00", "\"type\": \"time\"", .text("06:30:00")),
      ("P1Y2M", "\"type\": \"duration\"", .text("P1Y2M")),
      ("2010-03", "\"type\": \"string\", \"calendar\": true", .text("2010-03")),
      ("a b", "\"type\": \"any\"", .text("a b")),
      ("-", "\"type\": \"number\", \"missingValues\": [\"-\"]", .null),
    ])
  func values(cell: String, field: String, expected: DataValue) {
    let (value, faults) = value(cell, field)
    #expect(faults.isEmpty)
    #expect(value == expected)
  }

  @Test(
    "cells of another type are errors, and null in the table",
    arguments: [
      ("1.5", "\"type\": \"integer\"", "table.type"),
      ("0x10", "\"type\": \"integer\"", "table.type"),
      ("99999999999999999999", "\"type\": \"integer\"", "table.type"),
      ("9007199254740993", "\"type\": \"integer\", \"unit\": \"t\"", "table.range"),
      ("NaN", "\"type\": \"number\"", "table.type"),
      ("1e999", "\"type\": \"number\"", "table.type"),
      ("1,5", "\"type\": \"number\"", "table.type"),
      ("0x1p3", "\"type\": \"number\"", "table.type"),
      ("1.2.3", "\"type\": \"number\"", "table.type"),
      ("1 2", "\"type\": \"number\"", "table.type"),
      ("maybe", "\"type\": \"boolean\"", "table.type"), ("24", "\"type\": \"year\"", "table.type"),
      ("2023-02-29", "\"type\": \"date\"", "table.type"),
      ("31.4.2024", "\"type\": \"date\", \"format\": \"%d.%m.%Y\"", "table.type"),
      ("03/04/2025", "\"type\": \"date\", \"format\": \"any\"", "table.type"),
      ("2024-01-01", "\"type\": \"datetime\"", "table.type"),
      ("P", "\"type\": \"duration\"", "table.type"),
      ("PT", "\"type\": \"duration\"", "table.type"),
      ("P1H", "\"type\": \"duration\"", "table.type"),
      ("2010-13", "\"type\": \"string\", \"calendar\": true", "table.calendar"),
      ("x@y", "\"type\": \"string\", \"format\": \"email\"", "table.format"),
      ("no", "\"type\": \"string\", \"format\": \"uuid\"", "table.format"),
    ])
  func faults(cell: String, field: String, id: String) {
    let (value, faults) = value(cell, field)
    #expect(faults == [id])
    #expect(value == .null)
  }

  @Test(
    "constraints are checked",
    arguments: [
      ("", "\"required\": true", "table.required"), ("abc", "\"minLength\": 4", "table.minLength"),
      ("äöü", "\"maxLength\": 2", "table.maxLength"),
      ("x", "\"enum\": [\"a\", \"b\"]", "table.enum"),
      ("xa", "\"pattern\": \"a\"", "table.pattern"),
    ])
  func textConstraints(cell: String, constraint: String, id: String) {
    let (_, faults) = value(cell, "\"type\": \"string\", \"constraints\": {\(constraint)}")
    #expect(faults == [id])
  }

  @Test(
    "bounds are checked by the type's order",
    arguments: [
      ("9", "integer", "\"minimum\": 10", "table.minimum"),
      ("10", "integer", "\"minimum\": \"10\"", ""),
      ("10", "number", "\"exclusiveMaximum\": 10", "table.exclusiveMaximum"),
      ("11", "number", "\"maximum\": 10.5", "table.maximum"),
      ("2024-01-01", "date", "\"minimum\": \"2024-01-02\"", "table.minimum"),
      ("2024", "year", "\"exclusiveMinimum\": 2024", "table.exclusiveMinimum"),
      ("P13M", "duration", "\"maximum\": \"P1Y\"", "table.maximum"),
      ("2024-12", "yearmonth", "\"maximum\": \"2025-01\"", ""),
    ])
  func bounds(cell: String, type: String, constraint: String, id: String) {
    let (_, faults) = value(cell, "\"type\": \"\(type)\", \"constraints\": {\(constraint)}")
    #expect(faults == (id.isEmpty ? [] : [id]))
  }
}
