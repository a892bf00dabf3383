public import Diagnostics
public import Documents
import Tables

extension ChartTable {
  /// Reads the text of a data file; a text that is not of the format gives nil and errors.
  public init?(
    text: String, format: DataFormat, path: String, into diagnostics: DiagnosticCollector
  ) {
    let table: ChartTable?
    switch format.kind {
    case .csv: table = Self.delimited(text, ",", path: path, into: diagnostics)
    case .tsv: table = Self.delimited(text, "\t", path: path, into: diagnostics)
    case .dsv: table = Self.delimited(text, format.delimiter, path: path, into: diagnostics)
    case .json, .topojson:
      table = JSONReader.read(text, path: path, into: diagnostics).flatMap {
        ChartTable(json: $0, format: format, path: path, into: diagnostics)
      }
    }
    guard let table else { return nil }
    self = table.read(by: format)
  }

  /// The rows of inline `values`: a list, one record, or a text in the format.
  public init?(
    values node: DocumentNode, format: DataFormat, path: String,
    into diagnostics: DiagnosticCollector
  ) {
    if let text = node.string {
      self.init(text: text, format: format, path: path, into: diagnostics)
      return
    }
    guard let table = ChartTable(json: node, format: format, path: path, into: diagnostics) else {
      return nil
    }
    self = table.read(by: format)
  }

  /// The rows of a JSON value, at the format's `property`, or the shapes of a TopoJSON object.
  private init?(
    json node: DocumentNode, format: DataFormat, path: String,
    into diagnostics: DiagnosticCollector
  ) {
    if format.kind == .topojson {
      guard let shapes = TopoJSON.shapes(node, format: format, path: path, into: diagnostics) else {
        return nil
      }
      self.init(
        records: shapes.map { shape in
          (shape.record ?? [:]).sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        })
      return
    }
    var root = node
    if let property = format.property {
      for step in FieldPath(property).steps {
        guard let next = root[step] else {
          diagnostics.add(
            Diagnostic(
              .error, "chart.data-property", at: SourceLocation(path, root.range),
              "the data has no property `\(property)`", found: root.shown))
          return nil
        }
        root = next
      }
    }
    self.init(nodes: root.list ?? [root])
  }

  /// A table of records; a plain value becomes a record with the field `data`, as in Vega.
  init(nodes: [DocumentNode]) {
    var builder = RecordBuilder()
    for node in nodes {
      if let entries = node.mapping?.entries {
        builder.add(entries.count) { (entries[$0].key, ChartValue(entries[$0].value)) }
      } else {
        builder.add(1) { _ in ("data", ChartValue(node)) }
      }
    }
    self.init(fields: builder.fields, rows: builder.rows)
  }

  private static func delimited(
    _ text: String, _ delimiter: Character, path: String, into diagnostics: DiagnosticCollector
  ) -> ChartTable? {
    guard let ascii = delimiter.asciiValue else {
      diagnostics.add(
        Diagnostic(
          .error, "chart.delimiter", at: SourceLocation(path),
          "cells are parted by one ASCII character", found: "`\(delimiter)`"))
      return nil
    }
    guard
      let document = CSVReader.read(
        Array(text.utf8), path: path, dialect: CSVDialect(delimiter: ascii), into: diagnostics)
    else { return nil }
    return ChartTable(
      fields: document.header.map(\.text),
      rows: document.records.map { $0.map { .text($0.text) } })
  }

  private func read(by format: DataFormat) -> ChartTable {
    let inferred = format.infersTypes ? inferringTypes(except: Set(format.parses.keys)) : self
    let parses = format.parses.sorted { $0.key < $1.key }
    return inferred.parsing(parses.map { (field: $0.key, parse: $0.value) })
  }
}

/// Lays records side by side: fields in the order of their first appearance.
///
/// Records of one kind name their fields in the same order, so each name is looked for where it stood in
/// the record before.
struct RecordBuilder {
  private(set) var fields: [String] = []
  private var places: [String: Int] = [:]
  private var built: [[ChartValue]] = []

  /// The rows, each as long as `fields`.
  var rows: [[ChartValue]] {
    built.map { row in
      row.count == fields.count
        ? row : row + Array(repeating: .undefined, count: fields.count - row.count)
    }
  }

  mutating func add(_ count: Int, _ entry: (Int) -> (String, ChartValue)) {
    var row = [ChartValue](repeating: .undefined, count: fields.count)
    for index in 0..<count {
      let (name, value) = entry(index)
      let place = place(of: name, near: index)
      while row.count <= place { row.append(.undefined) }
      row[place] = value
    }
    built.append(row)
  }

  private mutating func place(of name: String, near index: Int) -> Int {
    if index < fields.count, fields[index] == name { return index }
    if let place = places[name] { return place }
    places[name] = fields.count
    fields.append(name)
    return fields.count - 1
  }
}
