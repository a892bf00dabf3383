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
    // By place: an iterator would retain every node and entry that it goes past.
    for place in nodes.indices {
      if case .mapping(let mapping) = nodes[place].value {
        for index in mapping.entries.indices {
          builder.add(mapping.entries[index].key, ChartValue(mapping.entries[index].value))
        }
      } else {
        builder.add("data", ChartValue(nodes[place]))
      }
      builder.endRecord()
    }
    self = builder.table
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
      columns: document.header.indices.map { document.texts(ofColumn: $0).map(ChartValue.text) },
      count: document.records.count)
  }

  private func read(by format: DataFormat) -> ChartTable {
    let inferred = format.infersTypes ? inferringTypes(except: Set(format.parses.keys)) : self
    let parses = format.parses.sorted { $0.key < $1.key }
    return inferred.parsing(parses.map { (field: $0.key, parse: $0.value) })
  }
}

/// Puts the values of records into columns: fields in the order of their first appearance.
///
/// Records of one kind name their fields in the same order, so each name is looked for first behind the one
/// before it.
struct RecordBuilder {
  private var fields: [String] = []
  private var columns: [[ChartValue]] = []
  private var places: [String: Int] = [:]
  /// The number of records that have ended.
  private var count = 0
  /// Where the next name of the record is looked for first.
  private var expected = 0

  /// The records as rows; what a record does not have is undefined.
  var table: ChartTable {
    var columns = columns
    for place in columns.indices { Self.fill(&columns[place], upTo: count) }
    return ChartTable(fields: fields, columns: columns, count: count)
  }

  /// Adds a value to the record; of two with one name the later counts.
  mutating func add(_ name: String, _ value: ChartValue) {
    let place = place(of: name)
    expected = place + 1
    if columns[place].count > count {
      columns[place][count] = value
    } else {
      Self.fill(&columns[place], upTo: count)
      columns[place].append(value)
    }
  }

  /// Ends the record.
  mutating func endRecord() {
    count += 1
    expected = 0
  }

  /// Makes a column as long as the records that have gone before.
  private static func fill(_ column: inout [ChartValue], upTo count: Int) {
    guard column.count < count else { return }
    column.append(contentsOf: repeatElement(.undefined, count: count - column.count))
  }

  private mutating func place(of name: String) -> Int {
    if expected < fields.count, fields[expected] == name { return expected }
    if let place = places[name] { return place }
    places[name] = fields.count
    fields.append(name)
    columns.append([])
    return fields.count - 1
  }
}
