import Diagnostics

/// Fences, quotes, tables and footnotes.
extension ConstructWalk {
  mutating func fence(_ node: MarkdownNode) {
    guard let fence = node.fence else { return }
    let info = node.fenceInfo
    let language = info.utf8.prefix { !isSpace($0) }
    let arguments = info.utf8[language.endIndex...].trimmed()
    let body = node.literal
    let shift = FenceSource.shift(of: body, from: node.startLine + 1, in: source)
    let range = lines(of: node)
    if !FenceSource.isClosed(node, fence, in: source) {
      diagnostics.add(
        Diagnostic(
          .warning, "markdown.unclosed-fence", at: SourceLocation(source.path, range),
          "a code block is not closed", remedy: "end it with a line like the one that opens it"))
    }
    constructs.fences.append(
      MarkdownFence(
        node: node, language: String(Substring(language)), arguments: String(Substring(arguments)),
        body: body,
        bodyOrigin: SourcePosition(line: node.startLine + 1, column: shift + 1)
          .shifted(to: source.origin), columnShift: shift, range: range))
  }

  mutating func quote(_ node: MarkdownNode) {
    guard let first = node.firstChild, first.kind == .paragraph,
      let marker = AlertMarker(first.content)
    else { return }
    let range = lines(of: node)
    guard let kind = AlertKind(rawValue: marker.word.lowercased()) else {
      let words = AlertKind.allCases.map { $0.rawValue.uppercased() }
      let near = NearMiss.suggestion(for: marker.word, among: words)
      diagnostics.add(
        Diagnostic(
          .warning, "markdown.alert", at: SourceLocation(source.path, range),
          "no alert has this name", found: "`[!\(marker.word)]`",
          expected: words.joined(separator: ", "),
          remedy: near.map { "write `[!\($0)]`" } ?? "use one of these words"))
      return
    }
    guard marker.hasMore || first.next != nil else { return }
    alertQuotes.append((node, kind, range))
  }

  mutating func enter(table node: MarkdownNode) {
    constructs.tables.append(
      MarkdownTable(node: node, range: lines(of: node), header: [], rows: []))
  }

  mutating func enter(row node: MarkdownNode) {
    guard let table = node.parent, let last = constructs.tables.indices.last else { return }
    let isHeader = node.previous == nil
    // Lines of text that stand right above the header have gone into the table's own text.
    let above = isHeader ? table.content.dropLast().count { $0 == 10 } : 0
    let number = node.startLine + above
    rowSource = nil
    if isHeader {
      constructs.tables[last].range.start = source.position(line: number)
    } else {
      constructs.tables[last].rows.append([])
    }
    guard var line = source.line(number) else { return }
    if isHeader, above == 0 {
      line = min(line.lowerBound + table.startColumn - 1, line.upperBound)..<line.upperBound
    } else {
      let start = line.first { !isBlank(source.bytes[$0]) && source.bytes[$0] != UInt8(ascii: ">") }
      line = (start ?? line.upperBound)..<line.upperBound
    }
    rowSource = TableRowSource(line, of: source.bytes)
  }

  mutating func enter(cell node: MarkdownNode) {
    context.inCell = true
    guard let last = constructs.tables.indices.last else { return }
    let isHeader = node.parent?.previous == nil
    let row = constructs.tables[last].rows.count - 1
    let index =
      isHeader ? constructs.tables[last].header.count : constructs.tables[last].rows[row].count
    cellPlace = rowSource.flatMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
    let range =
      cellPlace.map { source.range($0.text) } ?? SourceRange(source.position(line: node.startLine))
    let cell = MarkdownTable.Cell(node: node, range: range)
    if isHeader {
      constructs.tables[last].header.append(cell)
    } else {
      constructs.tables[last].rows[row].append(cell)
    }
  }

  mutating func enter(footnote node: MarkdownNode) {
    context.inFootnote = true
    constructs.footnotes.append(
      MarkdownFootnoteDefinition(
        node: node, number: constructs.footnotes.count + 1, range: lines(of: node)))
  }
}
