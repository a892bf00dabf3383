import Diagnostics
import Documents
import Markdown
import Queries
import Tables

extension PageDraft {
  /// A table with its caption; nil after a report.
  func tableFigure(_ body: FenceBody) -> SiteHTML? {
    guard let spec = TableSpec(body, into: diagnostics), let name = spec.data.literalText,
      let view = data.view(name, at: body.location(spec.data))
    else { return nil }
    if view.count == 0 { return emptyFigure(spec.frame, body, name: name) }
    warnAboutOrder(of: view, spec, body)
    guard var figure = tableFrame(spec, view, body) else { return nil }
    var builder = TableColumnBuilder(page: self, body: body, view: view, spec: spec)
    guard let columns = builder.columns() else { return nil }
    let order = rowOrder(spec, view)
    let limit = spec.limit ?? order.count
    let rows = Array(order.prefix(limit))
    figure.data = [figureData(view, columns: columns.map(\.index), rows: order)]
    fillSources(of: &figure, spec.frame, views: [view])
    var table = TableHTML(
      view: view, columns: columns, rows: rows, captionID: figure.anchor + "-c",
      captionHTML: "", words: context.words)
    let caption = captionHTML(figure, table, all: order.count)
    table = TableHTML(
      view: view, columns: columns, rows: rows, captionID: figure.anchor + "-c",
      captionHTML: caption, words: context.words)
    figure.isCut = rows.count < order.count
    figure.content = places.siteHTML(table.html())
    return take(figure)
  }

  private func tableFrame(
    _ spec: TableSpec, _ view: ResultView, _ body: FenceBody
  ) -> Figure? {
    if spec.frame.title == nil {
      report(
        "table.title", body.location, "a table needs a title, which is its caption",
        remedy: "add `title: …`")
    }
    return figure(.table, body, spec.frame, views: [view])
  }

  private func captionHTML(_ figure: Figure, _ table: TableHTML, all: Int) -> String {
    var html = HTMLWriter()
    html.open("span", [("class", "fig-number")])
    html.raw(places.mark(.figureNumber(figure.id)))
    html.close("span")
    html.raw(places.marked(figure.titleHTML))
    let (statuses, roundsToZero) = table.marks
    let key = TableHTML.key(statuses, roundsToZero: roundsToZero, context.words)
    let shown =
      table.rows.count < all
      ? context.words(.someRows, ["count": "\(table.rows.count)", "all": "\(all)"]) : ""
    let subtitle = figure.subtitle.map { places.marked($0) } ?? ""
    let parts = [subtitle, HTMLEscaping.escape(shown), HTMLEscaping.escape(key)]
      .filter { !$0.isEmpty }
    if !parts.isEmpty {
      html.open("span")
      html.raw(parts.joined(separator: "; "))
      html.close("span")
    }
    return html.html
  }

  private func rowOrder(_ spec: TableSpec, _ view: ResultView) -> [Int] {
    let keys = spec.sort.compactMap { key -> (column: Int, isDescending: Bool)? in
      guard let column = view.index(of: key.name) else {
        diagnostics.add(
          .unknownName(
            "table.column", key.name, what: "column of `\(view.name)`",
            among: view.columns.map(\.name), at: key.location))
        return nil
      }
      return (column, key.isDescending)
    }
    return keys.isEmpty ? Array(0..<view.count) : RowOrder(keys: keys).order(of: view)
  }

  /// Without an order of its own and of its query, a table's rows come as the database finds them.
  private func warnAboutOrder(of view: ResultView, _ spec: TableSpec, _ body: FenceBody) {
    guard spec.sort.isEmpty, view.count > 1, !view.result.isOrdered,
      data.dependsOnOrder(view.name)
    else { return }
    diagnostics.add(
      Diagnostic(
        .warning, "query.order", at: body.location(spec.data),
        "the order of the rows of `\(view.name)` is left to chance",
        remedy: "add an `ORDER BY` to the query, or `sort` to the table"))
  }

  /// The rows and columns handed to a figure, with statuses and sources.
  func figureData(_ view: ResultView, columns: [Int], rows: [Int]) -> FigureData {
    FigureData(
      name: view.name,
      table: DataTable(
        columns: columns.map { view.columns[$0] },
        rows: rows.map { row in columns.map { view.value(row, $0) } }),
      statuses: rows.map { row in columns.map { view.status(row, $0) } },
      sources: rows.map { view.sources($0) })
  }
}
