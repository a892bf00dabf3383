import Diagnostics
import Documents

/// Decodes what the values of a field have to satisfy.
struct ConstraintDecoder {
  let context: DescriptorContext
  let field: FieldSchema

  /// The constraints; `categories` are allowed values too.
  func decode(_ node: DocumentNode?, _ categories: DocumentNode?) -> FieldConstraints {
    var result = FieldConstraints()
    if let values = categories?.list {
      result.allowed = values.compactMap { value($0["value"] ?? $0, "categories") }
    }
    guard let node, var reader = context.reader(node, "the constraints") else { return result }
    result.required = reader.boolean("required") ?? false
    result.unique = reader.boolean("unique") ?? false
    result.minLength = length(&reader, "minLength")
    result.maxLength = length(&reader, "maxLength")
    result.minimum = bound(&reader, "minimum")
    result.maximum = bound(&reader, "maximum")
    result.exclusiveMinimum = bound(&reader, "exclusiveMinimum")
    result.exclusiveMaximum = bound(&reader, "exclusiveMaximum")
    if let values = reader.list("enum") {
      result.allowed = values.compactMap { value($0, "enum") }
    }
    readPattern(&reader, &result)
    if reader.node("jsonSchema") != nil {
      context.error(
        "schema.json-schema", at: reader.location("jsonSchema"), "JSON Schema is not checked here",
        remedy: "take the constraint out")
    }
    reader.finishDescriptor()
    return result
  }

  private func readPattern(_ reader: inout MappingReader, _ result: inout FieldConstraints) {
    guard let text = reader.string("pattern") else { return }
    result.pattern = text
    do {
      result.compiledPattern = try Pattern(text)
    } catch {
      context.error(
        "schema.pattern", at: reader.location("pattern"),
        "the pattern cannot be read: \(error.reason)",
        found: "`\(text)`, at character \(error.offset + 1)",
        expected: "a regular expression of XML Schema")
    }
  }

  private func length(_ reader: inout MappingReader, _ key: String) -> Int? {
    guard let length = reader.integer(key) else { return nil }
    return allows(field.type.hasLength, key, reader) ? length : nil
  }

  private func bound(_ reader: inout MappingReader, _ key: String) -> DataValue? {
    guard let node = reader.node(key), !node.isNull else { return nil }
    guard allows(field.type.isOrdered || field.calendar, key, reader) else { return nil }
    return value(node, key)
  }

  private func allows(_ isAllowed: Bool, _ key: String, _ reader: MappingReader) -> Bool {
    if !isAllowed {
      context.error(
        "schema.constraint", at: reader.location(key),
        "`\(key)` cannot be asked of the type \(field.type.rawValue)")
    }
    return isAllowed
  }

  /// A value as the field's cells have it, or as the descriptor's own number or boolean.
  private func value(_ node: DocumentNode, _ key: String) -> DataValue? {
    switch (node.value, field.type) {
    case (.boolean(let flag), .boolean): return .boolean(flag)
    case (.number(let number, _), .number): return .number(number)
    default: break
    }
    if let text = node.literalText, let reader = try? CellReader(field, missingValues: []),
      let value = try? reader.value(text)
    {
      return value
    }
    context.error(
      "schema.constraint", at: context.location(node),
      "`\(key)` holds values of the type \(field.type.rawValue)", found: node.shown)
    return nil
  }
}
