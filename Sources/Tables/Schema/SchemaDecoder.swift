import Diagnostics
import Documents

/// Decodes Table Schemas.
struct SchemaDecoder {
  let context: DescriptorContext

  /// The schema that a node describes; nil where it has no list of fields.
  func decode(_ node: DocumentNode) -> TableSchema? {
    guard var reader = context.reader(node, "a schema") else { return nil }
    guard reader.requiredNode("fields") != nil, let nodes = reader.list("fields") else {
      return nil
    }
    let fields = FieldDecoder(context: context)
    var schema = TableSchema(nodes.compactMap(fields.decode))
    schema.missingValues = fields.missingValues(&reader) ?? [""]
    schema.fieldsMatch = fieldsMatch(&reader)
    schema.primaryKey = reader.strings("primaryKey") ?? []
    schema.uniqueKeys = (reader.list("uniqueKeys") ?? []).compactMap(names)
    let keys = (reader.list("foreignKeys") ?? []).map(foreignKey)
    schema.foreignKeys = keys.compactMap(\.self)
    reader.ignore("name", "title", "description", "homepage")
    if nodes.count == schema.fields.count { check(schema, reader) }
    reader.finishDescriptor()
    return schema
  }

  /// A word; version 2.0 of the standard also showed it as a list of one.
  private func fieldsMatch(_ reader: inout MappingReader) -> TableSchema.FieldsMatch {
    guard let words = reader.strings("fieldsMatch"), let word = words.first else { return .exact }
    if let match = TableSchema.FieldsMatch(rawValue: word), words.count == 1 { return match }
    context.unknown(
      "schema.fields-match", word, what: "value of `fieldsMatch`",
      among: TableSchema.FieldsMatch.allCases.map(\.rawValue), at: reader.node("fieldsMatch"))
    return .exact
  }

  private func names(_ node: DocumentNode) -> [String]? {
    if let name = node.literalText { return [name] }
    let names = node.list?.compactMap(\.literalText) ?? []
    if !names.isEmpty, names.count == node.list?.count { return names }
    context.error(
      "schema.key", at: context.location(node), "a key is a field or a list of fields",
      found: node.shown)
    return nil
  }

  private func foreignKey(_ node: DocumentNode) -> TableSchema.ForeignKey? {
    guard var reader = context.reader(node, "a foreign key") else { return nil }
    let fields = reader.requiredNode("fields").flatMap(names)
    guard let target = reader.requiredNode("reference"),
      var reference = context.reader(target, "a reference")
    else { return nil }
    let resource = reference.string("resource") ?? ""
    let targets = reference.requiredNode("fields").flatMap(names)
    // Version 0 could refer to another package; only this one is read.
    if let package = reference.node("datapackage") {
      context.error(
        "schema.foreign-key", at: context.location(package),
        "a reference to another package cannot be checked",
        remedy: "add the table as a resource of this package")
    }
    reference.finishDescriptor()
    reader.finishDescriptor()
    guard let fields, let targets else { return nil }
    guard fields.count == targets.count else {
      context.error(
        "schema.foreign-key", at: context.location(node),
        "a foreign key has as many fields as its reference", found: "\(fields.count)",
        expected: "\(targets.count)")
      return nil
    }
    return TableSchema.ForeignKey(
      fields, to: resource, targets, location: context.location(node))
  }

  /// Names are unique, and keys, units and statuses name fields that there are.
  private func check(_ schema: TableSchema, _ reader: MappingReader) {
    let names = schema.fields.map(\.name)
    var seen: Set<String> = []
    for field in schema.fields where !seen.insert(field.name.lowercased()).inserted {
      context.error(
        "schema.duplicate-field", at: field.location,
        "two fields have the same name, whose case SQL does not look at", found: field.name)
    }
    func check(_ name: String, _ what: String, at location: SourceLocation?) {
      guard !names.contains(name) else { return }
      context.diagnostics.add(
        .unknownName("schema.unknown-field", name, what: what, among: names, at: location))
    }
    for name in schema.primaryKey {
      check(name, "field in the primary key", at: reader.location("primaryKey"))
    }
    for name in schema.uniqueKeys.joined() {
      check(name, "field in a unique key", at: reader.location("uniqueKeys"))
    }
    for key in schema.foreignKeys {
      for name in key.fields { check(name, "field in a foreign key", at: key.location) }
      guard key.resource.isEmpty else { continue }
      for name in key.referenceFields { check(name, "field referred to", at: key.location) }
    }
    for field in schema.fields {
      if case .column(let name)? = field.unit { check(name, "unit column", at: field.location) }
      if case .column(let name, _)? = field.status {
        check(name, "status column", at: field.location)
      }
    }
  }
}
