import Markdown
import Tables

/// The frame of a figure: number, title, what it shows, note, sources, downloads and the table behind it.
///
/// The same on its page and on the figure's own, where the table stands open.
package struct FigureHTML {
  private let context: SiteContext
  private let writer: ValueWriter

  /// A writer of frames for a site.
  package init(_ context: SiteContext) {
    self.context = context
    writer = ValueWriter(context)
  }

  /// A fixed word as HTML.
  private func words(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) -> String {
    HTMLEscaping.escape(context.words(word, values))
  }

  /// A figure with its frame.
  ///
  /// - Parameters:
  ///   - level: the level of the heading that its title is.
  ///   - page: the output of its page.
  package func frame(_ figure: Figure, level: Int, on page: String) -> SiteHTML {
    if figure.kind == .figures { return keyFigures(figure) }
    var html = SiteHTML()
    html.append("<figure id=\"\(HTMLEscaping.escape(figure.anchor))\" class=\"figure\">\n")
    if figure.kind != .table { html.append(caption(figure, level: min(max(level, 2), 6))) }
    html.append(figure.content)
    html.append(foot(figure))
    html.append(downloads(figure, page))
    if figure.kind == .chart { html.append(dataTables(figure, isOpen: false)) }
    html.append("</figure>\n")
    return html
  }

  /// The notes below a figure: what the author says, how certain the values are, whose they are.
  package func foot(_ figure: Figure) -> SiteHTML {
    var html = SiteHTML()
    if let note = figure.note {
      html.append("<p class=\"fig-note\">")
      html.append(note)
      html.append("</p>\n")
    }
    let key = TableHTML.key(figure.statuses, roundsToZero: false, context.words)
    if !key.isEmpty, figure.kind != .table {
      html.append(
        "<p class=\"fig-note\">\(words(.notAsReported, ["statuses": key])).</p>\n")
    }
    html.append(MeasureNotes(context: context).html(figure))
    html.append(DisagreementNote(context: context).html(figure.disputes))
    html.append(sourceLine(figure))
    return html
  }

  /// More sources than this are a folded list.
  private static let lineLimit = 8

  /// The sources of a figure, each with a link to its entry.
  package func sourceLine(_ figure: Figure) -> SiteHTML {
    var html = SiteHTML()
    let ids = figure.sources
    guard !ids.isEmpty else { return html }
    let word = words(figure.isExact ? (ids.count == 1 ? .source : .sources) : .basedOn)
    guard ids.count > Self.lineLimit else {
      html.append("<p class=\"fig-source\">\(word): ")
      for (number, id) in ids.enumerated() {
        if number > 0 { html.append("; ") }
        html.append(link(toSource: id))
      }
      html.append(".</p>\n")
      return html
    }
    html.append("<details class=\"fig-source\">")
    html.append(
      "<summary>\(word): \(words(.publications, ["count": "\(ids.count)"]))</summary>\n<ul>\n")
    for id in ids {
      html.append("<li>")
      html.append(link(toSource: id))
      html.append("</li>\n")
    }
    html.append("</ul></details>\n")
    return html
  }

  /// A source by publisher and title.
  private func link(toSource id: String) -> SiteHTML {
    let source = context.data.sources[id]
    var text = source?.title ?? id
    if let publisher = source?.publisher, !text.hasPrefix(publisher) {
      text = "\(publisher), \(text)"
    }
    var html = SiteHTML("<a href=\"")
    html.append(.address("sources.html#\(id)"))
    html.append("\">\(HTMLEscaping.escape(text))</a>")
    return html
  }

  /// Links to the figure's files and its own page; nothing for figures without. A frozen edition has what
  /// cannot be taken from its page alone: the rows, and what they mean.
  private func downloads(_ figure: Figure, _ page: String) -> SiteHTML {
    var html = SiteHTML()
    guard figure.isPublished else { return html }
    html.append("<ul class=\"fig-get\">\n")
    let files = FigureDownload(figure: figure, page: page, context: context).files
    for (number, file) in files.enumerated() {
      let format = SitePath.fileExtension(file.name)
      let isNumbered = format == "csv" && figure.data.count > 1
      let what = words(format == "svg" ? .drawing : .data) + (isNumbered ? " \(number + 1)" : "")
      let size = FileSize.text(of: file.make())
      item(file.name, "\(what), \(format.uppercased()), \(size)", &html)
    }
    let isWhole = !context.configuration.isFrozen
    item(FigureReadme.name(of: figure), words(.termsAndCitation), &html)
    if isWhole {
      item("\(figure.id).html", words(figure.kind == .table ? .tablePage : .figurePage), &html)
    }
    html.append("</ul>\n")
    return html
  }

  /// The tables behind a figure, folded unless they are to be open.
  package func dataTables(_ figure: Figure, isOpen: Bool) -> SiteHTML {
    var html = SiteHTML()
    for (number, data) in figure.data.enumerated() {
      let suffix = figure.data.count == 1 ? "" : " \(number + 1)"
      html.append(
        "<details\(isOpen ? " open" : "")><summary>"
          + words(.figureTable, ["number": suffix]) + "</summary>\n")
      html.append(
        FigureDataHTML(writer: writer, words: context.words).html(
          data, id: "\(figure.anchor)-t\(number + 1)", isLong: isOpen,
          number: figure.data.count == 1 ? nil : number + 1))
      html.append("</details>\n")
    }
    return html
  }

  private func item(_ file: String, _ label: String, _ html: inout SiteHTML) {
    html.append("<li><a href=\"")
    html.append(.address("figures/\(file)"))
    html.append("\">\(label)</a></li>\n")
  }

  private func caption(_ figure: Figure, level: Int) -> SiteHTML {
    var html = SiteHTML()
    html.append("<figcaption>\n<span class=\"fig-number\">")
    html.append(.figureNumber(figure.id))
    html.append("</span>\n")
    if !figure.titleHTML.isEmpty {
      html.append("<h\(level) class=\"fig-title\">")
      html.append(figure.titleHTML)
      html.append("</h\(level)>\n")
    }
    if let subtitle = figure.subtitle {
      html.append("<p class=\"fig-sub\">")
      html.append(subtitle)
      html.append("</p>\n")
    }
    html.append("</figcaption>\n")
    return html
  }

  /// Key figures stand by themselves: each names its own evidence.
  private func keyFigures(_ figure: Figure) -> SiteHTML {
    var html = SiteHTML()
    html.append("<div id=\"\(HTMLEscaping.escape(figure.anchor))\">\n")
    html.append(figure.content)
    html.append(DisagreementNote(context: context).html(figure.disputes))
    html.append("</div>\n")
    return html
  }
}
