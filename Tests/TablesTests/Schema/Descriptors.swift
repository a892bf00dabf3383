import Diagnostics
import Documents
import Tables

/// Descriptors written as JSON in tests.
enum Descriptors {
  /// The package of a descriptor, with the faults.
  static func package(_ json: String) -> (package: DataPackage?, faults: DiagnosticCollector) {
    let faults = DiagnosticCollector()
    let node = JSONReader.read(json, path: "datapackage.json", into: faults)
    return (node.flatMap { DataPackage.read($0, path: "datapackage.json", into: faults) }, faults)
  }

  /// The package with one table `t` of some fields.
  static func table(_ fields: String, _ more: String = "") -> (
    resource: DataResource?, faults: DiagnosticCollector
  ) {
    let (package, faults) = package(
      """
      {"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [\(fields)]\(more)}}]}
      """)
    return (package?.resources.first, faults)
  }

  /// The table `t` read from a text, with all faults.
  static func load(_ text: String, _ fields: String, _ more: String = "") -> (
    table: LoadedTable?, faults: DiagnosticCollector
  ) {
    let (resource, faults) = table(fields, more)
    guard let resource else { return (nil, faults) }
    let loaded = TableLoader.load(resource, bytes: Array(text.utf8), path: "t.csv", into: faults)
    if let loaded { TableKeys.check([loaded], into: faults) }
    return (loaded, faults)
  }
}
