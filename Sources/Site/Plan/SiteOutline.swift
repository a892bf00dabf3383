/// The order in which a site is read: folders, their pages, what comes before and after a page, and the
/// main navigation.
package struct SiteOutline: Sendable {
  /// A folder with pages.
  package struct Folder: Sendable {
    /// The path; empty for the site itself.
    package var path: String
    /// Its index, by its place in the plan; nil where one is generated.
    package var index: Int?
    /// Its pages and folders, in order.
    package var children: [Child] = []
    /// The output of its index.
    package var output: String { SitePath.join(path, "index.html") }
  }

  /// A page or folder within a folder.
  package enum Child: Sendable, Hashable {
    case page(Int)
    case folder(String)
  }

  /// A step on the way from the landing page to a page.
  package struct Crumb: Sendable, Hashable {
    /// The output.
    package var output: String
    /// The page there, by its place in the plan; nil for a generated index.
    package var page: Int?
    /// The folder's own name, for a generated index; empty at the root.
    package var name: String
  }

  /// An entry of the main navigation.
  package struct Entry: Sendable {
    /// The label where the site gives one.
    package var title: String?
    /// Where it leads.
    package var target: LinkTarget
    /// Entries below it.
    package var children: [Entry]
  }

  /// The folders by path; the site itself is the empty path.
  package internal(set) var folders: [String: Folder] = ["": Folder(path: "")]
  /// The pages in reading order: depth first, by `order`, then by file name; row pages by their query.
  package internal(set) var sequence: [Int] = []
  /// The page before each page of the plan.
  package internal(set) var previous: [Int?] = []
  /// The page after each page of the plan.
  package internal(set) var next: [Int?] = []
  /// The main navigation.
  package internal(set) var navigation: [Entry] = []
  /// The entries of the foot that the site names.
  package internal(set) var footer: [Entry] = []

  /// The folders whose index is generated, by path in the order of bytes.
  package var generatedIndexes: [Folder] {
    folders.values.filter { $0.index == nil }.sorted { inByteOrder($0.path, $1.path) }
  }

  /// The way from the landing page to an output, without the output itself.
  package func breadcrumb(of output: String) -> [Crumb] {
    var crumbs: [Crumb] = []
    var path = SitePath.folder(output)
    while true {
      if let folder = folders[path], folder.output != output {
        crumbs.append(
          Crumb(output: folder.output, page: folder.index, name: String(SitePath.name(path))))
      }
      if path.isEmpty { return crumbs.reversed() }
      path = SitePath.folder(path)
    }
  }
}
