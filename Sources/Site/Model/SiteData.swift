package import Queries
package import Tables

/// The tables of a site, the sources they name, and the database they are read from.
package struct SiteData: Sendable {
  /// The data package as described; nil for a site without data.
  package var package: DataPackage?
  /// Its file, relative to `Content/`.
  package var packagePath: String?
  /// The tables in the order of the package.
  package var tables: [SiteTable]
  /// Other files that the package names, relative to `Content/`, such as maps.
  package var files: [String]
  /// The register of sources.
  package var sources: SourceRegister
  /// Where the sources of tables disagree.
  package var disagreements: DisagreementIndex
  /// The values to be used where tables have several sources, column by column.
  package var preferred: [PreferredValues]
  /// The queries of the whole site, by name in the order of bytes.
  package var queries: [NamedQuery]
  /// The database; each thread opens a session of its own.
  package var store: DataStore

  /// The table of a name.
  package func table(_ name: String) -> SiteTable? { tables.first { $0.name == name } }
}

/// A table of the data package, as loaded.
package struct SiteTable: Sendable {
  /// The table with its resource, schema, and the places and statuses of its cells.
  package var loaded: LoadedTable
  /// Its file, relative to `Content/`, such as `data/prices.csv`.
  package var source: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  package var hash: String

  /// Its name.
  package var name: String { loaded.resource.name }
  /// What the package says of it.
  package var resource: DataResource { loaded.resource }
  /// Its columns with their constraints.
  package var schema: TableSchema { loaded.schema }
  /// Its columns and rows.
  package var table: DataTable { loaded.table }
  /// Its file as diagnostics print it.
  package var path: String { loaded.path }
}
