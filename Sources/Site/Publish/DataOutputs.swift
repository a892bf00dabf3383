import Documents
import Tables

/// The files of `data/`: each table as CSV and JSON, and the package that describes them.
struct DataOutputs: Sendable {
  let site: ResolvedSite

  /// The file names below `data/`, each with what makes it.
  var files: [(name: String, make: @Sendable () -> String)] {
    var files: [(String, @Sendable () -> String)] = []
    for table in site.context.data.tables {
      files.append((table.name + ".csv", { CSVWriter.text(table.table) }))
      files.append((table.name + ".json", { Self.json(table.table) }))
    }
    return files
  }

  private static func json(_ table: DataTable) -> String {
    var writer = JSONWriter(.compact)
    writer.value(table)
    return writer.text + "\n"
  }
}
