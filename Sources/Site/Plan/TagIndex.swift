import Diagnostics

/// The tags of a site with their pages.
struct TagIndex {
  /// The tags, by slug in the order of bytes.
  private(set) var tags: [ResolvedSite.Tag] = []

  /// Gathers the tags of pages; two spellings of one address are an error.
  init(_ pages: [ResolvedPage], sequence: [Int], into diagnostics: DiagnosticCollector) {
    var places: [String: Int] = [:]
    var slugs: [String: String] = [:]
    var all: [(tag: ResolvedSite.Tag, first: Int)] = []
    for number in sequence {
      let plan = pages[number].plan
      for name in plan.frontMatter.tags {
        let slug = slugs[name] ?? Slug.of(name)
        slugs[name] = slug
        guard let place = places[slug], !slug.isEmpty else {
          if slug.isEmpty { Self.reportEmpty(name, plan, into: diagnostics) }
          places[slug] = all.count
          all.append((.init(name: name, slug: slug, pages: [number]), number))
          continue
        }
        if all[place].tag.name != name {
          Self.report(name, all[place].tag.name, plan, pages[all[place].first].plan, diagnostics)
        } else if all[place].tag.pages.last != number {
          all[place].tag.pages.append(number)
        }
      }
    }
    tags = all.map(\.tag).filter { !$0.slug.isEmpty }.sorted { inByteOrder($0.slug, $1.slug) }
  }

  private static func reportEmpty(
    _ name: String, _ plan: PagePlan, into diagnostics: DiagnosticCollector
  ) {
    diagnostics.add(
      .init(
        .error, "tag.empty", at: plan.location(plan.frontMatter.range(of: "tags")),
        "a tag holds no letter or digit to make an address of", found: "`\(name)`"))
  }

  private static func report(
    _ name: String, _ other: String, _ plan: PagePlan, _ first: PagePlan,
    _ diagnostics: DiagnosticCollector
  ) {
    diagnostics.add(
      .init(
        .error, "tag.spelling", at: plan.location(plan.frontMatter.range(of: "tags")),
        "two spellings of one tag", found: "`\(name)`", expected: "`\(other)`",
        remedy: "write it the same way on every page",
        notes: [
          .init("`\(other)` stands here", at: first.location(first.frontMatter.range(of: "tags")))
        ]))
  }
}
