import Documents
import Tables

extension EditionRecord {
  /// The record as JSON: a row, a value and a claim a line, so that a version control system shows what moved.
  ///
  /// What many of them say alike stands once: tables and queries read below `bases`, under a hash of what is said;
  /// columns below `columns`, under their names; a column that says the same in all rows has it as its `value`, and
  /// rows leave it out. What is usual is left out: `reported`, `exact`, no sources.
  package var json: String {
    let shared = RecordParts(self)
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
      writer.member("bases") { writer in
        writer.object(shared.bases) { basis, writer in
          writer.line { writer in writer.object { basis.writeReads(to: &$0) } }
        }
      }
      writer.member("columns") { writer in
        writer.object(shared.columns) { column, writer in
          writer.line { writer in writer.object { column.writeMeaning(to: &$0) } }
        }
      }
      if !quantities.isEmpty {
        writer.member("quantities") { $0.object(quantities) { $0.write(to: &$1, shared) } }
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
      writer.member("figures") { $0.object(figures) { $0.write(to: &$1, shared) } }
      writer.member("claims") { writer in
        writer.object(Dictionary(grouping: claims, by: \.page)) { claims, writer in
          writer.array { writer in
            for claim in claims { writer.line { claim.write(to: &$0, shared) } }
          }
        }
      }
      writer.member("values") { writer in
        writer.object(Dictionary(grouping: values, by: \.page)) { values, writer in
          writer.object { writer in
            for value in values {
              writer.member(value.reference) { writer in
                writer.line { value.write(to: &$0, shared) }
              }
            }
          }
        }
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
  fileprivate func write(to writer: inout JSONWriter, _ shared: RecordParts) {
    writer.object { writer in
      writer.member("page", page)
      writer.member("kind", kind)
      writer.member("title", title)
      basis.write(to: &writer, shared)
      writer.member("data") { writer in
        writer.array { writer in for rows in tables { rows.write(to: &writer, shared) } }
      }
    }
  }
}

extension EditionRecord.Rows {
  fileprivate func write(to writer: inout JSONWriter, _ shared: RecordParts) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("key") { writer in writer.line { $0.value(key) } }
      writer.member("columns") { writer in
        writer.line { writer in
          writer.array { writer in
            for (column, constant) in zip(table.columns, constants) {
              Self.write(column, constant, &writer, shared)
            }
          }
        }
      }
      writer.member("rows") { writer in
        writer.array { writer in
          for row in table.rows {
            writer.line { writer in
              writer.array { writer in
                for (value, constant) in zip(row, constants) where constant == nil {
                  writer.value(value)
                }
              }
            }
          }
        }
      }
    }
  }

  /// What columns say that say the same in all of several rows; nil for others.
  private var constants: [DataValue?] {
    table.columns.indices.map { index in
      guard table.rows.count > 1, let first = table.rows.first?[index] else { return nil }
      return table.rows.allSatisfy { $0[index] == first } ? first : nil
    }
  }

  /// A column by its name, with its meaning where the name has another elsewhere, and with the value of all its
  /// rows where it has but one.
  private static func write(
    _ column: DataColumn, _ constant: DataValue?, _ writer: inout JSONWriter,
    _ shared: RecordParts
  ) {
    let isShared = shared.has(column)
    if isShared, constant == nil { return writer.value(column.name) }
    writer.object { writer in
      writer.member("name", column.name)
      if !isShared { column.writeMeaning(to: &writer) }
      if let constant { writer.member("value") { $0.value(constant) } }
    }
  }
}

extension EditionRecord.Claim {
  fileprivate func write(to writer: inout JSONWriter, _ shared: RecordParts) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("words", words)
      writer.member("condition", condition)
      writer.member("holds") { writer in
        if let holds { writer.value(holds) } else { writer.null() }
      }
      basis.write(to: &writer, shared)
    }
  }
}

extension EditionRecord.Value {
  fileprivate func write(to writer: inout JSONWriter, _ shared: RecordParts) {
    writer.object { writer in
      writer.member("shown", shown)
      writer.member("value") { $0.value(value) }
      writer.member("unit", ifPresent: unit)
      if status != DataStatus.reported.word { writer.member("status", status) }
      writer.member("period", ifPresent: period)
      basis.write(to: &writer, shared)
    }
  }
}

extension EditionRecord.Basis {
  fileprivate func write(to writer: inout JSONWriter, _ shared: RecordParts) {
    writer.member("basis", shared.id(of: self))
    if !sources.isEmpty {
      writer.member("sources") { writer in writer.line { $0.value(sources) } }
    }
    if !isExact { writer.member("exact") { $0.value(false) } }
    if !disputes.isEmpty {
      writer.member("disputed") { writer in writer.line { $0.value(disputes) } }
    }
  }
}
