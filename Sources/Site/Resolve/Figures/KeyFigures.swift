import Diagnostics
import Documents
import Markdown
import Queries
import Tables

/// One of the key figures that a `figures` fence lists.
private struct KeyFigure {
  var value: DocumentNode
  var label: DocumentNode
  var period: DocumentNode?
  var compare: Comparison?
  var link: DocumentNode

  /// Reads one element of the list; nil where something needed is missing, which is reported.
  init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a key figure", into: diagnostics)
    else { return nil }
    defer { reader.finish() }
    func text(_ key: String) -> DocumentNode? {
      reader.requiredString(key) == nil ? nil : reader.node(key)
    }
    let (value, label, link) = (text("value"), text("label"), text("link"))
    period = reader.string("period") == nil ? nil : reader.node("period")
    if let other = reader.node("compare"), !other.isNull {
      compare = Comparison(other, path: path, into: diagnostics)
    }
    guard let value, let label, let link else { return nil }
    (self.value, self.label, self.link) = (value, label, link)
  }
}

/// What a key figure is compared with.
private struct Comparison {
  /// How the difference is told.
  enum Measure: String, CaseIterable {
    case percent, points, difference, ratio
  }

  var to: DocumentNode
  var measure: Measure
  var on: DocumentNode?

  init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a comparison", into: diagnostics)
    else { return nil }
    defer { reader.finish() }
    let to = reader.requiredString("to") == nil ? nil : reader.node("to")
    measure = reader.choice("as", Measure.self) ?? .percent
    on = reader.string("on") == nil ? nil : reader.node("on")
    guard let to else { return nil }
    self.to = to
  }
}

extension PageDraft {
  /// A list of key figures; nil after a report.
  func keyFigures(_ body: FenceBody) -> SiteHTML? {
    guard let items = body.node.list, (1...6).contains(items.count) else {
      report(
        "figures.count", body.location, "key figures are a list of one to six",
        found: body.node.list.map { "\($0.count)" } ?? body.node.shown,
        expected: "`- value: …`, with `label` and `link`")
      return nil
    }
    var html = "<ul class=\"key\">\n"
    var words: [String] = []
    var lines: [String] = []
    var views: [ResultView] = []
    var cells: [FoundCell] = []
    for item in items {
      guard let item = KeyFigure(item, path: body.path, into: diagnostics),
        let value = bareValue(item.value.literalText ?? "", at: TextPlace(body.path, item.value))
      else { continue }
      if let cell = value.cell {
        cells.append(cell)
        if !views.contains(where: { $0.name == cell.view.name }) { views.append(cell.view) }
        _ = evidenceID(of: cell, shown: value.text, at: body.location(item.value))
      }
      let label = text(item.label, path: body.path)
      let period = item.period.map { text($0, path: body.path) }
      html += self.html(item, value, label, period, body)
      words.append("\(label.plain): \(value.text)")
      lines.append(Self.line(value, label, period))
    }
    var figure = Figure(
      id: figureID(of: body), kind: .figures, title: "", content: SiteHTML(),
      location: body.location)
    figure.content = places.siteHTML(html + "</ul>\n")
    figure.lines = lines
    for view in views {
      figure.reads.merge(view.result.reads) { $0.union($1) }
      figure.queries.append((view.query, data.sql(view.name)))
    }
    figure.sources = Set(cells.flatMap { $0.view.sources($0.row) }).sorted(by: inByteOrder)
    figure.isExact = views.allSatisfy(\.result.exactLineage)
    figure.disputes = data.disputes(behind: cells)
    figure.statuses = Set(cells.map(\.status)).filter { $0 != .reported }.sorted()
    let shown = take(figure)
    figureText = words.joined(separator: "\n")
    anchors.insert(figure.anchor)
    return shown
  }

  /// Key figures need no name: nothing is published under it.
  private func figureID(of body: FenceBody) -> String {
    if !body.fence.arguments.isEmpty { return figureID(body) }
    let base = SitePath.replacingExtension(plan.output, ".html", with: "")
    return String(ids.id("fig-", for: base + " key").dropFirst("fig-".count))
  }

