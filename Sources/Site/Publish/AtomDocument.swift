/// An Atom feed (RFC 4287), with the dates that its entries give and no other.
struct AtomDocument {
  /// An entry.
  struct Entry {
    /// The permanent id: an address.
    var id: String
    var title: String
    /// The address of what it is about.
    var link: String
    /// The day it was first published, `YYYY-MM-DD`, where known.
    var published: String?
    /// The day of its last change.
    var updated: String
    var authors: [SiteConfiguration.Party] = []
    var categories: [String] = []
    var summary: String?
  }

  /// The permanent id: an address.
  var id: String
  var title: String
  var subtitle: String?
  var language: String
  /// The address of the page that the feed stands for, and its own.
  var page: String
  var itself: String
  var author: SiteConfiguration.Party
  /// The day of its last change.
  var updated: String
  var entries: [Entry]

  /// The feed.
  var xml: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(XMLText.escape(language))">
      <id>\(XMLText.escape(id))</id>
      <title>\(XMLText.escape(title))</title>
      <updated>\(Self.instant(updated))</updated>
      <link rel="alternate" type="text/html" href="\(XMLText.escape(page))"/>
      <link rel="self" type="application/atom+xml" href="\(XMLText.escape(itself))"/>

      """
    if let subtitle { text += "<subtitle>\(XMLText.escape(subtitle))</subtitle>\n" }
    text += Self.author(author)
    for entry in entries { text += Self.xml(entry) }
    return text + "</feed>\n"
  }

  private static func xml(_ entry: Entry) -> String {
    let link = XMLText.escape(entry.link)
    var text = "<entry>\n<id>\(XMLText.escape(entry.id))</id>\n"
    text += "<title>\(XMLText.escape(entry.title))</title>\n"
    text += "<link rel=\"alternate\" type=\"text/html\" href=\"\(link)\"/>\n"
    if let published = entry.published { text += "<published>\(instant(published))</published>\n" }
    text += "<updated>\(instant(entry.updated))</updated>\n"
    for author in entry.authors { text += Self.author(author) }
    for category in entry.categories {
      text += "<category term=\"\(XMLText.escape(category))\"/>\n"
    }
    if let summary = entry.summary { text += "<summary>\(XMLText.escape(summary))</summary>\n" }
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
