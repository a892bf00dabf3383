import Diagnostics

/// Texts, code, links, footnote references and raw HTML.
extension ConstructWalk {
  mutating func text(_ node: MarkdownNode) {
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
  mutating func split(
    citationsOf node: MarkdownNode, _ literal: String, from cursor: inout Int
  ) {
    var done = literal.startIndex
    var tail = node
    func add(_ text: Substring) -> MarkdownNode? {
      guard let new = CMark.text(String(text)), tail.insertAfter(new) else { return nil }
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
      var before = literal[done..<citation.range.lowerBound]
      // The number of a note follows its word at once; between two notes the blank stays.
      if tail == node || before.contains(where: { $0 != " " }) {
        while before.last == " " { before.removeLast() }
      }
      if tail == node { node.setLiteral(String(before)) } else { _ = add(before) }
      guard let new = add(literal[citation.range]) else { continue }
      done = citation.range.upperBound
      constructs.notes.append(
        .citation(MarkdownCitation(node: new, items: items, range: range, context: context)))
    }
    if done > literal.startIndex, done < literal.endIndex { _ = add(literal[done...]) }
  }

  /// What still looks like a claim or a footnote was meant as one.
  mutating func reportLeftovers(in literal: String, from start: Int) {
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

  mutating func code(_ node: MarkdownNode) {
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

  mutating func codeRange(_ node: MarkdownNode, _ text: String) -> SourceRange {
    guard var start = offset(node), let map, start > 0, start < map.content.count,
      map.content[start - 1] == UInt8(ascii: "`")
    else { return lineOnly(node) }
    if map.content[start] != text.utf8.first { start += 1 }
    return source.range(map.source(start)..<map.source(start + text.utf8.count))
  }

  mutating func enter(link node: MarkdownNode, _ kind: MarkdownNodeKind) {
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
  mutating func linkStart(_ node: MarkdownNode) -> Int? {
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

  mutating func leaveLink(_ node: MarkdownNode) {
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

  mutating func linkEnd(_ node: MarkdownNode, start: Int) -> Int? {
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
  func refuse(_ link: MarkdownLink) {
    guard case .refused(let scheme) = link.kind else { return }
    link.node.setURL("")
    report(
      "markdown.link-scheme", link.range, "links of this kind are not written into pages",
      found: "`\(scheme):`", expected: "http, https, mailto or a path",
      remedy: "link to a file of the site or to a web address")
  }

  mutating func footnoteReference(_ node: MarkdownNode) {
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

  mutating func rawHTML(_ node: MarkdownNode, _ kind: MarkdownNodeKind) {
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
}
