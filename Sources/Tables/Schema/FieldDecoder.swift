import Diagnostics
import Documents

/// Decodes fields of a Table Schema.
struct FieldDecoder {
  let context: DescriptorContext

  /// The field that a node describes; nil where it has no name.
  func decode(_ node: DocumentNode) -> FieldSchema? {
    guard var reader = context.reader(node, "a field") else { return nil }
    guard let name = reader.requiredString("name") else { return nil }
    var field = FieldSchema(name, reader.choice("type", FieldType.self) ?? .string)
    field.location = reader.location("name")
    field.title = reader.string("title")
    field.description = reader.string("description")
    field.missingValues = missingValues(&reader)
    readSyntax(&reader, &field)
    readMeaning(&reader, &field)
    readFormat(&reader, &field)
    reader.ignore("example", "rdfType", "categoriesOrdered", "itemType", "jsonSchema")
    let decoder = ConstraintDecoder(context: context, field: field)
    field.constraints = decoder.decode(reader.node("constraints"), reader.node("categories"))
    reader.finishDescriptor()
    return field
  }

  /// How cells are written.
  private func readSyntax(_ reader: inout MappingReader, _ field: inout FieldSchema) {
    if let mark = reader.scalar("decimalChar", context) { field.numbers.decimalChar = mark }
    // An empty text is what some writers put where there are no groups.
    if let group = reader.node("groupChar"), group.string != "" {
      field.numbers.groupChar = reader.scalar("groupChar", context)
    }
    field.numbers.bareNumber = reader.boolean("bareNumber") ?? true
    if field.numbers.groupChar == field.numbers.decimalChar {
      context.error(
        "schema.number-characters", at: reader.location("groupChar"),
        "groups and fraction have different characters")
    }
    if let words = reader.strings("trueValues") { field.trueValues = words }
    if let words = reader.strings("falseValues") { field.falseValues = words }
    if field.trueValues.contains(where: field.falseValues.contains) {
      // One of the two lists was left at its default: what the author wrote holds.
      if reader.mapping["falseValues"] == nil {
        field.falseValues.removeAll { field.trueValues.contains($0) }
      } else {
        field.trueValues.removeAll { field.falseValues.contains($0) }
      }
    }
    field.delimiter = reader.string("delimiter") ?? ","
  }

  /// What Ytterby adds.
  private func readMeaning(_ reader: inout MappingReader, _ field: inout FieldSchema) {
    field.unit = reader.node("unit").flatMap { UnitDecoder(context: context).fieldUnit($0) }
    field.status = reader.node("status").flatMap { StatusDecoder(context: context).rule($0) }
    field.missing = reader.choice("missing", FieldSchema.Missing.self)
    field.calendar = reader.boolean("calendar") ?? false
    field.entries = reader.string("entries")
    if field.calendar, field.type != .string {
      context.error(
        "schema.calendar", at: reader.location("calendar"),
        "only texts are partial dates", found: field.type.rawValue, expected: "type: string")
    }
    guard var short = reader.reader("short", what: "the short names") else { return }
    for entry in short.mapping.entries { field.short[entry.key] = short.string(entry.key) }
  }

  /// `format` says how texts and times are written in cells, and how numbers and years are shown;
  /// `display` how values are shown, for every type.
  private func readFormat(_ reader: inout MappingReader, _ field: inout FieldSchema) {
    field.display = reader.string("display")
    if let format = reader.string("format"), format != "default" {
      let known = field.type.formats
      let isTime = field.type == .date || field.type == .time || field.type == .datetime
      if known.isEmpty || field.calendar {
        field.display = field.display ?? format
      } else if known.contains(format) || (isTime && format.contains("%")) {
        field.format = format
      } else {
        let kinds = known + (isTime ? ["a pattern such as %d/%m/%Y"] : [])
        context.unknown(
          "schema.format", format, what: "format of a \(field.type.rawValue)", among: kinds,
          at: reader.node("format"))
      }
    }
    checkFormats(reader, field)
  }

  private func checkFormats(_ reader: MappingReader, _ field: FieldSchema) {
    let key = reader.mapping["display"] == nil ? "format" : "display"
    do {
      _ = try CellReader(field)
      guard let display = field.display else { return }
      let isTime = field.type.columnType.isTemporal || field.type == .time || field.calendar
      if isTime {
        _ = try TimeFormat(display)
      } else {
        try check(display, field, at: reader.location(key))
      }
    } catch {
      context.error(
        "schema.format", at: reader.location(key), "the format cannot be read: \(error.reason)",
        found: "`\(error.specifier)`")
    }
  }

  private func check(
    _ display: String, _ field: FieldSchema, at location: SourceLocation
  ) throws(FormatError) {
    let specifier = try FormatSpecifier(display)
    guard specifier.kind.isPercent, case .fixed(let unit)? = field.unit, unit.isPercent else {
      return
    }
    context.error(
      "schema.percent-format", at: location,
      "a % format multiplies by 100, and the field is in \(unit.symbol) already",
      found: "`\(display)`", remedy: "use f or r, or store the share as a fraction with unit 1")
  }

  /// `missingValues`: texts, or mappings of value and label.
  func missingValues(_ reader: inout MappingReader) -> [String]? {
    guard let elements = reader.list("missingValues") else { return nil }
    return elements.compactMap { element in
      if let text = element.literalText ?? element["value"]?.literalText { return text }
      context.error(
        "schema.missing-values", at: context.location(element), "a missing value is a text",
        found: element.shown)
      return nil
    }
  }
}
