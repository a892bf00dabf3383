import ArgumentParser
import Foundation
import Site

/// Where the site is, and which of its pages are wanted.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The folder of the site: the one that holds Content/.", completion: .directory)
  var site = "."

  @Option(
    name: .customShort("C"),
    help: "The folder of the site, for commands that take other arguments before it.",
    completion: .directory)
  var folder: String?

  @Option(help: "The folder of pages and data, below the site.", completion: .directory)
  var content = "Content"

  @Option(help: "The folder of templates, below the site.", completion: .directory)
  var templates = "Templates"

  @Flag(help: "Include drafts and pages dated after the edition, with a banner.")
  var drafts = false

  @Option(help: "Leave sources published after this day out of preferred views (YYYY-MM-DD).")
  var asOf: String?

  @Option(help: "How many threads work at once; as many as there are cores unless given.")
  var jobs: Int?

  func validate() throws {
    if folder != nil, site != "." {
      throw ValidationError("-C and '\(site)' both name the folder of the site; give one.")
    }
    if let asOf, !Self.isDay(asOf) {
      throw ValidationError("--as-of wants a day such as 2025-12-31, not '\(asOf)'.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs wants a number from 1 to 256.")
    }
  }

  /// What a build reads.
  func input() -> BuildInput {
    var input = BuildInput(
      content: .onDisk(path(content), label: content),
      templates: FileManager.default.fileExists(atPath: path(templates))
        ? .onDisk(path(templates), label: templates) : nil)
    input.includesDrafts = drafts
    input.asOf = asOf
    input.workers = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let start = ContinuousClock.now
    input.clock = { start.duration(to: .now) }
    return input
  }

  /// A path below the site; an absolute one stays.
  func path(_ name: String) -> String {
    let root = folder ?? site
    return name.hasPrefix("/") || root == "." ? name : root + "/" + name
  }

  /// The text of a file that a diagnostic names, for the line shown below it.
  func source(_ name: String) -> String? {
    (try? DiskFile.read(path(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a text is a day of the calendar, year first.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return Int(parts[0]) != nil && (1...12).contains(month) && (1...31).contains(day)
  }
}
