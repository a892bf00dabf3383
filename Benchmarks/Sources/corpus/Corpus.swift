import Foundation

/// Writes N briefing pages in two dialects, for `ytterby build` and for Hugo.
///
/// Each page has front matter, four headings, a table of six rows, two footnotes, three links to other pages, a
/// code block, two lists and a quotation: about 650 words. The same N gives the same bytes.
@main
struct Corpus {
  private let folder: URL
  private let count: Int

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[1]), count > 0 else {
      return print("usage: corpus N FOLDER    writes FOLDER/ytterby and FOLDER/hugo")
    }
    try Corpus(folder: URL(filePath: arguments[2]), count: count).write()
  }

  private func write() throws {
    // Hugo writes no Markdown copies either.
    try write(
      """
      title: Briefings
      url: https://example.org/
      language: en
      edition: {id: "2025", published: 2025-06-30, data_as_of: 2025-06-30}
      copies: false

      """, to: "ytterby/Content/site.yaml")
    for (path, text) in HugoTheme.files { try write(text, to: "hugo/" + path) }
    try writeSections()
    for number in 0..<count {
      let page = Page(number, of: count)
      try write(
        page.markdown(description: "description") { "/\(Page.section($0))/\(Page.slug($0)).md" },
        to: "ytterby/Content/\(page.path).md")
      try write(
        page.markdown(description: "summary") { "/\(Page.section($0))/\(Page.slug($0))/" },
        to: "hugo/content/\(page.path).md")
    }
  }

  private func writeSections() throws {
    let summary =
      "All the briefings that the office has published on this subject, in order of date, with tags."
    for (root, name) in [("ytterby/Content/", "index.md"), ("hugo/content/", "_index.md")] {
      for section in [""] + Words.sections {
        let title = section.isEmpty ? "Briefings" : section.capitalized
        let place = section.isEmpty ? "" : section + "/"
        try write(
          "---\ntitle: \(title)\ndescription: \(summary)\n---\n", to: root + place + name)
      }
    }
  }

  private func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
