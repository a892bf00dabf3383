import Diagnostics
import Documents
import Foundation
import Tables

/// The rows of a figure as a site publishes them: `figures/ID.json`, with the columns' types and units.
enum PublishedTable {
  /// The table of a figure; throws where the site has none.
  static func read(_ name: String, in folder: String) throws -> DataTable {
    let file = URL(filePath: folder).appending(path: name + ".json")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard let node = JSONReader.read(text, path: file.path, into: DiagnosticCollector()),
      let described = node["columns"]?.mapping, let rows = node["rows"]?.list
    else { throw BenchmarkFailure("\(file.path) is no figure's table") }
    var columns = described.entries.map { column($0.key, $0.value) }
    // How far a measure is known stands in the rows alone.
    for entry in rows.flatMap({ $0.mapping?.entries ?? [] })
    where entry.key.hasSuffix("_status") && !columns.contains(where: { $0.name == entry.key }) {
      columns.append(DataColumn(entry.key, .string))
    }
    return DataTable(
      columns: columns, rows: rows.map { row in columns.map { value(row[$0.name]) } })
  }

  private static func column(_ name: String, _ node: DocumentNode) -> DataColumn {
    DataColumn(
      name, node["type"]?.string.flatMap(ColumnType.init(rawValue:)) ?? .any,
      title: node["title"]?.string,
      unit: node["unit"]?["symbol"]?.string.map {
        DataUnit($0, name: node["unit"]?["name"]?.string)
      },
      format: node["format"]?.string)
  }

  private static func value(_ node: DocumentNode?) -> DataValue {
    switch node?.value {
    case .number(let number, _): Int(exactly: number).map(DataValue.integer) ?? .number(number)
    case .string(let text): .text(text)
    case .boolean(let flag): .boolean(flag)
    default: .null
    }
  }
}
