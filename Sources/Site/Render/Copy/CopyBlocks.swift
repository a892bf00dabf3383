/// Writes the blocks of a page as Markdown.
struct CopyBlocks {
  /// The page's file, to which links within the page lead.
  let page: String

  private var inlines: CopyInlines { CopyInlines(page: page) }

  private static let names: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl",
    "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
  ]

  /// The blocks of a part, each without a line break at its end; text between blocks is a paragraph.
  func blocks(_ nodes: [Markup]) -> [String] {
    var blocks: [String] = []
    var run: [Markup] = []
    func finish() {
      let text = inlines.paragraph(run)
      if !text.isEmpty { blocks.append(text) }
      run = []
    }
    for node in nodes {
      if let element = node.element, Self.names.contains(element.name) {
        finish()
        blocks += self.blocks(of: element)
      } else {
        run.append(node)
      }
    }
    finish()
    return blocks
  }

  private func blocks(of element: Markup.Element) -> [String] {
    if Self.isFrame(element) { return [] }
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return heading(element, number: nil)
    case "p": return element.has(class: "kicker") ? [] : paragraph(element.children)
    case "hr": return ["---"]
    case "pre": return [listing(element)]
    case "blockquote": return [quoted(blocks(element.children))]
    case "aside": return [alert(element)]
    case "ul", "ol": return list(element)
    case "dl": return facts(element)
    case "figcaption": return caption(element)
    case "table": return CopyTable(element, page: page).blocks
    case "summary": return []
    case "details":
      // The table behind a figure has a caption of its own.
      let title = element.first("table") == nil ? element.first("summary") : nil
      return paragraph(title.map { [Markup.element(.init("strong", $0.children))] } ?? [])
        + blocks(element.children)
    default: return blocks(element.children)
    }
  }

  /// What leads around the site, and the list that the values of the text link to.
  private static func isFrame(_ element: Markup.Element) -> Bool {
    switch element.name {
    case "nav": element.attributes["aria-label"] != nil || element.has(class: "contents")
    case "section": element.has(class: "evidence")
    default: false
    }
  }

  private func paragraph(_ nodes: [Markup]) -> [String] {
    let text = inlines.paragraph(nodes)
    return text.isEmpty ? [] : [text]
  }

  private func heading(_ element: Markup.Element, number: String?) -> [String] {
    let text = inlines.line(element.children)
    if text.isEmpty { return [] }
    let level = element.name.utf8.last.map { Int($0) - 48 } ?? 1
    return [String(repeating: "#", count: level) + " " + (number.map { "\($0). " } ?? "") + text]
  }

  /// The caption of a figure: its number before its title.
  private func caption(_ element: Markup.Element) -> [String] {
    let number = element.elements.first { $0.has(class: "fig-number") }
    return element.elements.flatMap { child -> [String] in
      if child.has(class: "fig-number") { return [] }
      guard child.has(class: "fig-title") else { return blocks(of: child) }
      return heading(child, number: number.map { inlines.line($0.children) })
    }
  }

  private func listing(_ element: Markup.Element) -> String {
    let code = element.first("code") ?? element
    var text = CopyInlines.plain(code.children)
    if text.hasSuffix("\n") { text.removeLast() }
    let language = code.attributes["class"].map { $0.replacing("language-", with: "") } ?? ""
    let fence = String(repeating: "`", count: max(3, CopyInlines.longestTicks(in: text) + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }

  private func quoted(_ blocks: [String]) -> String {
    blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private func alert(_ element: Markup.Element) -> String {
    let kind = element.attributes["class"]?.split(separator: " ").lazy
      .first { $0.hasPrefix("alert-") }?.dropFirst("alert-".count)
    let body = element.children.filter { $0.element?.has(class: "alert-title") != true }
    return quoted((kind.map { ["[!\($0.uppercased())]"] } ?? []) + blocks(body))
      .replacing("]\n>\n>", with: "]\n>", maxReplacements: 1)
  }

  // MARK: Lists

  private func list(_ element: Markup.Element) -> [String] {
    let items = element.elements.filter { $0.name == "li" }
    if element.has(class: "fig-get") {
      return [items.map { inlines.line($0.children) }.joined(separator: " · ")]
    }
    var number = element.attributes["start"].flatMap { Int($0) } ?? 1
    var texts: [String] = []
    var isTight = true
    for item in items {
      if let note = footnote(item) {
        texts.append(note)
        isTight = false
        continue
      }
      let marker = element.name == "ol" ? "\(number). " : "- "
      number += 1
      let parts = element.has(class: "key") ? [keyFigure(item)] : blocks(item.children)
      // A list below the item's own text keeps the list tight.
      let holdsBlocks = parts.dropFirst().contains { !$0.hasPrefix("- ") && !$0.hasPrefix("1. ") }
      if holdsBlocks { isTight = false }
      let text = parts.joined(separator: holdsBlocks ? "\n\n" : "\n")
      texts.append(marker + indented(text, by: marker.count))
    }
    return texts.isEmpty ? [] : [texts.joined(separator: isTight ? "\n" : "\n\n")]
  }

  /// A note of the page, as the references to it in the text name it.
  private func footnote(_ item: Markup.Element) -> String? {
    guard let id = item.attributes["id"], let number = CopyInlines.noteNumber("#" + id) else {
      return nil
    }
    let text = blocks(item.children).joined(separator: "\n\n")
    return "[^\(number)]: " + indented(text, by: 4)
  }

  /// A key figure: its value, then what it is, when and how it has changed.
  private func keyFigure(_ item: Markup.Element) -> String {
    let parts = item.elements.map { inlines.line([.element($0)]) }.filter { !$0.isEmpty }
    guard let value = parts.first else { return inlines.line(item.children) }
    return value + " " + parts.dropFirst().joined(separator: "; ")
  }

  private func facts(_ element: Markup.Element) -> [String] {
    let groups = element.elements.flatMap { $0.name == "div" ? $0.elements : [$0] }
    var lines: [String] = []
    for group in groups {
      let text = inlines.line(group.children)
      if group.name == "dt" {
        // Another mark than that of lists, so that a list below it is one of its own.
        lines.append("* **\(text):**")
      } else if !lines.isEmpty {
        lines[lines.count - 1] += " " + text
      }
    }
    return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
  }

  private func indented(_ text: String, by width: Int) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    let indent = String(repeating: " ", count: width)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 || $1.isEmpty ? String($1) : indent + $1 }.joined(separator: "\n")
  }
}

extension Markup.Element {
  /// An element without attributes.
  init(_ name: String, _ children: [Markup]) {
    self.init(name: name, attributes: .init(), children: children)
  }
}
