import Diagnostics
import Documents

/// What a `table` fence says.
struct TableSpec {
  /// One column.
  struct Column {
    /// The name in the result.
    var name: String
    /// The place of the name.
    var location: SourceLocation
    var title: DocumentNode?
    var format: DocumentNode?
    var unit: DocumentNode?
    var link: DocumentNode?
    var hasBar = false
    var isHidden = false
  }

  /// A column to sort by.
  struct SortKey {
    var name: String
    var isDescending: Bool
    var location: SourceLocation
  }

  var data: DocumentNode
  var columns: [Column]?
  var sort: [SortKey]
  var limit: Int?
  var header: DocumentNode?
  var frame: FigureFrame

  /// Reads the fence; nil where nothing can be shown, which is reported.
  init?(_ body: FenceBody, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(body.node, path: body.path, what: "a table", into: diagnostics)
    else { return nil }
    frame = FigureFrame(&reader)
    let data = reader.requiredString("data") == nil ? nil : reader.node("data")
    columns = reader.node("columns").flatMap {
      $0.isNull ? nil : Self.columns($0, path: body.path, into: diagnostics)
    }
    sort = Self.sort(&reader, path: body.path)
    limit = reader.integer("limit")
    if let limit, limit < 1 {
      diagnostics.add(
        Diagnostic(
          .error, "table.limit", at: reader.location("limit"), "a table shows a row at least",
          found: "\(limit)"))
      self.limit = nil
    }
    header = reader.string("header") == nil ? nil : reader.node("header")
    reader.finish()
    guard let data else { return nil }
    self.data = data
  }

  private static func columns(
    _ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector
  ) -> [Column] {
    guard let mapping = node.mapping else {
      diagnostics.add(
        Diagnostic(
          .error, "document.type", at: SourceLocation(path, node.range),
          "`columns` of a table has the wrong type", found: node.shown,
          expected: "a mapping: `country: {title: Country}`"))
      return []
    }
    return mapping.entries.map { entry in
      var column = Column(name: entry.key, location: SourceLocation(path, entry.keyRange))
      guard !entry.value.isNull else { return column }
      guard
        var reader = MappingReader(
          entry.value, path: path, what: "a column", into: diagnostics)
      else { return column }
      func text(_ key: String) -> DocumentNode? {
        reader.string(key) == nil ? nil : reader.node(key)
      }
      column.title = text("title")
      column.format = text("format")
      column.unit = text("unit")
      column.link = text("link")
      column.hasBar = reader.boolean("bar") ?? false
      column.isHidden = reader.boolean("hide") ?? false
      reader.finish()
      return column
    }
  }

  private static func sort(_ reader: inout MappingReader, path: String) -> [SortKey] {
    guard reader.strings("sort") != nil, let node = reader.node("sort") else { return [] }
    return (node.list ?? [node]).compactMap { element in
      guard let text = element.literalText else { return nil }
      let isDescending = text.hasPrefix("-")
      return SortKey(
        name: isDescending ? String(text.dropFirst()) : text, isDescending: isDescending,
        location: SourceLocation(path, element.range))
    }
  }
}
