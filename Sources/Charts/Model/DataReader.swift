import Diagnostics
import Documents

/// Reads the rows of inline values and data files.
enum DataReader {
  static func table(
    values: DocumentNode, format: DocumentNode?, path: String, into: DiagnosticCollector
  ) -> ChartTable? {
    if let text = values.string {
      return table(
        bytes: Array(text.utf8), address: "x." + (format?["type"]?.string ?? "json"),
        format: format, path: path, at: values.range, into: into)
    }
    var list = values.list ?? [values]
    if let property = format?["property"]?.string, let inner = values[property]?.list {
      list = inner
    }
    return ChartTable(
      records: list.map { node in
        if let m = node.mapping {
          return m.entries.map { (name: $0.key, value: ChartValue($0.value)) }
        }
        return [(name: "data", value: ChartValue(node))]
      })
  }
  static func table(
    bytes: [UInt8], address: String, format: DocumentNode?, path: String, at: SourceRange,
    into: DiagnosticCollector
  ) -> ChartTable? {
    let text = String(decoding: bytes, as: UTF8.self)
    if address.hasSuffix("csv") || address.hasSuffix("tsv") {
      var lines = text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: address.hasSuffix("tsv") ? "\t" : ",", omittingEmptySubsequences: false)
          .map(String.init)
      }
      let header = lines.removeFirst()
      return ChartTable(
        fields: header,
        rows: lines.map { row in
          (0..<header.count).map { i in
            guard i < row.count, !row[i].isEmpty else { return .null }
            return Double(row[i]).map { .number($0) } ?? .text(row[i])
          }
        })
    }
    guard let node = JSONReader.read(text, path: address, into: into) else { return nil }
    return table(values: node, format: format, path: path, into: into)
  }
}