  private func html(
    _ item: KeyFigure, _ value: TextValue, _ label: InlineText, _ period: InlineText?,
    _ body: FenceBody
  ) -> String {
    var html = HTMLWriter()
    html.raw("<li>")
    html.open("strong", [("class", "number")])
    // The unit follows the number after a no-break space, and is set smaller, the blank with it.
    let parts = value.text.split(separator: "\u{A0}", maxSplits: 1)
    html.text(parts.first ?? "")
    if parts.count == 2 {
      html.element(
        "span", [("class", "unit")], text: " " + parts[1].replacing("\u{A0}", with: " "))
    }
    if value.cell != nil { html.raw(context.words.markHTML(value.status)) }
    html.raw("</strong> ")
    html.open("span", [("class", "label")])
    let href = href(
      item.link.literalText ?? "", from: body.part.folder, at: body.location(item.link))
    switch href {
    case .external(let address): html.open("a", [("href", address), ("rel", "noopener")])
    case .mark(let mark, _): html.open("a", [("href", mark)])
    case nil: html.open("a")
    }
    html.raw(label.html)
    html.raw("</a></span>")
    if let period { html.raw(" <span class=\"period\">\(period.html)</span>") }
    if let compare = item.compare, let words = words(compare, value, body) {
      html.raw(" <span class=\"change\">\(words)</span>")
    }
    html.raw("</li>\n")
    return html.html
  }

  /// The key figure as one line: `Mine output, 2024: 390 kt [e]`.
  private static func line(
    _ value: TextValue, _ label: InlineText, _ period: InlineText?
  ) -> String {
    let name = [label.plain, period?.plain].compactMap { $0 }.joined(separator: ", ")
    let mark = value.cell == nil ? nil : value.status.mark
    return "\(name): " + [value.text, mark].compactMap { $0 }.joined(separator: "\u{A0}")
  }

  // MARK: Comparison

  /// The comparison in words as HTML: `up 5% on 2023`; nil after a report.
  private func words(
    _ compare: Comparison, _ value: TextValue, _ body: FenceBody
  ) -> String? {
    let place = TextPlace(body.path, compare.to)
    guard let cell = value.cell,
      let base = bareValue(compare.to.literalText ?? "", at: place), let other = base.cell,
      let new = cell.value.double, let old = other.value.double
    else { return nil }
    let units = (
      cell.view.unit(cell.row, cell.column), other.view.unit(other.row, other.column)
    )
    guard units.0?.symbol == units.1?.symbol else {
      report(
        "figures.units", place.location, "values of different units are compared",
        found: "\(units.0?.symbol ?? "no unit") and \(units.1?.symbol ?? "no unit")")
      return nil
    }
    guard let change = change(compare.measure, new, old, cell, place) else { return nil }
    let on = compare.on.map { text($0, path: body.path).html }
    switch compare.measure {
    case .ratio:
      let words = context.words(.timesTheValue, ["change": change])
      return HTMLEscaping.escape(words) + said(.ofBase, on)
    case .percent, .points, .difference:
      let word: Word = change.isEmpty ? .unchanged : new > old ? .upBy : .downBy
      let words = context.words(word, ["change": change])
      let verdict = change.isEmpty ? "" : verdict(cell.dataColumn, isMore: new > old)
      return HTMLEscaping.escape(words) + said(.onBase, on) + verdict
    }
  }

  /// What a change is measured by, after a blank; nothing where it is not said.
  private func said(_ word: Word, _ base: String?) -> String {
    // The base is HTML already.
    base.map { " " + HTMLEscaping.escape(context.words(word)).replacing("{base}", with: $0) } ?? ""
  }

  /// Whether a change is for the better, where the measure says which way is good.
  private func verdict(_ column: DataColumn, isMore: Bool) -> String {
    guard let direction = column.measure?.direction else { return "" }
    return " (\(context.words((direction == .up) == isMore ? .better : .worse)))"
  }

  /// The size of a change; empty where it rounds to nothing.
  private func change(
    _ measure: Comparison.Measure, _ new: Double, _ old: Double, _ cell: FoundCell,
    _ place: TextPlace
  ) -> String? {
    switch measure {
    case .percent, .ratio:
      guard old > 0 else {
        report(
          "figures.base", place.location, "a change from zero or below has no percentage",
          found: PlainText.of(.number(old)), remedy: "write `as: difference`")
        return nil
      }
      if measure == .ratio { return number(new / old, ",.2~r") }
      let percent = abs(new / old - 1) * 100
      let shown = number(percent, percent < 10 ? ".1~f" : ",.0f")
      return shown == "0" ? "" : shown + "%"
    case .points:
      let isFraction = cell.dataColumn.unit?.symbol == "1"
      let points = number(abs(new - old) * (isFraction ? 100 : 1), ",.1~f")
      return points == "0"
        ? ""
        : context.words(points == "1" ? .percentagePoint : .percentagePoints, ["count": points])
    case .difference:
      var column = cell.dataColumn
      column.unit = cell.view.unit(cell.row, cell.column)
      let label: DisplayOptions.UnitLabel = column.unit == nil ? .none : .symbol
      let shown = try? writer.formatter(column, DisplayOptions(label: label))
        .format(.number(abs(new - old)))
      return new == old ? "" : shown?.text
    }
  }

  private func number(_ value: Double, _ format: String) -> String {
    (try? NumberFormat(format, locale: writer.language.numbers))?.format(value) ?? "\(value)"
  }
}
