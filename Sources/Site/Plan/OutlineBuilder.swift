import Diagnostics

/// Works out the reading order of a plan's pages.
struct OutlineBuilder {
  let pages: [PagePlan]
  private var outline = SiteOutline()

  init(_ pages: [PagePlan]) {
    self.pages = pages
  }

  /// The outline.
  ///
  /// - Parameters:
  ///   - navigation: the entries of `site.yaml`; where there are none, the top folders and pages.
  ///   - footer: the entries of the foot.
  ///   - index: for the pages that the entries name.
  mutating func build(
    navigation: [SiteConfiguration.NavigationItem],
    footer: [SiteConfiguration.NavigationItem] = [], index: SiteIndex,
    into diagnostics: DiagnosticCollector
  ) -> SiteOutline {
    for number in pages.indices { place(number) }
    for path in outline.folders.keys { sort(path) }
    walk("")
    outline.navigation =
      navigation.isEmpty
      ? topLevel() : navigation.compactMap { entry($0, index, diagnostics) }
    outline.footer = footer.compactMap { entry($0, index, diagnostics) }
    chain(navigation: !navigation.isEmpty)
    return outline
  }

  /// Puts a page into its folder. Pages that open generated ones are found by their fixed links instead.
  private mutating func place(_ number: Int) {
    let page = pages[number]
    if ReservedOutputs.contains(page.output) { return }
    let path = SitePath.folder(page.output)
    makeFolder(path)
    if SitePath.name(page.output) == "index.html" {
      outline.folders[path]?.index = number
    } else if page.frontMatter.navigation != .hidden {
      outline.folders[path]?.children.append(.page(number))
    }
  }

  private mutating func makeFolder(_ path: String) {
    guard outline.folders[path] == nil else { return }
    outline.folders[path] = .init(path: path)
    let above = SitePath.folder(path)
    makeFolder(above)
    outline.folders[above]?.children.append(.folder(path))
  }

  /// Children with `order` first, then by file name; the pages of rows by row.
  private mutating func sort(_ path: String) {
    guard let children = outline.folders[path]?.children else { return }
    let keyed = children.map { (key: key(of: $0), child: $0) }
    outline.folders[path]?.children = keyed.sorted { $0.key < $1.key }.map(\.child)
  }

  private struct Key: Comparable {
    var order: Double
    var name: String
    var number: Int

    static func < (a: Key, b: Key) -> Bool {
      if a.order != b.order { return a.order < b.order }
      if a.name != b.name { return inByteOrder(a.name, b.name) }
      return a.number < b.number
    }
  }

  private func key(of child: SiteOutline.Child) -> Key {
    switch child {
    case .page(let number):
      let page = pages[number]
      let file = page.row?.template ?? page.source
      return Key(
        order: page.frontMatter.order ?? .infinity, name: String(SitePath.name(file)),
        number: page.row?.number ?? 0)
    case .folder(let path):
      let order = outline.folders[path]?.index.flatMap { pages[$0].frontMatter.order }
      return Key(order: order ?? .infinity, name: String(SitePath.name(path)), number: 0)
    }
  }

  /// Depth first: the index, then its pages and folders. Folders nest no deeper than paths do.
  private mutating func walk(_ path: String) {
    var waiting = [SiteOutline.Child.folder(path)]
    while let child = waiting.popLast() {
      switch child {
      case .page(let number): outline.sequence.append(number)
      case .folder(let path):
        if let index = outline.folders[path]?.index { outline.sequence.append(index) }
        waiting += (outline.folders[path]?.children ?? []).reversed()
      }
    }
  }

  private func topLevel() -> [SiteOutline.Entry] {
    (outline.folders[""]?.children ?? []).compactMap { child in
      switch child {
      case .page(let number):
        .init(
          title: nil, target: .output(pages[number].output, fragment: nil, kind: .page(number)),
          children: [])
      case .folder(let path):
        outline.folders[path].map { folder in
          .init(
            title: nil,
            target: .output(
              folder.output, fragment: nil, kind: folder.index.map { .page($0) } ?? .generated),
            children: [])
        }
      }
    }
  }

  private func entry(
    _ item: SiteConfiguration.NavigationItem, _ index: SiteIndex,
    _ diagnostics: DiagnosticCollector
  ) -> SiteOutline.Entry? {
    guard
      let target = index.resolve(
        item.target, from: "", page: "index.html", at: item.location, into: diagnostics)
    else { return nil }
    return .init(
      title: item.title, target: target,
      children: item.children.compactMap { entry($0, index, diagnostics) })
  }

  /// Before and after: by the site's navigation for the pages in it, by the sequence for the others.
  private mutating func chain(navigation isGiven: Bool) {
    outline.previous = Array(repeating: nil, count: pages.count)
    outline.next = outline.previous
    link(outline.sequence)
    var named: [Int] = []
    var seen: Set<Int> = []
    if isGiven { flatten(outline.navigation, into: &named, &seen) }
    if named.count > 1 { link(named) }
  }

  private mutating func link(_ sequence: [Int]) {
    for (place, number) in sequence.enumerated() {
      outline.previous[number] = place > 0 ? sequence[place - 1] : nil
      outline.next[number] = place + 1 < sequence.count ? sequence[place + 1] : nil
    }
  }

  private func flatten(
    _ entries: [SiteOutline.Entry], into named: inout [Int], _ seen: inout Set<Int>
  ) {
    for entry in entries {
      if case .output(_, _, .page(let number)) = entry.target, seen.insert(number).inserted {
        named.append(number)
      }
      flatten(entry.children, into: &named, &seen)
    }
  }
}
