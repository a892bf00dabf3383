import Diagnostics

/// Collects the constructs of a page in one pass over its tree.
struct ConstructWalk {
  let options: MarkdownOptions
  let diagnostics: DiagnosticCollector
  var source: SourceText
  /// Whether the page holds any `[`: else no text needs to be looked at.
  let hasBrackets: Bool
  private(set) var constructs = MarkdownConstructs()
  /// Block quotes that are alerts, to be turned into such after the pass.
  private(set) var alertQuotes: [(quote: MarkdownNode, kind: AlertKind, range: SourceRange)] = []

  private var context = MarkdownContext()
  /// The block whose inlines are being visited, and where its text stands, once that was asked for.
  private var block: MarkdownNode?
  private var map: LeafMap?
  private var looksAtText = false
  /// Links and images that are open, with their index in the list and the offset of their bracket.
  private var open: [(node: MarkdownNode, isImage: Bool, index: Int, start: Int?)] = []
  private var rowSource: TableRowSource?
  private var cellPlace: TableRowSource.Cell?

  init(
    source: SourceText, hasBrackets: Bool, options: MarkdownOptions,
    diagnostics: DiagnosticCollector
  ) {
    self.source = source
    self.hasBrackets = hasBrackets
    self.options = options
    self.diagnostics = diagnostics
  }

  /// Takes note of one node, when it is entered and when it is left.
  mutating func visit(_ enters: Bool, _ node: MarkdownNode) {
    let kind = node.kind
    switch kind {
    case .text: if enters { text(node) }
    case .softBreak, .lineBreak: if enters, context.inHeading { headingText(" ") }
    case .code: if enters { code(node) }
    case .paragraph, .heading, .tableCell: enters ? enter(node, kind) : leave(node, kind)
    case .link, .image: enters ? enter(link: node, kind) : leaveLink(node)
    case .codeBlock: if enters { fence(node) }
    case .htmlBlock, .htmlInline: if enters { rawHTML(node, kind) }
    case .blockQuote: if enters { quote(node) }
    case .table: enters ? enter(table: node) : ()
    case .tableRow: if enters { enter(row: node) }
    case .footnoteReference: if enters { footnoteReference(node) }
    case .footnoteDefinition: enters ? enter(footnote: node) : (context.inFootnote = false)
    default: break
    }
  }

  // MARK: Blocks that hold inlines

