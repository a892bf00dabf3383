import Documents

/// One item of CSL-JSON, which reference managers and citation processors read.
struct CSLItem {
  /// The key.
  var id: String
  /// The type by CSL 1.0.2: `webpage`, `document`, `dataset`, `report`.
  var type: String
  var title: String
  /// Names as printed.
  var authors: [String] = []
  var publisher: String?
  /// The work that it is part of.
  var container: String?
  var version: String?
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  var issued: String?
  var accessed: String?
  var url: String?
  var note: String?

  /// Writes the item as an object.
  func write(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("type", type)
      writer.member("title", title)
      if !authors.isEmpty {
        writer.member("author") { writer in
          writer.array { writer in
            for author in authors { writer.object { $0.member("literal", author) } }
          }
        }
      }
      writer.member("publisher", ifPresent: publisher)
      writer.member("container-title", ifPresent: container)
      writer.member("version", ifPresent: version)
      date("issued", issued, &writer)
      date("accessed", accessed, &writer)
      writer.member("URL", ifPresent: url)
      writer.member("note", ifPresent: note)
    }
  }

  private func date(_ name: String, _ date: String?, _ writer: inout JSONWriter) {
    let parts = (date ?? "").split(separator: "-").map { Int($0) }
    guard let date, !parts.isEmpty else { return }
    writer.member(name) { writer in
      writer.object { writer in
        // A date that is none in the calendar is handed on as it is written.
        guard parts.allSatisfy({ $0 != nil }), parts.count <= 3 else {
          return writer.member("literal", date)
        }
        writer.member("date-parts") { writer in
          writer.array { writer in
            writer.array { writer in
              for case let part? in parts { writer.value(part) }
            }
          }
        }
      }
    }
  }
}
