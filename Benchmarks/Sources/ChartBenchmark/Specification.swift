import Charts
import Diagnostics
import Documents
import Foundation
import Tables

/// A specification that holds its data itself, so that drawing it reads no file.
struct Specification {
  /// What it is called in the report: its folder's name, or the file's without the ending.
  var name: String
  /// The specification as JSON.
  var text: String

  /// The tables that `data: {name: …}` asks for.
  private var tables: [String: DataTable] = [:]

  /// A name for its picture's file.
  var file: String { name + ".svg" }

  /// The specifications below a folder: `NAME.vl.json` and `NAME/spec.vl.json`, by name.
  ///
  /// `figures` is the folder in which a site publishes the tables of its figures; those without are left out.
  static func all(below folder: String, figures: String?) throws -> [Specification] {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".vl.json") }.sorted().compactMap { file in
      var specification = try Specification(URL(filePath: folder).appending(path: file))
      guard let figures else { return specification }
      return specification.takeTable(from: figures) ? specification : nil
    }
  }

  /// Takes the table of the figure of that name under the name that the specification asks for.
  private mutating func takeTable(from figures: String) -> Bool {
    let node = JSONReader.read(text, path: name, into: DiagnosticCollector())
    guard let wanted = node?["data"]?["name"]?.string,
      let table = try? PublishedTable.read(name, in: figures)
    else { return false }
    tables = [wanted: table]
    return true
  }

  private init(_ file: URL) throws {
    let base = file.lastPathComponent.dropLast(".vl.json".count)
    name = base == "spec" ? file.deletingLastPathComponent().lastPathComponent : String(base)
    let node = try Self.json(Data(contentsOf: file), path: file.path)
    text = JSONWriter.text(try Self.withData(node, from: file.deletingLastPathComponent()))
  }

  /// Draws it from its text, for a page where one is given; nil where there is an error.
  func draw(on page: ChartOptions.PageWidth?) -> RenderedChart? {
    let diagnostics = DiagnosticCollector()
    guard let node = JSONReader.read(text, path: name, into: diagnostics) else { return nil }
    var options = ChartOptions()
    if let page {
      options.mode = .page(page)
      options.theme = .page(page)
      options.colourMode = .classes
      options.showsTitle = false
    }
    return Chart.render(node, path: name, data: tables, options: options, into: diagnostics)
  }

  /// The tree with what a `data` names by `url` in its place.
  private static func withData(_ node: DocumentNode, from folder: URL) throws -> DocumentNode {
    if let list = node.list {
      return DocumentNode(.list(try list.map { try withData($0, from: folder) }))
    }
    guard var mapping = node.mapping else { return node }
    for index in mapping.entries.indices {
      let entry = mapping.entries[index]
      let isFile = entry.key == "data" && entry.value["url"]?.string != nil
      mapping.entries[index].value =
        try isFile ? values(entry.value, from: folder) : withData(entry.value, from: folder)
    }
    return DocumentNode(.mapping(mapping))
  }

  /// A `data` whose rows stand in it: a tree for JSON, the text itself for CSV and the like.
  private static func values(_ data: DocumentNode, from folder: URL) throws -> DocumentNode {
    let address = folder.appending(path: data["url"]?.string ?? "")
    let kind = data["format"]?["type"]?.string ?? address.pathExtension
    let bytes = try Data(contentsOf: address)
    let isTree = kind == "json" || kind == "topojson"
    let rows =
      try isTree
      ? json(bytes, path: address.path)
      : DocumentNode(.string(String(decoding: bytes, as: UTF8.self)))
    var format = data["format"]?.mapping ?? DocumentMapping()
    format.entries.removeAll { $0.key == "type" }
    format.entries.append(.init(key: "type", value: DocumentNode(.string(kind))))
    return .mapping(["values": rows, "format": DocumentNode(.mapping(format))])
  }

  private static func json(_ bytes: Data, path: String) throws -> DocumentNode {
    let diagnostics = DiagnosticCollector()
    let text = String(decoding: bytes, as: UTF8.self)
    guard let node = JSONReader.read(text, path: path, into: diagnostics) else {
      throw BenchmarkFailure("\(path) is not JSON")
    }
    return node
  }
}

/// Why a measurement cannot be made.
struct BenchmarkFailure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
