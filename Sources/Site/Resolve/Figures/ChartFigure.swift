import Charts
import Diagnostics
import Documents
import Markdown
import Queries
import Synchronization
import Tables

/// A chart's data: what is handed to the drawing, and the views that it comes from.
private struct ChartData {
  var views: [ResultView] = []
  /// The tables with a status column for each column whose values are not all as reported.
  var tables: [String: DataTable] = [:]

  mutating func add(_ view: ResultView) {
    views.append(view)
    var table = view.table
    for (index, column) in view.columns.enumerated()
    where view.index(of: column.name + "_status") == nil {
      let statuses = (0..<view.count).map { view.status($0, index) }
      guard statuses.contains(where: { $0 != .reported }) else { continue }
      table.columns.append(DataColumn(column.name + "_status", .string))
      for row in table.rows.indices { table.rows[row].append(.text(statuses[row].word)) }
    }
    tables[view.name] = table
  }
}

extension PageDraft {
  /// A chart in two drawings, with the table behind it; nil after a report.
  func chart(_ body: FenceBody) -> SiteHTML? {
    guard body.node.mapping != nil else {
      report(
        "chart.type", body.location, "a chart is a Vega-Lite specification",
        found: body.node.shown, expected: "a mapping with `data`, `mark` and `encoding`")
      return nil
    }
    let written = ChartFrame(body.node, path: body.path, into: diagnostics)
    guard let data = chartData(of: body) else { return nil }
    for view in data.views where view.count == 0 {
      return emptyFigure(written.frame, body, name: view.name)
    }
    checkUnits(of: body.node, data.views, body)
    let spec = chartSpec(body)
    let heading = ChartHeading(spec)
    var figure = figure(
      .chart, body, written.frame, heading: heading.title, views: data.views)
    if figure.title.isEmpty { warnAboutTitle(body) }
    figure.subtitle = heading.subtitle.map { SiteHTML(HTMLEscaping.escape($0)) }
    guard let drawn = draw(spec, written, data, figure.id, body) else { return nil }
    figure.description = drawn.description
    figure.standaloneSVG = drawn.standalone
    figure.preview = drawn.preview
    figure.content = SiteHTML(drawn.html)
    figure.data = data.views.map { rows(behind: $0, drawn.used, written, body) }
    fillSources(of: &figure, written.frame, views: data.views)
    for view in data.views { warnAboutStatuses(of: view, drawn.used, body) }
    let html = take(figure)
    figureText = figure.title + "\n" + (figure.description ?? "")
    return html
  }

  // MARK: Data

  private func chartData(of body: FenceBody) -> ChartData? {
    var data = ChartData()
    var isWhole = true
    for name in body.node.without("figure").dataNames {
      if let view = self.data.view(name.string ?? "", at: body.location(name)) {
        data.add(view)
      } else {
        isWhole = false
      }
    }
    return isWhole ? data : nil
  }

  /// The rows handed to the drawing. Numbers that it takes as names are shown as it writes them.
  private func rows(
    behind view: ResultView, _ used: [RenderedChart.UsedData], _ written: ChartFrame,
    _ body: FenceBody
  ) -> FigureData {
    var data = figureData(
      view, columns: columns(of: view, used, written, body), rows: Array(0..<view.count))
    let names = used.first { $0.name == view.name }?.discreteColumns ?? []
    for (index, column) in data.table.columns.enumerated()
    where column.type == .integer && column.format == nil && column.unit == nil {
      if names.contains(column.name) { data.table.columns[index].format = "d" }
    }
    return data
  }

  /// The columns that the folded table and the downloads show.
  private func columns(
    of view: ResultView, _ used: [RenderedChart.UsedData], _ written: ChartFrame,
    _ body: FenceBody
  ) -> [Int] {
    if let names = written.columns {
      return names.compactMap { node in
        let name = node.literalText ?? ""
        if let index = view.index(of: name) { return index }
        diagnostics.add(
          .unknownName(
            "chart.column", name, what: "column of `\(view.name)`",
            among: view.columns.map(\.name), at: body.location(node)))
        return nil
      }
    }
    let names = used.first { $0.name == view.name }?.columns ?? []
    let columns = view.columns.indices.filter { index in
      let name = view.columns[index].name
      return names.contains(name) && !isStatus(name, of: view)
    }
    return columns.isEmpty ? Array(view.columns.indices) : columns
  }

  /// Whether a column says how far another is known.
  private func isStatus(_ name: String, of view: ResultView) -> Bool {
    name.hasSuffix("_status") && view.index(of: String(name.dropLast("_status".count))) != nil
  }

  private func warnAboutStatuses(
    of view: ResultView, _ used: [RenderedChart.UsedData], _ body: FenceBody
  ) {
    for name in used.first(where: { $0.name == view.name })?.columns ?? [] {
      guard let index = view.index(of: name), view.columns[index].type.isNumeric,
        view.columns[index].unit != nil || view.columns[index].format != nil
      else { continue }
      warnAboutStatus(of: view, column: index, at: body.location)
    }
  }

  // MARK: Texts

  /// The chart without our key, values put into the texts that are shown.
  private func chartSpec(_ body: FenceBody) -> DocumentNode {
    var spec = body.node.without("figure")
    for key in ["title", "description"] {
      guard let node = spec[key] else { continue }
      spec = spec.with(key, node.mapTexts { text($0, path: body.path).plain })
    }
    if let description = body.node["description"], let text = description.string {
      let parts = text.split(separator: "`", omittingEmptySubsequences: false)
      let typed = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
      warnAboutDigits(typed.joined(separator: " "), at: body.location(description))
    }
    return spec
  }

