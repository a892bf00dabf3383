import Diagnostics
import Documents
import Markdown
import Tables

/// What a `timeline` fence says.
private struct TimelineSpec {
  /// The order of the events.
  enum Order: String, CaseIterable {
    case ascending, descending
  }

  var data: DocumentNode
  /// The columns that hold the parts of an event, as written.
  var columns: [Part: DocumentNode] = [:]
  var order: Order
  var frame: FigureFrame

  /// A part of an event.
  enum Part: String, CaseIterable {
    case date, title, text, kind, link
  }

  init?(_ body: FenceBody, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(
        body.node, path: body.path, what: "a timeline", into: diagnostics)
    else { return nil }
    let data = reader.requiredString("data") == nil ? nil : reader.node("data")
    order = reader.choice("order", Order.self) ?? .ascending
    // `title` is the figure's title where it names no column.
    for part in Part.allCases where part != .title {
      if reader.string(part.rawValue) != nil { columns[part] = reader.node(part.rawValue) }
    }
    if reader.string("event") != nil { columns[.title] = reader.node("event") }
    frame = FigureFrame(&reader)
    reader.finish()
    guard let data else { return nil }
    self.data = data
  }
}

extension PageDraft {
  /// An ordered list of dated events; nil after a report.
  func timeline(_ body: FenceBody) -> SiteHTML? {
    guard let spec = TimelineSpec(body, into: diagnostics), let name = spec.data.literalText,
      let view = data.view(name, at: body.location(spec.data))
    else { return nil }
    if view.count == 0 { return emptyFigure(spec.frame, body, name: name) }
    guard let columns = columns(spec, view, body), let date = columns[.date],
      let title = columns[.title]
    else { return nil }
    var figure = figure(.timeline, body, spec.frame, views: [view])
    let order = RowOrder(keys: [(date, spec.order == .descending)]).order(of: view)
    var html = "<ol class=\"timeline\">\n"
    for row in order {
      html += event(row, view, columns, date: date, title: title, body)
    }
    figure.content = places.siteHTML(html + "</ol>\n")
    let shown = view.columns.indices.filter { columns.values.contains($0) }
    figure.data = [figureData(view, columns: shown, rows: order)]
    fillSources(of: &figure, spec.frame, views: [view])
    let shownHTML = take(figure)
    let events = order.map { row in
      PlainText.of(view.value(row, date)) + " " + PlainText.of(view.value(row, title))
    }
    figureText = ([figure.title] + events).joined(separator: "\n")
    return shownHTML
  }

  /// The place of each part's column; nil where one that is needed is missing, which is reported.
  private func columns(
    _ spec: TimelineSpec, _ view: ResultView, _ body: FenceBody
  ) -> [TimelineSpec.Part: Int]? {
    var columns: [TimelineSpec.Part: Int] = [:]
    var isWhole = true
    for part in TimelineSpec.Part.allCases {
      let written = spec.columns[part]
      let name = written?.literalText ?? part.rawValue
      if let index = view.index(of: name) {
        columns[part] = index
      } else if written != nil || part == .date || part == .title {
        let key = part == .title ? "event" : part.rawValue
        diagnostics.add(
          .unknownName(
            "timeline.column", name, what: "column of `\(view.name)` for `\(key)`",
            among: view.columns.map(\.name), at: written.map { body.location($0) } ?? body.location)
        )
        isWhole = false
      }
    }
    return isWhole ? columns : nil
  }

  private func event(
    _ row: Int, _ view: ResultView, _ columns: [TimelineSpec.Part: Int], date: Int, title: Int,
    _ body: FenceBody
  ) -> String {
    func shown(_ column: Int) -> String? {
      let value = view.value(row, column)
      if value.isNull { return nil }
      return (try? writer.formatter(view.columns[column]).format(value))?.text
        ?? PlainText.of(value)
    }
    var html = HTMLWriter()
    html.raw("<li>")
    if let text = shown(date) {
      html.element("time", [("datetime", PlainText.of(view.value(row, date)))], text: text)
    } else {
      html.raw(context.words.markHTML(.unknown))
    }
    html.raw("\n")
    html.open("p", [("class", "event-title")])
    let address = columns[.link].flatMap { view.value(row, $0).text }
    let href = address.flatMap { self.href($0, from: body.part.folder, at: body.location) }
    switch href {
    case .external(let address): html.open("a", [("href", address), ("rel", "noopener")])
    case .mark(let mark, _): html.open("a", [("href", mark)])
    case nil: break
    }
    html.text(shown(title) ?? DataStatus.unknown.mark ?? "")
    if href != nil { html.close("a") }
    html.close("p")
    if let kind = columns[.kind].flatMap(shown) {
      html.element("p", [("class", "kind")], text: kind)
    }
    if let text = columns[.text].flatMap(shown) { html.element("p", text: text) }
    html.raw("</li>\n")
    return html.html
  }
}
