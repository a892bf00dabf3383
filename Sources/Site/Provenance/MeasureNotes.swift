import Markdown
import Tables

/// The lines below a figure that say what its measures mean and who defined them.
struct MeasureNotes {
  let context: SiteContext

  /// A line for each measure shown that has a note or a source.
  func html(_ figure: Figure) -> SiteHTML {
    var html = SiteHTML()
    for (title, measure) in figure.measures {
      let sources = measure.sources.filter { context.data.sources[$0] != nil }
      guard measure.note != nil || !sources.isEmpty else { continue }
      html.append("<p class=\"fig-note\">\(HTMLEscaping.escape(title))")
      if let note = measure.note { html.append(": \(HTMLEscaping.escape(note))") }
      write(sources, &html)
      html.append(measure.note?.hasSuffix(".") == true && sources.isEmpty ? "</p>\n" : ".</p>\n")
    }
    return html
  }

  private func write(_ sources: [String], _ html: inout SiteHTML) {
    if sources.isEmpty { return }
    html.append(" (\(HTMLEscaping.escape(context.words(.definition))): ")
    for (number, id) in sources.enumerated() {
      if number > 0 { html.append("; ") }
      html.append("<a href=\"")
      html.append(.address("sources.html#\(id)"))
      html.append("\">\(HTMLEscaping.escape(context.data.sources[id]?.title ?? id))</a>")
    }
    html.append(")")
  }
}

extension Figure {
  /// The measures of its columns, each once, with what readers call them.
  var measures: [(title: String, note: MeasureNote)] {
    var seen: Set<String> = []
    return data.flatMap(\.table.columns).compactMap { column in
      guard let note = column.measure, seen.insert(column.name).inserted else { return nil }
      return (column.title ?? column.name, note)
    }
  }
}
