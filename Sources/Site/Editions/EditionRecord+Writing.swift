import Documents
import Tables

extension EditionRecord {
  /// The record as JSON: a row a line, so that a version control system shows what moved.
  package var json: String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("title", title)
      writer.member("url", ifPresent: url)
      if let edition { writer.member("edition") { Self.write(edition, &$0) } }
      writer.member("inputs") { writer in
        writer.object(inputs) { input, writer in
          writer.line { writer in
            writer.object { writer in
              writer.member("file", input.file)
              writer.member("sha256", input.hash)
            }
          }
        }
      }
      writer.member("disagreements") { writer in
        writer.object { writer in
          writer.member("count") { $0.value(disagreements.count) }
          writer.member("entries") { $0.value(disagreements) }
        }
      }
      if !quantities.isEmpty {
        writer.member("quantities") { $0.object(quantities) { $0.write(to: &$1) } }
      }
      if !texts.isEmpty { writer.member("texts") { $0.object(texts) { $1.value($0) } } }
      writer.member("pages") { writer in
        writer.object(pages) { page, writer in
          writer.line { writer in
            writer.object { writer in
              writer.member("title", page.title)
              writer.member("source", page.source)
            }
          }
        }
      }
      writer.member("figures") { $0.object(figures) { $0.write(to: &$1) } }
      writer.member("claims") {
        $0.array { writer in for claim in claims { claim.write(to: &writer) } }
      }
      writer.member("values") {
        $0.array { writer in for value in values { value.write(to: &writer) } }
      }
      if !files.isEmpty { writer.member("files") { $0.object(files) { $1.value($0) } } }
    }
    return writer.text + "\n"
  }

  private static func write(_ edition: SiteConfiguration.Edition, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", edition.id)
      writer.member("published", edition.published)
      writer.member("data_as_of", edition.dataAsOf)
      writer.member("next", ifPresent: edition.next)
    }
  }
}

extension EditionRecord.FigureEntry {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("page", page)
      writer.member("kind", kind)
      writer.member("title", title)
      basis.write(to: &writer)
      writer.member("data") { writer in
        writer.array { writer in for rows in tables { rows.write(to: &writer) } }
      }
    }
  }
}

extension EditionRecord.Rows {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("key") { writer in writer.line { $0.value(key) } }
      writer.member("columns") { writer in
        writer.array { writer in
          for column in table.columns { writer.line { Self.write(column, &$0) } }
        }
      }
      writer.member("rows") { writer in
        writer.array { writer in
          for row in table.rows {
            writer.line { $0.array { writer in for value in row { writer.value(value) } } }
          }
        }
      }
    }
  }

  private static func write(_ column: DataColumn, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", column.name)
      writer.member("type", column.type.rawValue)
      writer.member("title", ifPresent: column.title)
      writer.member("unit", ifPresent: column.unit?.symbol)
      writer.member("format", ifPresent: column.format)
      if column.isCalendar { writer.member("calendar") { $0.value(true) } }
    }
  }
}

extension EditionRecord.Claim {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("page", page)
      writer.member("id", id)
      writer.member("words", words)
      writer.member("condition", condition)
      writer.member("holds") { writer in
        if let holds { writer.value(holds) } else { writer.null() }
      }
      basis.write(to: &writer)
    }
  }
}

extension EditionRecord.Value {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("page", page)
      writer.member("reference", reference)
      writer.member("shown", shown)
      writer.member("value") { $0.value(value) }
      writer.member("unit", ifPresent: unit)
      writer.member("status", status)
      writer.member("period", ifPresent: period)
      basis.write(to: &writer)
    }
  }
}

extension EditionRecord.Basis {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("reads") { writer in
      writer.object(reads) { columns, writer in writer.line { $0.value(columns) } }
    }
    writer.member("sql", ifPresent: sql.isEmpty ? nil : sql)
    writer.member("sources") { writer in writer.line { $0.value(sources) } }
    writer.member("exact") { $0.value(isExact) }
    if !disputes.isEmpty {
      writer.member("disputed") { writer in writer.line { $0.value(disputes) } }
    }
  }
}

extension JSONWriter {
  /// Writes members by name in the order of bytes.
  fileprivate mutating func object<Value>(
    _ members: [String: Value], _ write: (Value, inout JSONWriter) -> Void
  ) {
    object { writer in
      for (name, value) in members.sorted(by: { inByteOrder($0.key, $1.key) }) {
        writer.member(name) { write(value, &$0) }
      }
    }
  }
}
