import Markdown
import Tables

/// Values that moved between two editions as a list, for where a table would be larger than what it says.
struct MovementList {
  let context: RenderContext
  let addresses: PageAddresses
  /// Whether all values are of one column, which the items need not name.
  var isOfOneColumn = false

  /// Writes the values as `<ul>`.
  ///
  /// - Parameters:
  ///   - limit: how many are told; nil for all.
  ///   - rest: writes where the others are to be found, as the last item.
  func write(
    _ movements: [EditionDiff.Movement], limit: Int? = nil, _ html: inout HTMLWriter,
    rest: (inout HTMLWriter, _ count: Int) -> Void = { _, _ in }
  ) {
    html.open("ul", [("class", "moves")])
    for movement in movements.prefix(limit ?? movements.count) {
      html.open("li")
      write(movement, &html)
      html.close("li")
    }
    let count = movements.count - (limit ?? movements.count)
    if count > 0 {
      html.open("li")
      rest(&html, count)
      html.close("li")
    }
    html.close("ul")
    html.raw("\n")
  }

  /// `China: 270,000 t → 283,500 t (+13,500, +5%), mcs-2025 → mcs-2026`.
  private func write(_ movement: EditionDiff.Movement, _ html: inout HTMLWriter) {
    let label =
      isOfOneColumn && !movement.row.isEmpty ? movement.row : movement.label
    if !label.isEmpty { html.text(label + ": ") }
    write("del", movement.old, movement.oldStatus, of: movement, &html)
    html.text(" → ")
    write("ins", movement.new, movement.newStatus, of: movement, &html)
    let changes = [movement.shownDifference, movement.shownRelative].compactMap(\.self)
    if !changes.isEmpty { html.text(" (" + changes.joined(separator: ", ") + ")") }
    SourceShift(context: context, addresses: addresses).write(movement, after: ", ", &html)
  }

  private func write(
    _ element: StaticString, _ text: String?, _ status: String,
    of movement: EditionDiff.Movement, _ html: inout HTMLWriter
  ) {
    let unit = movement.shownUnit.map { "\u{A0}" + $0 } ?? ""
    html.element(element, text: text.map { $0 + unit } ?? context.words(.noValue))
    if let status = DataStatus(rawValue: status), let mark = status.mark {
      html.text("\u{A0}")
      html.element("abbr", [("title", context.words.status(status))], text: mark)
    }
  }
}

/// From which sources a value was, and from which it is.
struct SourceShift {
  /// How many sources of a value are named.
  private static let shownSources = 3

  let context: RenderContext
  let addresses: PageAddresses

  /// Writes the sources with links; nothing where the value names none.
  func write(_ movement: EditionDiff.Movement, after start: String, _ html: inout HTMLWriter) {
    if movement.oldSources.isEmpty, movement.newSources.isEmpty { return }
    html.text(start)
    if movement.oldSources != movement.newSources {
      write(movement.oldSources, &html)
      html.text(" → ")
    }
    write(movement.newSources, &html)
  }

  private func write(_ ids: [String], _ html: inout HTMLWriter) {
    if ids.isEmpty { html.text(context.words(.noAnswer)) }
    for (number, id) in ids.prefix(Self.shownSources).enumerated() {
      if number > 0 { html.text("; ") }
      if context.site.context.data.sources[id] == nil {
        html.text(id)
      } else {
        html.link("sources.html#\(id)", addresses, text: id)
      }
    }
    let rest = ids.count - Self.shownSources
    if rest > 0 {
      html.text("; " + context.words(.andMore, ["count": context.texts.count(rest)]))
    }
  }
}
