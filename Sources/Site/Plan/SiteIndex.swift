import Diagnostics

/// Everything that a link of a text can name, with the output it leads to.
///
/// Links name source files (`countries/china.md#output`), folders, copied files, addresses of row pages
/// and figures with `.md`, old addresses, and outputs that the generator makes. A path that differs
/// from a file's only in its Unicode form finds the file.
package struct SiteIndex: Sendable {
  /// What a path of `Content/` or of the output stands for.
  enum Entry: Sendable, Hashable {
    case page(Int)
    case file
    case generated(output: String)
    /// A page that is not published yet, with the reason.
    case heldBack(reason: String)
    /// A file that is read but not published, with what it is.
    case unpublished(what: String)
    /// `[iso3].md`, which stands for many pages.
    case rowTemplate
  }

  /// By path of `Content/`, and by the addresses that links may use instead.
  private var entries: [String: Entry] = [:]
  /// The outputs of the pages, by their place in the plan.
  private var outputs: [String] = []
  /// Pages by output.
  private var pagesByOutput: [String: Int] = [:]

  /// An index that knows nothing yet.
  init() {}

  /// Makes room for as many pages.
  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count + count / 4)
    outputs.reserveCapacity(count)
    pagesByOutput.reserveCapacity(count)
  }

  /// Takes the next page of the plan.
  mutating func add(page plan: PagePlan) {
    let number = outputs.count
    outputs.append(plan.output)
    pagesByOutput[plan.output] = number
    entries[plan.address] = .page(number)
    if plan.row == nil || plan.source != plan.address { return }
    entries[plan.source] = .page(number)
  }

  /// Takes another path that links may use; the first to claim a path keeps it.
  mutating func add(_ entry: Entry, at path: String) {
    if entries[path] == nil { entries[path] = entry }
  }

  /// The page published at an output, by its place in the plan.
  package func page(at output: String) -> Int? { pagesByOutput[output] }

  /// The page that a path of `Content/` or an address names, by its place in the plan.
  package func page(named path: String) -> Int? {
    if case .page(let number)? = entries[path] { number } else { nil }
  }

  /// Whether a path of `Content/` is a file that is copied to the output.
  package func isCopiedFile(_ path: String) -> Bool { entries[path] == .file }

  /// What a path names, in full.
  func target(of path: String, fragment: String?) -> Result<LinkTarget, LinkFault> {
    switch entries[path] {
    case .page(let number)?:
      return .success(.output(outputs[number], fragment: fragment, kind: .page(number)))
    case .file?:
      return .success(.output(path, fragment: fragment, kind: .file))
    case .generated(let output)?:
      return .success(.output(output, fragment: fragment, kind: .generated))
    case .heldBack(let reason)?: return .failure(.heldBack(reason))
    case .unpublished(let what)?: return .failure(.unpublished(what))
    case .rowTemplate?: return .failure(.rowTemplate)
    case nil: break
    }
    if let number = pagesByOutput[path] {
      return .success(.output(path, fragment: fragment, kind: .page(number)))
    }
    let output = SitePath.replacingExtension(path, ".md", with: ".html")
    if ReservedOutputs.contains(output) {
      return .success(.output(output, fragment: fragment, kind: .generated))
    }
    return .failure(.missing(suggestion: suggestion(for: path)))
  }

  /// The nearest path: in the same folder, else a file of the same name elsewhere.
  private func suggestion(for path: String) -> String? {
    let folder = SitePath.folder(path)
    let linkable = entries.lazy.filter { entry in
      switch entry.value {
      case .page, .file, .generated: true
      case .heldBack, .unpublished, .rowTemplate: false
      }
    }.map(\.key)
    let near = NearMiss.suggestion(
      for: path, among: linkable.filter { SitePath.folder($0) == folder })
    if let near { return near }
    let name = SitePath.name(path)
    let elsewhere = linkable.filter { SitePath.name($0) == name }.min(by: inByteOrder)
    return elsewhere ?? NearMiss.suggestion(for: path, among: linkable)
  }
}

/// Why a link leads nowhere.
enum LinkFault: Error, Hashable {
  case heldBack(String)
  case unpublished(String)
  case rowTemplate
  case missing(suggestion: String?)
}

/// Outputs that the generator makes by itself; a page of the author at such an address opens them.
package enum ReservedOutputs {
  /// Folders whose files are generated.
  package static let folders = ["figures", "data", "tags", "editions", "assets"]
  /// Files at the root that are generated.
  package static let files: Set<String> = [
    "sources.html", "changes.html", "disagreements.html", "a-z.html", "print.html", "404.html",
    "feed.xml", "figures.xml", "sitemap.xml", "robots.txt", "edition.json", "llms.txt",
    "favicon.svg",
  ]

  /// Whether an output is the generator's to make.
  package static func contains(_ output: String) -> Bool {
    if files.contains(output) { return true }
    return folders.contains { output.hasPrefix($0 + "/") }
  }
}