  private func warnAboutTitle(_ body: FenceBody) {
    diagnostics.add(
      Diagnostic(
        .warning, "chart.title", at: body.location, "a chart needs a title that states its finding",
        remedy: "add `title: {text: …, subtitle: …}`"))
  }
}

/// Title and subtitle of a specification, as plain text.
private struct ChartHeading {
  var title = InlineText()
  var subtitle: String?

  init(_ spec: DocumentNode) {
    guard let node = spec["title"] else { return }
    let text = Self.text(node["text"] ?? (node.mapping == nil ? node : nil)) ?? ""
    title = InlineText(plain: text, html: HTMLEscaping.escape(text))
    subtitle = Self.text(node["subtitle"])
  }

  /// The heading in lines as long as a drawing is wide, as the change of a specification; nil without one.
  var lines: DocumentNode? {
    if title.plain.isEmpty { return nil }
    let width = ChartOptions.PageWidth.wide.total - 20
    func lines(_ text: String, size: Double, isBold: Bool) -> DocumentNode {
      let lines = TextLines.wrapped(text, width: width, size: size, isBold: isBold, limit: 4)
      return DocumentNode(.list(lines.map { DocumentNode(.string($0)) }))
    }
    let text = lines(title.plain, size: 16, isBold: true)
    guard let subtitle else { return .mapping(["title": .mapping(["text": text])]) }
    let second = lines(subtitle, size: 14, isBold: false)
    return .mapping(["title": .mapping(["text": text, "subtitle": second])])
  }

  /// A text, or lines of one.
  private static func text(_ node: DocumentNode?) -> String? {
    guard let node else { return nil }
    if let lines = node.list { return lines.compactMap(\.literalText).joined(separator: " ") }
    return node.literalText
  }
}

// MARK: Drawing

/// The drawings of a chart.
private struct DrawnChart {
  var html: String
  var standalone: String?
  var preview: String?
  var title: String?
  var description: String
  var used: [RenderedChart.UsedData]
}

extension PageDraft {
  private func draw(
    _ spec: DocumentNode, _ written: ChartFrame, _ data: ChartData, _ id: String,
    _ body: FenceBody
  ) -> DrawnChart? {
    let patch = DrawingPatch(spec: spec, path: body.path, diagnostics: diagnostics)
    var options = chartOptions(data, body)
    func drawing(
      _ width: ChartOptions.PageWidth, _ change: DocumentNode?, heading: DocumentNode? = nil,
      name: String
    ) -> DrawingMemory.Drawing? {
      options.mode = .page(width)
      options.theme = .page(width)
      options.name = name
      let spec = patch.applied(change)
      return self.drawing(
        heading.map { spec.merged(with: $0) } ?? spec, data.tables, options, body)
    }
    guard let wide = drawing(.wide, written.wide, name: "fig-\(id)-w"),
      let narrow = drawing(.narrow, written.narrow, name: "fig-\(id)-n")
    else { return nil }
    options.colourMode = .literal
    let preview =
      context.drawsPreviews ? drawing(.narrow, written.narrow, name: "fig-\(id)-p")?.svg : nil
    options.showsTitle = true
    let alone = drawing(.wide, written.wide, heading: ChartHeading(spec).lines, name: id)
    let html =
      "<div class=\"chart\">\n\(wide.svg)\n\(narrow.svg)\n</div>\n"
    return DrawnChart(
      html: html, standalone: alone?.svg, preview: preview, title: wide.title,
      description: wide.description, used: wide.used)
  }

  /// A drawing, from memory where it is the same as before.
  private func drawing(
    _ spec: DocumentNode, _ data: [String: DataTable], _ options: ChartOptions, _ body: FenceBody
  ) -> DrawingMemory.Drawing? {
    let memory = context.drawings
    let key = memory.map { _ in DrawingMemory.Key(spec, data, options) }
    if let key, let known = memory?[key] { return known }
    var options = options
    let readsFiles = Mutex(false)
    let load = options.load
    options.load = { url in
      readsFiles.withLock { $0 = true }
      return load?(url)
    }
    let collector = DiagnosticCollector()
    let chart = Chart.render(spec, path: body.path, data: data, options: options, into: collector)
    let found = collector.sorted
    diagnostics.add(found)
    guard let chart else { return nil }
    let drawing = DrawingMemory.Drawing(
      svg: chart.svg, title: chart.title, description: chart.description, used: chart.data)
    if let key, found.isEmpty, !readsFiles.withLock({ $0 }) { memory?.keep(drawing, for: key) }
    return drawing
  }

  private func chartOptions(_ data: ChartData, _ body: FenceBody) -> ChartOptions {
    var options = ChartOptions()
    options.colourMode = .classes
    options.showsTitle = false
    options.colours = context.configuration.colours
    options.shortNames = shortNames(data.views)
    let (files, folder) = (context.files, body.part.folder)
    options.load = { url in
      SitePath.resolve(url, from: folder).flatMap { try? files.read($0) }
    }
    return options
  }

  /// The short forms of values that the fields behind the columns have.
  private func shortNames(_ views: [ResultView]) -> [String: [String: String]] {
    var names: [String: [String: String]] = [:]
    for view in views {
      for (column, origin) in zip(view.columns, view.result.origins) {
        guard let origin, let schema = context.data.table(origin.table)?.resource.schema,
          let short = schema.field(origin.column)?.short, !short.isEmpty
        else { continue }
        names[column.name, default: [:]].merge(short) { first, _ in first }
      }
    }
    return names
  }
}
