extension SiteIndex {
  /// The index of a site: pages first, then what else links may name.
  ///
  /// - Parameters:
  ///   - plan: the pages, what waits, and the old addresses.
  ///   - tree: the files of `Content/`.
  ///   - tables: the files that the data package names, which are published under names of their own.
  init(_ plan: SitePlan, _ tree: ContentTree, tables: [String: String]) {
    reserve(plan.pages.count)
    for page in plan.pages { add(page: page) }
    for template in plan.rowTemplates { add(.rowTemplate, at: template) }
    for page in plan.heldBack { add(.heldBack(reason: page.reason), at: page.source) }
    for redirect in plan.redirects {
      add(.page(redirect.page), at: redirect.output)
      add(
        .page(redirect.page),
        at: SitePath.replacingExtension(redirect.output, ".html", with: ".md"))
    }
    addFolders(plan.pages)
    for path in tree.copied { add(.file, at: path) }
    for (path, output) in tables { add(.generated(output: output), at: path) }
    for path in tree.parts { add(.unpublished(what: "a part of pages"), at: path) }
    for path in tree.queries { add(.unpublished(what: "a query"), at: path) }
    for path in tree.checks { add(.unpublished(what: "a data test"), at: path) }
    for path in tree.data where tables[path] == nil {
      add(.unpublished(what: "a file in `data/` that the data package does not name"), at: path)
    }
    add(.unpublished(what: "the site's configuration"), at: ContentTree.configuration)
  }

  /// A folder means its index, written or generated; so does `index.md` of one without.
  private mutating func addFolders(_ pages: [PagePlan]) {
    var seen: Set<String> = []
    for page in pages {
      var folder = SitePath.folder(page.output)
      while seen.insert(folder).inserted {
        let index = SitePath.join(folder, "index.html")
        let entry = self.page(at: index).map { Entry.page($0) } ?? .generated(output: index)
        add(entry, at: folder)
        add(entry, at: SitePath.join(folder, "index.md"))
        folder = SitePath.folder(folder)
      }
    }
  }
}
