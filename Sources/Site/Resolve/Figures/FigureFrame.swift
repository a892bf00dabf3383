import Diagnostics
import Documents
import Markdown
import Queries
import Tables

/// What every figure says of itself, besides what it shows.
struct FigureFrame {
  var title: DocumentNode?
  var subtitle: DocumentNode?
  var note: DocumentNode?
  /// The condition under which the title is true.
  var check: DocumentNode?
  /// Sources that replace those of the rows.
  var sources: [String]?
  /// What stands for a figure without rows.
  var empty: Empty?

  /// What becomes of a figure without rows.
  enum Empty {
    case hide
    case text(DocumentNode)
  }

  /// Takes the keys that all figures share from a fence.
  ///
  /// - Parameter hasTitle: whether title and subtitle are among them; a chart has its own.
  init(_ reader: inout MappingReader, hasTitle: Bool = true) {
    if hasTitle {
      title = Self.text("title", &reader)
      subtitle = Self.text("subtitle", &reader)
    }
    note = Self.text("note", &reader)
    check = Self.text("check", &reader)
    sources = reader.strings("sources")
    if let node = Self.text("empty", &reader) {
      empty = node.string == "hide" ? .hide : .text(node)
    }
  }

  /// The node of a key that holds a text.
  private static func text(_ key: String, _ reader: inout MappingReader) -> DocumentNode? {
    reader.string(key) == nil ? nil : reader.node(key)
  }
}

extension PageDraft {
  /// The id of a figure: its name, with the row's slug on row pages; else one made from the page.
  func figureID(_ body: FenceBody) -> String {
    let name = body.fence.arguments
    if name.isEmpty {
      let base = SitePath.replacingExtension(plan.output, ".html", with: "")
      let number = figures.count + 1
      let id = "\(Slug.of(base))-\(number)"
      diagnostics.add(
        Diagnostic(
          .warning, "figure.no-id", at: body.location,
          "a figure without a name changes its address when another is put before it",
          found: "`\(id)`", remedy: "name it: ```` ```\(body.fence.language) name ````"))
      return id
    }
    let isName =
      name.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
    let isPlain = name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    if !isName || !isPlain {
      report(
        "figure.name", body.location, "a figure's name is of small letters, digits and `-`",
        found: "`\(name)`", expected: "`[a-z][a-z0-9-]*`",
        remedy: Slug.of(name).isEmpty ? nil : "write `\(Slug.of(name))`")
    }
    return figureID(named: name)
  }

  /// The id of a figure that the page's text calls by a name: on row pages each row has its own.
  func figureID(named name: String) -> String {
    guard let row = plan.row, figureNames.contains(name) else { return name }
    return "\(name)-\(row.slug)"
  }

  /// The number of the next figure or table.
  func nextNumber(_ kind: Figure.Kind) -> Int {
    figures.count { ($0.kind == .table) == (kind == .table) && $0.kind != .figures } + 1
  }

  /// A figure with what its frame says; the rest is to be filled in.
  ///
  /// - Parameter heading: the title, where the frame does not hold it.
  func figure(
    _ kind: Figure.Kind, _ body: FenceBody, _ frame: FigureFrame, heading: InlineText? = nil,
    views: [ResultView]
  ) -> Figure {
    let title = heading ?? frame.title.map { text($0, path: body.path) } ?? InlineText()
    var figure = Figure(
      id: figureID(body), kind: kind, title: title.plain, content: SiteHTML(),
      location: body.location)
    figure.number = kind == .figures ? 0 : nextNumber(kind)
    figure.titleHTML = places.siteHTML(title.html)
    figure.subtitle = frame.subtitle.map { places.siteHTML(text($0, path: body.path).html) }
    figure.note = frame.note.map { places.siteHTML(text($0, path: body.path).html) }
    for view in views {
      figure.reads.merge(view.result.reads) { $0.union($1) }
      figure.queries.append((view.query, data.sql(view.name)))
    }
    anchors.insert(figure.anchor)
    test(frame.check, of: figure, body)
    return figure
  }

