import Diagnostics
import Documents

extension Explanation {
  /// The explanation for machines.
  package var json: String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("name", name)
      writer.member("kind", kind)
      if let location { writer.member("place", location.text) }
      writer.member("facts") { writer in
        writer.object { writer in
          for fact in facts { writer.member(fact.name, fact.value) }
        }
      }
      writer.member("from") { upstream(&$0) }
      writer.member("to") { prediction.write(to: &$0) }
    }
    return writer.text + "\n"
  }

  private func upstream(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.list("queries", queries) { query, writer in
        writer.member("name", query.name)
        writer.member("place", query.location.text)
        writer.member("uses") { $0.value(query.uses) }
      }
      writer.list("tables", tables) { table, writer in
        writer.member("name", table.name)
        writer.member("file", table.path)
        writer.member("sha256", table.hash)
        writer.member("columns") { $0.value(table.columns) }
      }
      writer.list("rows", rows) { rows, writer in
        writer.member("table", rows.table)
        writer.member("file", rows.path)
        writer.member("exact") { $0.value(rows.isExact) }
        writer.member("lines") { writer in
          writer.line { $0.array { writer in for row in rows.rows { writer.value(row.line) } } }
        }
      }
      writer.list("sources", sources) { source, writer in
        writer.member("id", source.id)
        writer.member("title", source.title)
        writer.member("publisher", ifPresent: source.publisher)
        writer.member("published", ifPresent: source.published)
        writer.member("accessed", ifPresent: source.accessed)
        writer.member("url", ifPresent: source.url)
      }
    }
  }
}

extension Prediction {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.list("values", values) { value, writer in
        writer.member("page", value.page)
        writer.member("reference", value.reference)
        writer.member("place", value.location.text)
      }
      writer.list("claims", claims) { claim, writer in
        writer.member("page", claim.page)
        writer.member("id", claim.id)
        writer.member("place", claim.location.text)
      }
      writer.list("figures", figures) { figure, writer in
        writer.member("id", figure.id)
        writer.member("page", figure.page)
        writer.member("place", figure.location.text)
      }
      for (key, queries) in [("queries", queries), ("checks", checks)] {
        writer.list(key, queries) { query, writer in
          writer.member("name", query.name)
          writer.member("place", query.location.text)
        }
      }
      writer.member("pages") { $0.value(pages) }
      writer.member("outputs") { $0.value(outputs) }
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a list of objects.
  fileprivate mutating func list<Item>(
    _ name: String, _ items: [Item], _ write: (Item, inout JSONWriter) -> Void
  ) {
    member(name) { writer in
      writer.array { writer in
        for item in items { writer.object { write(item, &$0) } }
      }
    }
  }
}

extension SourceLocation {
  /// The place as `file:line:column`.
  fileprivate var text: String { "\(path):\(range.start.line):\(range.start.column)" }
}
