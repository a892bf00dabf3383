import Tables

/// Gathers what readers look for in a site: pages, figures, entries of A to Z, sources, headings, values.
struct SearchGathering: Sendable {
  let context: RenderContext
  /// The pages that the generator adds.
  let generated: [GeneratedPage]

  private var site: ResolvedSite { context.site }

  /// The index of the site.
  func index(limit: Int = SearchIndex.limit) -> SearchIndex {
    var index = SearchIndex(limit: limit)
    let pages = site.readingOrder.filter { site.pages[$0].plan.output != "404.html" }
    addPages(pages, to: &index, describing: descriptionsFit(pages, in: limit))
    addFigures(of: pages, to: &index)
    addTerms(to: &index)
    addSources(to: &index)
    addHeadings(of: pages, to: &index)
    addValues(of: pages, to: &index)
    return index
  }

  // MARK: Pages and what is on them

  /// Descriptions are taken where titles and descriptions leave half of the room to the rest.
  private func descriptionsFit(_ pages: [Int], in limit: Int) -> Bool {
    var size = 0
    for number in pages {
      let page = site.pages[number]
      size += page.title.utf8.count + (page.description?.utf8.count ?? 0)
      if size > limit / 2 { return false }
    }
    return true
  }

  private func addPages(
    _ pages: [Int], to index: inout SearchIndex, describing describes: Bool
  ) {
    var outputs: Set<String> = []
    for number in pages {
      let page = site.pages[number]
      outputs.insert(page.plan.output)
      index.add(
        .init(
          kind: .page, title: page.title, target: page.plan.output,
          context: describes ? page.description : nil))
    }
    for page in generated
    where page.isIndexed && page.template != "figure" && !outputs.contains(page.output) {
      index.add(
        .init(
          kind: .page, title: page.documentTitle ?? page.title, target: page.output,
          context: describes ? page.description : nil))
    }
  }

  private func addFigures(of pages: [Int], to index: inout SearchIndex) {
    for number in pages {
      let page = site.pages[number]
      for figure in page.figures where !figure.title.isEmpty {
        let place = self.place(of: figure, on: number)
        let subtitle = figure.subtitle.map {
          HTMLText.of($0.html(at: page.plan.output, figures: site.figures))
        }
        index.add(
          .init(
            kind: .figure, title: figure.title,
            target: "\(page.plan.output)#\(figure.anchor)",
            context: subtitle.map { "\($0). \(place)" } ?? place))
      }
    }
  }

  private func addHeadings(of pages: [Int], to index: inout SearchIndex) {
    for number in pages {
      let page = site.pages[number]
      for heading in page.contents {
        index.add(
          .init(
            kind: .heading, title: heading.text, target: "\(page.plan.output)#\(heading.id)",
            context: page.title))
      }
    }
  }

  /// Figure and page: `Figure 3, Production`.
  private func place(of figure: Figure, on page: Int) -> String {
    let label = site.figures[figure.id]?.label ?? ""
    return label.isEmpty ? site.label(of: page) : "\(label), \(site.label(of: page))"
  }

  // MARK: Terms and sources

  private func addTerms(to index: inout SearchIndex) {
    var known = Set(index.entries.map { [$0.title, $0.target] })
    for entry in AlphabetEntries(site).entries {
      let target = entry.target ?? "a-z.html"
      guard known.insert([entry.name, target]).inserted else { continue }
      let page = site.context.index.page(at: target).map { site.pages[$0].title }
      let context = entry.text ?? page
      index.add(.init(kind: .term, title: entry.name, target: target, context: context))
    }
  }

  private func addSources(to index: inout SearchIndex) {
    for source in site.context.data.sources.entries {
      let facts = [source.publisher, source.published].compactMap { $0 }.joined(separator: ", ")
      index.add(
        .init(
          kind: .source, title: source.title, target: "sources.html#\(source.id)", context: facts))
    }
  }

  // MARK: Values

  private func addValues(of pages: [Int], to index: inout SearchIndex) {
    var values = SearchValues(context: site.context)
    for number in pages where !index.isPartial {
      let page = site.pages[number]
      for figure in page.figures {
        let place = self.place(of: figure, on: number)
        for line in figure.lines {
          index.add(
            .init(
              kind: .value, title: line, target: "\(page.plan.output)#\(figure.anchor)",
              context: page.title))
        }
        guard figure.isPublished else { continue }
        let context = figure.title.isEmpty ? place : "\(figure.title) (\(place))"
        for data in figure.data {
          index.add(
            values.series(
              of: data, subject: page.plan.row?.subject,
              target: "figures/\(figure.id).html#\(figure.anchor)", context: context))
        }
      }
    }
  }
}

extension RowBinding {
  /// What the row is about: its first text beside the key, else the key.
  fileprivate var subject: String? {
    let texts = table.columns.indices.filter { table.columns[$0].type == .string }
    let place = texts.first { table.columns[$0].name != key } ?? texts.first
    return place.flatMap { table.rows.first?[$0].text }
  }
}

extension ResolvedSite {
  /// The pages by their places in the plan: those that follow one another, then the rest.
  var readingOrder: [Int] {
    let order = context.outline.sequence
    let placed = Set(order)
    return order + pages.indices.filter { !placed.contains($0) }
  }
}
