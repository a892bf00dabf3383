import Documents
import Tables

/// The files of `data/`: each table as CSV and JSON, and the package that describes them.
struct DataOutputs: Sendable {
  let site: ResolvedSite

  /// The file names below `data/`, each with what makes it.
  var files: [(name: String, make: @Sendable () -> String)] {
    let data = site.context.data
    guard let package = data.package else { return [] }
    let descriptor = PackageDescriptor(
      package: package, tables: data.tables, configuration: site.configuration)
    var files: [(String, @Sendable () -> String)] = [
      ("datapackage.json", { descriptor.json }),
      ("README.md", { [site] in DataReadme(site: site).text }),
    ]
    for table in data.tables {
      files.append((table.name + ".csv", { Self.csv(table.table) }))
      files.append((table.name + ".json", { Self.json(table.table) }))
    }
    return files
  }

  /// A table as CSV.
  static func csv(_ table: DataTable) -> String { CSVWriter.text(table) }

  /// A table as a list of objects.
  static func json(_ table: DataTable) -> String {
    var writer = JSONWriter(.compact)
    writer.value(table)
    return writer.text + "\n"
  }
}