  private mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNodeKind) {
    block = node
    map = nil
    looksAtText = hasBrackets && node.content.contains(UInt8(ascii: "["))
    if kind == .heading { enter(heading: node) }
    if kind == .tableCell { enter(cell: node) }
  }

  private mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNodeKind) {
    if kind == .heading { leave(heading: node) }
    context.inCell = false
    block = nil
    map = nil
  }

  private mutating func enter(heading node: MarkdownNode) {
    context.inHeading = true
    constructs.headings.append(
      MarkdownHeading(
        node: node, level: node.headingLevel, range: lines(of: node), text: "", literalText: "",
        explicitID: nil))
  }

  private mutating func leave(heading node: MarkdownNode) {
    context.inHeading = false
    let last = constructs.headings.count - 1
    if let id = ExplicitHeadingID.take(from: node) {
      constructs.headings[last].explicitID = id
      ExplicitHeadingID.remove(from: &constructs.headings[last].text)
      ExplicitHeadingID.remove(from: &constructs.headings[last].literalText)
    }
  }

  private mutating func headingText(_ text: String, isValue: Bool = false) {
    let last = constructs.headings.count - 1
    constructs.headings[last].text += text
    if !isValue { constructs.headings[last].literalText += text }
  }

  // MARK: Inlines

  private mutating func text(_ node: MarkdownNode) {
    let hasBracket = looksAtText && node.hasBracket
    guard hasBracket || context.inHeading else { return }
    let literal = node.literal
    if context.inHeading { headingText(literal) }
    guard hasBracket else { return }
    var cursor = offset(node) ?? 0
    split(citationsOf: node, literal, from: &cursor)
    reportLeftovers(in: literal, from: offset(node) ?? 0)
  }

  /// Gives each citation of a text a node of its own.
  private mutating func split(
    citationsOf node: MarkdownNode, _ literal: String, from cursor: inout Int
  ) {
    var done = literal.startIndex
    var tail = node
    func add(_ text: Substring) -> MarkdownNode? {
      guard let new = CMark.text(String(text)) else { return nil }
      guard tail.insertAfter(new) else {
        CMark.free(new)
        return nil
      }
      tail = new
      return new
    }
    for citation in CitationReader.citations(in: literal) {
      let range = place(of: "[@", to: "]", from: &cursor)
      guard let items = citation.items else {
        report(
          "markdown.citation", range, "a citation cannot be read",
          found: "`\(literal[citation.range])`", expected: "`[@id]` or `[@id, p. 3; @other]`",
          remedy: "write literal brackets of this kind as code")
        continue
      }
      let before = literal[done..<citation.range.lowerBound]
      if tail == node { node.setLiteral(String(before)) } else { _ = add(before) }
      guard let new = add(literal[citation.range]) else { continue }
      done = citation.range.upperBound
      constructs.notes.append(
        .citation(MarkdownCitation(node: new, items: items, range: range, context: context)))
    }
    if done > literal.startIndex, done < literal.endIndex { _ = add(literal[done...]) }
  }

  /// What still looks like a claim or a footnote was meant as one.
  private mutating func reportLeftovers(in literal: String, from start: Int) {
    var cursor = start
    let bytes = literal.utf8
    if bytes.find("](check:", from: bytes.startIndex) != nil
      || bytes.find("](<check:", from: bytes.startIndex) != nil
    {
      report(
        "markdown.claim", place(of: "](", to: ")", from: &cursor), "a claim cannot be read",
        expected: "`[words](check: \"condition\")`",
        remedy: "put the condition in double quotes after `check:`")
    }
    cursor = start
    guard options.extensions.contains(.footnotes), bytes.find("[^", from: bytes.startIndex) != nil
    else { return }
    diagnostics.add(
      Diagnostic(
        .warning, "markdown.footnote",
        at: SourceLocation(source.path, place(of: "[^", to: "]", from: &cursor)),
        "no footnote has this name", remedy: "add a line that begins with `[^name]:`"))
  }

  private mutating func code(_ node: MarkdownNode) {
    guard let block else { return }
    var text = node.literal
    let blanks = text.utf8.prefix(while: isBlank).count
    let range = codeRange(node, text)
    let rest = text.utf8.dropFirst(blanks)
    let isValue = rest.first == UInt8(ascii: "=")
    if rest.starts(with: "\\=".utf8) {
      text.remove(at: rest.startIndex)
      node.setLiteral(text)
    }
    if context.inHeading { headingText(text, isValue: isValue) }
    constructs.codeSpans.append(
      MarkdownCodeSpan(
        node: node, text: text, range: range, isValue: isValue,
        link: open.last { !$0.isImage }?.node, block: block, context: context))
  }

  private mutating func codeRange(_ node: MarkdownNode, _ text: String) -> SourceRange {
    guard var start = offset(node), let map, start > 0, start < map.content.count,
      map.content[start - 1] == UInt8(ascii: "`")
    else { return lineOnly(node) }
    if map.content[start] != text.utf8.first { start += 1 }
    return source.range(map.source(start)..<map.source(start + text.utf8.count))
  }

  private mutating func enter(link node: MarkdownNode, _ kind: MarkdownNodeKind) {
    let isImage = kind == .image
    let destination = node.url
    var link = MarkdownLink(
      node: node, destination: destination, title: node.title,
      kind: LinkDestination(destination), range: lineOnly(node), aloneIn: nil, context: context)
    if isImage, node.next == nil, node.previous == nil, let parent = node.parent,
      parent.kind == .paragraph
    {
      link.aloneIn = parent
    }
    let start = linkStart(node)
    open.append((node, isImage, isImage ? constructs.images.count : constructs.links.count, start))
    if isImage {
      constructs.images.append(link)
      context.inImage = true
    } else {
      constructs.links.append(link)
      context.inLink = true
    }
  }

  /// The offset of the opening bracket. The library gives its column, but the line of the closing
  /// one; and for a bare address in `<>` no column at all. The first child knows better.
  private mutating func linkStart(_ node: MarkdownNode) -> Int? {
    let child = node.firstChild
    let line = child.flatMap { $0.startLine > 0 ? $0.startLine : nil } ?? node.startLine
    let brackets: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "<")]
    for column in [node.startColumn, (child?.startColumn ?? 1) - 1] {
      if let start = offset(line: line, column: column), let content = map?.content,
        start < content.count, brackets.contains(content[start])
      {
        return start
      }
    }
    return nil
  }

  private mutating func leaveLink(_ node: MarkdownNode) {
    guard let (_, isImage, index, start) = open.popLast() else { return }
    context.inLink = open.contains { !$0.isImage }
    context.inImage = open.contains { $0.isImage }
    if let start, let end = linkEnd(node, start: start), let map {
      let range = source.range(map.source(start)..<map.source(end))
      if isImage {
        constructs.images[index].range = range
      } else {
        constructs.links[index].range = range
      }
    }
    refuse(isImage ? constructs.images[index] : constructs.links[index])
  }

  private mutating func linkEnd(_ node: MarkdownNode, start: Int) -> Int? {
    guard let content = map?.content else { return nil }
    if content[start] == UInt8(ascii: "<") {
      return content[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
    guard let end = offset(line: node.startLine, column: node.endColumn + 1), end > start,
      [UInt8(ascii: ")"), UInt8(ascii: "]")].contains(content[end - 1])
    else { return nil }
    map?.link(endsAt: end, line: node.startLine)
    return end
  }

  /// Takes the destination out of a link that a browser must not follow.
  private func refuse(_ link: MarkdownLink) {
    guard case .refused(let scheme) = link.kind else { return }
    link.node.setURL("")
    report(
      "markdown.link-scheme", link.range, "links of this kind are not written into pages",
      found: "`\(scheme):`", expected: "http, https, mailto or a path",
      remedy: "link to a file of the site or to a web address")
  }

  private mutating func footnoteReference(_ node: MarkdownNode) {
    guard let number = Int(node.literal) else { return }
    var range = lineOnly(node)
    if let start = offset(node), let map, start < map.content.count,
      map.content[start] == UInt8(ascii: "["),
      let end = map.content[start...].firstIndex(of: UInt8(ascii: "]"))
    {
      range = source.range(map.source(start)..<map.source(end + 1))
    }
    constructs.notes.append(
      .footnote(
        MarkdownFootnoteReference(node: node, number: number, range: range, context: context)))
  }

  private mutating func rawHTML(_ node: MarkdownNode, _ kind: MarkdownNodeKind) {
    let literal = node.literal
    var range = lines(of: node)
    if kind == .htmlInline {
      range = lineOnly(node)
      if let start = offset(node), let map {
        range = source.range(map.source(start)..<map.source(start + literal.utf8.count))
      }
    }
    constructs.rawHTML.append(MarkdownRawHTML(node: node, range: range))
    guard !options.allowsRawHTML, !literal.hasPrefix("<!--"), !literal.hasPrefix("</") else {
      return
    }
    let first = literal.prefix { !$0.isNewline }
    diagnostics.add(
      Diagnostic(
        .warning, "markdown.raw-html", at: SourceLocation(source.path, range),
        "raw HTML is left out", found: "`\(first.prefix(60))`",
        remedy: "write it as Markdown, or allow raw HTML for the site"))
  }

  // MARK: Blocks

  private mutating func fence(_ node: MarkdownNode) {
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

  private mutating func quote(_ node: MarkdownNode) {
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

  private mutating func enter(table node: MarkdownNode) {
    constructs.tables.append(
      MarkdownTable(node: node, range: lines(of: node), header: [], rows: []))
  }

  private mutating func enter(row node: MarkdownNode) {
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

  private mutating func enter(cell node: MarkdownNode) {
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

  private mutating func enter(footnote node: MarkdownNode) {
    context.inFootnote = true
    constructs.footnotes.append(
      MarkdownFootnoteDefinition(
        node: node, number: constructs.footnotes.count + 1, range: lines(of: node)))
  }

  // MARK: Places

  private mutating func offset(_ node: MarkdownNode) -> Int? {
    offset(line: node.startLine, column: node.startColumn)
  }

  /// The offset in the current block's content, whose map is made when first asked for.
  private mutating func offset(line: Int, column: Int) -> Int? {
    if map == nil, let block {
      if let cellPlace, context.inCell {
        map = LeafMap(cell: block, at: cellPlace, source: source)
      } else {
        let first = max(block.startLine > 0 ? block.startLine : block.next?.startLine ?? 1, 1)
        let last = max(block.startLine > 0 ? block.endLine : block.next?.endLine ?? 1, first)
        map = LeafMap(block: block, lines: first...last, source: source)
      }
    }
    return map?.offset(line: line, column: column)
  }

  /// The place of the next text between two marks at or after `cursor`, which moves behind it.
  private mutating func place(of mark: String, to end: Character, from cursor: inout Int)
    -> SourceRange
  {
    guard let map, let start = map.content.find(mark, from: cursor) else {
      return block.map { lineOnly($0) } ?? .start
    }
    let close = map.content.find(String(end), from: start + mark.utf8.count)
    cursor = close.map { $0 + 1 } ?? map.content.count
    return source.range(map.source(start)..<map.source(cursor))
  }

  private func lineOnly(_ node: MarkdownNode) -> SourceRange {
    SourceRange(source.position(line: node.startLine > 0 ? node.startLine : block?.startLine ?? 1))
  }

  /// From the first column of a block to the end of its last line.
  private mutating func lines(of node: MarkdownNode) -> SourceRange {
    guard let first = source.line(node.startLine) else { return lineOnly(node) }
    let start = min(first.lowerBound + max(node.startColumn, 1) - 1, first.upperBound)
    let last = source.line(max(node.endLine, node.startLine)) ?? first
    return source.range(start..<max(start, last.upperBound))
  }

  private func report(
    _ id: String, _ range: SourceRange, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, id, at: SourceLocation(source.path, range), summary, found: found,
        expected: expected, remedy: remedy))
  }
}
