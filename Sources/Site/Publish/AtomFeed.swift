/// `feed.xml`: the pages that have a date, newest first (RFC 4287).
struct AtomFeed: Sendable {
  /// How many entries it has at most.
  static let limit = 50

  let configuration: SiteConfiguration
  /// The pages to be listed, newest first.
  let pages: [ResolvedPage]

  /// The feed of a site's dated pages; of one day, in the order of their addresses.
  init(_ site: ResolvedSite) {
    configuration = site.configuration
    let dated = site.pages.indices.filter { number in
      let plan = site.pages[number].plan
      return plan.frontMatter.updated != nil && !plan.isHeldBack
    }
    let newest = dated.sorted { a, b in
      let (x, y) = (site.pages[a].plan, site.pages[b].plan)
      let (newer, older) = (x.frontMatter.updated ?? "", y.frontMatter.updated ?? "")
      return newer == older ? inByteOrder(x.output, y.output) : newer > older
    }
    pages = newest.prefix(Self.limit).map { site.pages[$0] }
  }

  /// The feed; nil for a site without address, as entries need ids that stay, or without a date.
  var xml: String? {
    guard let home = configuration.address(of: "index.html"),
      let itself = configuration.address(of: "feed.xml"), let updated
    else { return nil }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(XMLText.escape(configuration.language))">
      <id>\(XMLText.escape(home))</id>
      <title>\(XMLText.escape(configuration.title))</title>
      <updated>\(Self.instant(updated))</updated>
      <link rel="alternate" type="text/html" href="\(XMLText.escape(home))"/>
      <link rel="self" type="application/atom+xml" href="\(XMLText.escape(itself))"/>

      """
    if let description = configuration.description {
      text += "<subtitle>\(XMLText.escape(description))</subtitle>\n"
    }
    text += Self.author(configuration.publisher ?? .init(name: configuration.title))
    for page in pages { text += entry(page) }
    return text + "</feed>\n"
  }

  /// The newest day of an entry, else that of the edition.
  private var updated: String? {
    pages.first?.plan.frontMatter.updated ?? configuration.edition?.published
  }

  private func entry(_ page: ResolvedPage) -> String {
    let matter = page.plan.frontMatter
    guard let address = configuration.address(of: page.plan.output), let updated = matter.updated
    else { return "" }
    var text = "<entry>\n<id>\(XMLText.escape(address))</id>\n"
    text += "<title>\(XMLText.escape(page.title))</title>\n"
    text += "<link rel=\"alternate\" type=\"text/html\" href=\"\(XMLText.escape(address))\"/>\n"
    if let published = matter.date {
      text += "<published>\(Self.instant(published))</published>\n"
    }
    text += "<updated>\(Self.instant(updated))</updated>\n"
    for author in matter.authors {
      text += Self.author(configuration.people[author] ?? .init(name: author))
    }
    for tag in matter.tags { text += "<category term=\"\(XMLText.escape(tag))\"/>\n" }
    if let description = page.description {
      text += "<summary>\(XMLText.escape(description))</summary>\n"
    }
    return text + "</entry>\n"
  }

  private static func author(_ party: SiteConfiguration.Party) -> String {
    var text = "<author><name>\(XMLText.escape(party.name))</name>"
    if let url = party.url { text += "<uri>\(XMLText.escape(url))</uri>" }
    if let email = party.email { text += "<email>\(XMLText.escape(email))</email>" }
    return text + "</author>\n"
  }

  /// Midnight UTC of a day.
  private static func instant(_ day: String) -> String { day + "T00:00:00Z" }
}
