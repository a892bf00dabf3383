import Diagnostics
import Documents

/// Cells that hold JSON or a pair of coordinates.
enum JSONCell {
  /// Whether the cell is what the type and format of the field ask for.
  static func isValid(_ cell: String, of field: FieldSchema) -> Bool {
    if field.type == .geopoint, field.format == "default" {
      return isPoint(cell.split(separator: ",", omittingEmptySubsequences: false).map(number))
    }
    guard let node = JSONReader.read(cell, path: "", into: DiagnosticCollector()) else {
      return false
    }
    switch (field.type, field.format) {
    case (.array, _): return node.list != nil
    case (.geopoint, "array"): return isPoint(node.list?.map(\.number) ?? [])
    case (.geopoint, _): return isPoint([node["lon"]?.number, node["lat"]?.number])
    case (.geojson, _): return node["type"]?.string != nil
    default: return node.mapping != nil
    }
  }

  /// The number of elements of a list or object.
  static func count(_ cell: String, of field: FieldSchema) -> Int {
    if field.type == .list {
      return cell.isEmpty
        ? 0 : cell.split(separator: field.delimiter, omittingEmptySubsequences: false).count
    }
    let node = JSONReader.read(cell, path: "", into: DiagnosticCollector())
    return node?.list?.count ?? node?.mapping?.entries.count ?? 0
  }

  /// A cell that would be right.
  static func example(_ field: FieldSchema) -> String {
    switch (field.type, field.format) {
    case (.array, _): "[1, 2]"
    case (.geopoint, "array"): "[18.35, 59.43]"
    case (.geopoint, "object"): "{\"lon\": 18.35, \"lat\": 59.43}"
    case (.geopoint, _): "18.35, 59.43 (longitude, latitude)"
    case (.geojson, _): "{\"type\": \"Point\", …}"
    default: "{\"key\": 1}"
    }
  }

  private static func isPoint(_ numbers: [Double?]) -> Bool {
    guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else {
      return false
    }
    return abs(longitude) <= 180 && abs(latitude) <= 90
  }

  private static func number(_ text: Substring) -> Double? {
    Double(text.drop { $0 == " " })
  }
}
