import Documents
import Tables

/// A published table as a resource of a Data Package with its Table Schema.
struct ResourceDescriptor {
  let table: SiteTable

  /// Writes the resource as an object.
  func write(_ writer: inout JSONWriter) {
    let resource = table.resource
    let text = CSVWriter.text(table.table)
    writer.object { writer in
      writer.member("name", table.name)
      writer.member("type", "table")
      writer.member("title", ifPresent: resource.title)
      writer.member("description", ifPresent: resource.description)
      writer.member("path", table.name + ".csv")
      writer.member("format", "csv")
      writer.member("mediatype", "text/csv")
      writer.member("encoding", "utf-8")
      writer.member("bytes") { $0.value(text.utf8.count) }
      writer.member("hash", "sha256:" + OutputContent.text(text).withBytes { SHA256.hex($0) })
      writer.member(licenses: resource.licenses.map { ($0.name, $0.path, $0.title) })
      writer.member(sources: resource.sources)
      writer.member("period", ifPresent: resource.period)
      writer.member("place", ifPresent: resource.place)
      writer.member("update_every", ifPresent: resource.updateEvery?.words)
      writer.member(status: resource.status)
      writer.member("schema") { schema(&$0) }
      if let vintages = resource.vintages {
        writer.member("vintages") { Self.write(vintages, &$0) }
      }
    }
  }

  /// What the view of preferred rows is made by: whoever reruns the published queries needs it.
  private static func write(_ vintages: DataResource.Vintages, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("same") { $0.value(vintages.same) }
      writer.member("by", vintages.by)
      writer.member("values") { $0.value(vintages.values) }
      writer.member("prefer") { $0.value(vintages.prefer) }
      writer.member("tolerance") { $0.value(vintages.tolerance) }
      writer.member("editions", ifPresent: vintages.editions)
    }
  }

  private func schema(_ writer: inout JSONWriter) {
    let schema = table.schema
    writer.object { writer in
      writer.member("fields") { writer in
        writer.array { writer in
          for field in schema.fields { self.field(field, &writer) }
        }
      }
      writer.member("missingValues") { $0.value([""]) }
      if !schema.primaryKey.isEmpty { writer.member("primaryKey") { $0.value(schema.primaryKey) } }
      if !schema.uniqueKeys.isEmpty {
        writer.member("uniqueKeys") { writer in
          writer.array { writer in
            for key in schema.uniqueKeys { writer.value(key) }
          }
        }
      }
      if !schema.foreignKeys.isEmpty {
        writer.member("foreignKeys") { writer in
          writer.array { writer in
            for key in schema.foreignKeys { foreignKey(key, &writer) }
          }
        }
      }
    }
  }

  private func foreignKey(_ key: TableSchema.ForeignKey, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("fields") { $0.value(key.fields) }
      writer.member("reference") { writer in
        writer.object { writer in
          if !key.resource.isEmpty { writer.member("resource", key.resource) }
          writer.member("fields") { $0.value(key.referenceFields) }
        }
      }
    }
  }

  private func field(_ field: FieldSchema, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", field.name)
      writer.member("type", field.type.rawValue)
      writer.member("title", ifPresent: field.title)
      writer.member("description", ifPresent: field.description)
      if keepsFormat(field) { writer.member("format", field.format) }
      if field.type == .list { writer.member("delimiter", field.delimiter) }
      writer.member("display", ifPresent: field.display)
      switch field.unit {
      case .fixed(let unit)?: writer.member(unit: unit)
      case .column(let column)?:
        writer.member("unit") { writer in
          writer.object { $0.member("column", column) }
        }
      case nil: break
      }
      writer.member(status: field.status)
      writer.member("missing", ifPresent: field.missing?.rawValue)
      if field.calendar { writer.member("calendar") { $0.value(true) } }
      if !field.short.isEmpty {
        writer.member("short") { writer in
          writer.object { writer in
            for (name, short) in field.short.sorted(by: { inByteOrder($0.key, $1.key) }) {
              writer.member(name, short)
            }
          }
        }
      }
      constraints(field.constraints, &writer)
    }
  }

  /// Whether the format says more of the text than its type: dates and numbers are written as ISO.
  private func keepsFormat(_ field: FieldSchema) -> Bool {
    switch field.type {
    case .string, .geopoint, .geojson: field.format != "default" && !field.format.isEmpty
    default: false
    }
  }

  private func constraints(_ constraints: FieldConstraints, _ writer: inout JSONWriter) {
    let members = members(constraints)
    guard !members.isEmpty else { return }
    writer.member("constraints") { writer in
      writer.object { writer in
        for (name, value) in members { writer.member(name, value) }
      }
    }
  }

  /// The constraints that there are, each with what writes its value.
  private func members(
    _ constraints: FieldConstraints
  ) -> [(name: String, value: (inout JSONWriter) -> Void)] {
    var members: [(String, (inout JSONWriter) -> Void)] = []
    if constraints.required { members.append(("required", { $0.value(true) })) }
    if constraints.unique { members.append(("unique", { $0.value(true) })) }
    for case (let name, let length?) in [
      ("minLength", constraints.minLength), ("maxLength", constraints.maxLength),
    ] {
      members.append((name, { $0.value(length) }))
    }
    for case (let name, let bound?) in [
      ("minimum", constraints.minimum), ("maximum", constraints.maximum),
      ("exclusiveMinimum", constraints.exclusiveMinimum),
      ("exclusiveMaximum", constraints.exclusiveMaximum),
    ] {
      members.append((name, { $0.value(bound) }))
    }
    if let pattern = constraints.pattern { members.append(("pattern", { $0.value(pattern) })) }
    if let allowed = constraints.allowed {
      members.append(
        (
          "enum",
          { writer in
            writer.array { writer in
              for value in allowed { writer.value(value) }
            }
          }
        ))
    }
    return members
  }
}

extension JSONWriter {
  /// Writes how far values are known: a word, or the column that says so with what its words mean.
  fileprivate mutating func member(status rule: StatusRule?) {
    switch rule {
    case .constant(let status)?: member("status", status.word)
    case .column(let column, let words)?:
      member("status") { writer in
        writer.object { writer in
          writer.member("column", column)
          for (word, status) in words.sorted(by: { inByteOrder($0.key, $1.key) }) {
            writer.member(word, status.word)
          }
        }
      }
    case nil: break
    }
  }
}