  /// Fills in the sources: those written, else those of the rows handed in.
  func fillSources(of figure: inout Figure, _ frame: FigureFrame, views: [ResultView]) {
    if let written = frame.sources {
      figure.sources = checked(written, at: figure.location).sorted(by: inByteOrder)
    } else {
      figure.isExact = views.allSatisfy(\.result.exactLineage)
      for view in views where !view.result.exactLineage {
        warnAboutSources(of: view, at: figure.location)
      }
      let ids = Set(figure.data.flatMap { $0.sources.joined() })
      figure.sources = checked(ids.sorted(by: inByteOrder), at: figure.location)
    }
    sources.formUnion(figure.sources)
    sources.formUnion(
      figure.measures.flatMap(\.note.sources).filter { context.data.sources[$0] != nil })
    figure.disputes = data.disputes(behind: views)
    figure.rows = data.rowsBehind(views)
    let statuses = Set(figure.data.flatMap { $0.statuses.joined() })
    figure.statuses = statuses.filter { $0 != .reported }.sorted()
  }

  /// The ids that the register of sources knows; others are reported.
  func checked(_ ids: [String], at location: SourceLocation) -> [String] {
    ids.filter { id in
      if context.data.sources[id] != nil { return true }
      diagnostics.add(
        .unknownName(
          "source.unknown", id, what: "source", among: context.data.sources.ids, at: location))
      return false
    }
  }

  /// Tests the condition under which a figure's title is true.
  private func test(_ check: DocumentNode?, of figure: Figure, _ body: FenceBody) {
    guard let check, let condition = check.literalText else { return }
    let location = body.location(check)
    let tested = conditions.test(condition, at: TextPlace(body.path, check))
    claims.append(
      ClaimOutcome(
        id: figure.anchor, words: figure.title, condition: condition,
        filled: tested?.filled ?? condition, holds: tested?.holds, isWarning: false,
        found: tested?.cells.map { ($0.name, $0.shown) } ?? [],
        reads: tested?.reads ?? [:], queries: tested?.queries ?? [], location: location))
    guard let tested else { return }
    guard let holds = tested.holds else {
      conditions.reportNoTruth(tested, what: "the title “\(figure.title)”", at: location)
      return
    }
    if holds { return }
    diagnostics.add(
      Diagnostic(
        .error, "claim.false", at: location, "the title “\(figure.title)” does not hold",
        found: "`\(tested.filled)`", expected: "`\(condition)`",
        remedy: "rewrite the title, or mend the data or the condition",
        notes: conditions.notes(on: tested)))
  }

  /// What stands in the place of a figure without rows; nil after a report that it may not be so.
  func emptyFigure(_ frame: FigureFrame, _ body: FenceBody, name: String) -> SiteHTML? {
    switch frame.empty {
    case .hide: return SiteHTML()
    case .text(let node):
      let text = text(node, path: body.path)
      figureText = text.plain
      return places.siteHTML("<p class=\"empty\">\(text.html)</p>\n")
    case nil:
      report(
        "figure.empty", body.location, "`\(name)` has no row",
        remedy: "say what is shown then: `empty: text`, or `empty: hide`")
      return nil
    }
  }

  /// Takes a finished figure and gives its HTML.
  func take(_ figure: Figure) -> SiteHTML {
    var figure = figure
    // Values in its texts and the condition of its title may read more than its rows do.
    figure.reads.merge(data.traced.reads) { $0.union($1) }
    figure.uses = data.traced.names
    figures.append(figure)
    figureText = figure.title
    return FigureHTML(context).frame(
      figure, level: headings.level + 1, on: plan.output)
  }
}

extension Figure {
  /// A figure of which only the content is known.
  init(
    id: String, kind: Kind, title: String, content: SiteHTML, location: SourceLocation
  ) {
    self.init(
      id: id, kind: kind, number: 0, title: title,
      titleHTML: SiteHTML(HTMLEscaping.escape(title)), subtitle: nil, note: nil, content: content,
      standaloneSVG: nil, description: nil, data: [], sources: [], isExact: true, reads: [:],
      statuses: [], queries: [], location: location)
  }
}
