import Diagnostics
import Documents
import Markdown
import Queries
import Tables

/// Makes the columns of a table from what its fence says and what the result knows.
struct TableColumnBuilder {
  let page: PageDraft
  let body: FenceBody
  let view: ResultView
  let spec: TableSpec

  /// The columns shown, in order; nil where one is faulty, which is reported.
  mutating func columns() -> [TableColumn]? {
    let written = spec.columns ?? implied()
    var columns: [TableColumn] = []
    var isWhole = true
    for column in written where !column.isHidden {
      guard let index = view.index(of: column.name) else {
        page.diagnostics.add(
          .unknownName(
            "table.column", column.name, what: "column of `\(view.name)`",
            among: view.columns.map(\.name), at: column.location))
        isWhole = false
        continue
      }
      guard let built = build(column, index) else {
        isWhole = false
        continue
      }
      columns.append(built)
    }
    guard isWhole, !columns.isEmpty else { return nil }
    checkUnits(columns)
    markHeader(&columns)
    return columns
  }

  /// All columns but sources, statuses, and those that say the status of others.
  private func implied() -> [TableSpec.Column] {
    let names = Set(view.columns.map(\.name))
    return view.columns.filter { column in
      if column.name == "source" || column.name == "status" { return false }
      guard column.name.hasSuffix("_status") else { return true }
      return !names.contains(String(column.name.dropLast("_status".count)))
    }.map { TableSpec.Column(name: $0.name, location: body.location) }
  }

  private func build(_ column: TableSpec.Column, _ index: Int) -> TableColumn? {
    guard let formatter = formatter(column, index) else { return nil }
    let data = view.columns[index]
    let isNumeric = data.type.isNumeric || hasNumbers(index)
    if isNumeric {
      page.warnAboutStatus(of: view, column: index, at: column.location)
      if formatter.usesUndeclaredFormat {
        page.writer.warnAboutFormat(of: view, column: index, at: column.location, into: page)
      }
    }
    var built = TableColumn(
      index: index, headHTML: head(column, data, formatter.unit), isNumeric: isNumeric,
      formatter: formatter)
    if let link = column.link { built.links = links(link) }
    if column.hasBar { built.bars = bars(column, index) }
    return built
  }

  private func formatter(_ column: TableSpec.Column, _ index: Int) -> ValueFormatter? {
    var options = DisplayOptions()
    options.format = column.format?.literalText
    options.unit = column.unit?.literalText
    do {
      let formatter = try page.writer.formatter(view.columns[index], options)
      // A number that cannot be shown is found before the table is drawn.
      for row in 0..<view.count where !view.value(row, index).isNull {
        _ = try formatter.format(view.value(row, index))
      }
      return formatter
    } catch {
      let place = column.format ?? column.unit
      page.report(
        "table.format", place.map { body.location($0) } ?? column.location,
        "a column cannot be shown: \(error.summary)", found: "`\(column.name)`")
      return nil
    }
  }

  /// Whether a column of any type holds numbers that are no years.
  private func hasNumbers(_ index: Int) -> Bool {
    guard view.columns[index].type == .any else { return false }
    return (0..<view.count).contains { view.value($0, index).double != nil }
  }

  private func head(_ column: TableSpec.Column, _ data: DataColumn, _ unit: DataUnit?) -> String {
    let title =
      column.title.map { page.text($0, path: body.path).html }
      ?? HTMLEscaping.escape(data.heading)
    guard let unit, unit.symbol != "1", unit.symbol != "%" else { return title }
    var html = HTMLWriter()
    html.raw(title + " ")
    if let name = unit.name {
      html.element("abbr", [("class", "unit"), ("title", name)], text: "(\(unit.symbol))")
    } else {
      html.element("span", [("class", "unit")], text: "(\(unit.symbol))")
    }
    return html.html
  }

  // MARK: Links and bars

  /// The `href` of each row; values without a page are reported together.
  private func links(_ node: DocumentNode) -> [String?]? {
    guard
      let template = LinkTemplate(
        node, columns: view.columns, of: view.name, path: body.path, into: page.diagnostics)
    else { return nil }
    var missing: [String] = []
    var known: [String: String?] = [:]
    let hrefs = (0..<view.count).map { row -> String? in
      guard let address = template.address(row, of: view) else { return nil }
      if let href = known[address] { return href }
      let href = self.href(address, template.location)
      if href == nil { missing.append(address) }
      known[address] = .some(href)
      return href
    }
    guard missing.isEmpty else {
      page.report(
        "table.link", template.location, "links of a table lead to nothing",
        found: missing.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
          + (missing.count > 10 ? " and \(missing.count - 10) more" : ""),
        expected: "a page for each value",
        remedy: "leave those rows out, or make the column NULL where there is no page")
      return nil
    }
    return hrefs
  }

  private func href(_ address: String, _ location: SourceLocation) -> String? {
    let silent = DiagnosticCollector()
    let target = page.context.index.resolve(
      address, from: body.part.folder, page: page.plan.output, at: location, into: silent)
    switch target {
    case .external(let address)?: return WebAddress.encoded(address)
    case .output(let output, let fragment, let kind)?:
      if fragment != nil || kind == .generated {
        page.links.append(
          PendingLink(output: output, fragment: fragment, written: address, location: location))
      }
      return page.addressMark(target?.siteAddress ?? output)
    case nil: return nil
    }
  }

  private func bars(_ column: TableSpec.Column, _ index: Int) -> ClosedRange<Double>? {
    let numbers = (0..<view.count).compactMap { view.value($0, index).double }
    let lowest = min(0, numbers.min() ?? 0)
    let highest = max(0, numbers.max() ?? 0)
    guard highest > lowest else { return nil }
    return lowest...highest
  }

  // MARK: Whole table

  /// Two units in one column are an error, unless the column that names them is shown.
  private func checkUnits(_ columns: [TableColumn]) {
    for column in columns {
      guard let unitColumn = view.result.unitColumn(of: column.index) else { continue }
      if columns.contains(where: { $0.index == unitColumn }) { continue }
      let units = Set((0..<view.count).compactMap { view.unit($0, column.index)?.symbol })
      guard units.count > 1 else { continue }
      page.report(
        "table.units", body.location, "a column holds numbers of different units",
        found: "`\(view.columns[column.index].name)` in \(units.sorted().joined(separator: ", "))",
        remedy: "show the column `\(view.columns[unitColumn].name)` too, or select one unit")
    }
  }

  /// The column that heads the rows: the one written, else the first of texts.
  private func markHeader(_ columns: inout [TableColumn]) {
    if let header = spec.header, let name = header.literalText {
      if let place = columns.firstIndex(where: { view.columns[$0.index].name == name }) {
        columns[place].isHeader = true
      } else {
        page.diagnostics.add(
          .unknownName(
            "table.column", name, what: "column of the table",
            among: columns.map { view.columns[$0.index].name }, at: body.location(header)))
      }
      return
    }
    let first = columns.firstIndex { !$0.isNumeric } ?? 0
    columns[first].isHeader = true
  }
}
