import Diagnostics
import Tables

/// Decides which pages there are: what waits, which rows have pages, which old addresses lead where.
struct PagePlanner {
  /// The day after which a page is held back; nil without an edition.
  let edition: String?
  /// Whether drafts are published too.
  let includesDrafts: Bool
  /// The result of a query by name, for row pages; nil where it cannot be run, which is reported.
  let rows: (_ query: String, _ location: SourceLocation) -> DataTable?
  let diagnostics: DiagnosticCollector

  /// The plan for the pages loaded.
  func plan(_ sources: [SourcePage]) -> SitePlan {
    var plan = SitePlan()
    plan.pages.reserveCapacity(sources.count)
    var published: [(page: SourcePage, isHeldBack: Bool)] = []
    for page in sources {
      let reason = reasonToHoldBack(page)
      if let reason, !includesDrafts {
        plan.heldBack.append(.init(source: page.source, reason: reason))
      } else {
        published.append((page, reason != nil))
      }
    }
    var replacements = RowReplacements(published.map(\.page))
    for (page, isHeldBack) in published {
      if let key = page.rowKey {
        plan.rowTemplates.append(page.source)
        let pages = rowPages(page, key: key, replacedBy: &replacements)
        plan.pages += pages.map { with($0, isHeldBack) }
      } else if case .query? = page.frontMatter.rows {
        reportQueryElsewhere(page)
      } else if !replacements.contains(page.source) {
        plan.pages.append(with(ordinary(page), isHeldBack))
      }
    }
    report(replacements.unclaimed)
    plan.pages.sort { inPlanOrder($0, $1) }
    plan.redirects = redirects(plan.pages, replacements)
    return plan
  }

  private func with(_ plan: PagePlan, _ isHeldBack: Bool) -> PagePlan {
    var plan = plan
    plan.isHeldBack = plan.isHeldBack || isHeldBack
    return plan
  }

  /// Row pages stand where their file does, in the order of the rows.
  private func inPlanOrder(_ a: PagePlan, _ b: PagePlan) -> Bool {
    if a.source != b.source { return inByteOrder(a.source, b.source) }
    return (a.row?.number ?? 0) < (b.row?.number ?? 0)
  }

  private func reasonToHoldBack(_ page: SourcePage) -> String? {
    if page.frontMatter.isDraft { return "a draft" }
    guard let edition, let date = page.frontMatter.date, date > edition else { return nil }
    diagnostics.add(
      .init(
        .note, "page.embargo",
        at: SourceLocation(page.path, page.frontMatter.range(of: "date")),
        "a page is dated after the edition and waits for the next", found: date,
        expected: "\(edition) or earlier"))
    return "dated \(date), after the edition"
  }

  private func ordinary(_ page: SourcePage) -> PagePlan {
    PagePlan(
      source: page.source, path: page.path, output: SitePath.output(ofPage: page.source),
      address: page.source, frontMatter: page.frontMatter, body: page.body,
      bodyOrigin: page.bodyOrigin)
  }

  // MARK: Pages of rows

  private func rowPages(
    _ page: SourcePage, key: String, replacedBy replacements: inout RowReplacements
  ) -> [PagePlan] {
    guard let table = rowTable(page, key: key), let (query, column) = table.rule else { return [] }
    var slugs: [String: String] = [:]
    var plans: [PagePlan] = []
    for (index, row) in table.rows.rows.enumerated() {
      let place = SourceLocation(page.path, page.frontMatter.range(of: "each"))
      guard let value = keyText(row[column], at: place, row: index + 1, query: query) else {
        continue
      }
      let slug = Slug.of(value)
      if let other = slugs.updateValue(value, forKey: slug) {
        reportDouble(value, other, slug: slug, query: query, at: place)
        continue
      }
      guard !slug.isEmpty else {
        reportEmptySlug(value, query: query, at: place)
        continue
      }
      let binding = RowBinding(
        query: query, key: key, template: page.source, number: index + 1, slug: slug,
        table: DataTable(columns: table.rows.columns, rows: [row]))
      plans.append(
        replacements.claim(value, in: SitePath.folder(page.source)).map {
          replacement($0, binding)
        } ?? rowPage(page, binding))
    }
    return plans
  }

  private struct RowTable {
    var rows: DataTable
    var rule: (query: String, column: Int)?
  }

  /// The rows of the page's query, with the key's column.
  private func rowTable(_ page: SourcePage, key: String) -> RowTable? {
    guard case .query(let query, let column)? = page.frontMatter.rows else {
      diagnostics.add(
        .init(
          .error, "page.each", at: SourceLocation(page.path),
          "a page named `[\(key)].md` needs the rows it is made for",
          expected: "`each: {query: …, key: \(key)}` in its front matter"))
      return nil
    }
    let place = SourceLocation(page.path, page.frontMatter.range(of: "each"))
    guard column == key else {
      diagnostics.add(
        .init(
          .error, "page.each", at: place, "the key of `each` is not the one in the file's name",
          found: "`\(column)`", expected: "`\(key)`"))
      return nil
    }
    guard let table = rows(query, place) else { return nil }
    guard let index = table.index(of: key) else {
      diagnostics.add(
        .unknownName(
          "page.each", key, what: "column of `\(query)`", among: table.columns.map(\.name),
          at: place))
      return nil
    }
    return RowTable(rows: table, rule: (query, index))
  }

  private func rowPage(_ page: SourcePage, _ binding: RowBinding) -> PagePlan {
    let base = SitePath.join(SitePath.folder(page.source), binding.slug)
    var plan = ordinary(page)
    plan.output = base + ".html"
    plan.address = base + ".md"
    plan.row = binding
    return plan
  }

  private func replacement(_ page: SourcePage, _ binding: RowBinding) -> PagePlan {
    var plan = ordinary(page)
    plan.row = binding
    return plan
  }

  private func keyText(
    _ value: DataValue, at place: SourceLocation, row: Int, query: String
  ) -> String? {
    switch value {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .null, .boolean, .number:
      diagnostics.add(
        .init(
          .error, "page.row-key", at: place, "the key of a row page is a text or a whole number",
          found: "\(value.isNull ? "NULL" : "another value") in row \(row) of `\(query)`"))
      return nil
    }
  }
}
