import Diagnostics
import Documents
import Queries
import Tables
import YAML

/// Reads the data package and its tables, and opens the database.
struct DataLoader {
  let input: BuildInput
  let content: ContentLoader.Content
  let diagnostics: DiagnosticCollector

  /// The names that a package may have, in `data/`.
  private static let names = ["datapackage.yaml", "datapackage.yml", "datapackage.json"]

  /// The tables, checked; what cannot be read is reported and left out.
  func load() throws -> SiteData {
    let (package, path) = try package()
    let resources = package?.resources ?? []
    let tables = try tables(resources.filter(\.isTable), units: package?.units ?? UnitCatalog())
    TableKeys.check(tables.map(\.loaded), into: diagnostics)
    let files = resources.filter { !$0.isTable }.map { "data/" + $0.path }
    reportUnnamed(except: [path].compactMap { $0 } + tables.map(\.source) + files)
    let queries = content.queries.map { NamedQuery(name: $0.name, sql: $0.text, path: $0.path) }
    let units = package?.units ?? UnitCatalog()
    let asOf = input.asOf ?? content.configuration.edition?.dataAsOf
    let store = try DataStore(
      tables: tables.map { StoredTable($0.table, schema: $0.schema, resource: $0.resource) },
      measures: package?.measures ?? [:], units: units, queries: queries, asOf: asOf,
      into: diagnostics)
    let sources =
      tables.first { $0.name == "sources" }
      .map { SourceRegister($0.table, path: $0.path, lines: $0.loaded.lines) } ?? SourceRegister()
    let finders = tables.compactMap { table in
      DisagreementFinder(
        table.loaded, published: sources.published, asOf: asOf, units: units)
    }
    return SiteData(
      package: package, packagePath: path, tables: tables, files: files, sources: sources,
      disagreements: DisagreementIndex(finders.flatMap { $0.disagreements() }),
      preferred: finders.flatMap { $0.preferredValues() }, queries: queries, store: store)
  }

  /// The package's description with its file; nil for a site without data.
  private func package() throws -> (DataPackage?, String?) {
    let found = Self.names.map { "data/" + $0 }.filter(content.tree.data.contains)
    guard let path = found.first else { return (nil, nil) }
    let printed = input.content.printedPath(path)
    if found.count > 1 {
      diagnostics.add(
        .init(
          .error, "data.packages", at: SourceLocation(input.content.printedPath(found[1])),
          "a site has one data package", found: found.joined(separator: " and ")))
    }
    guard let text = try input.content.text(path, into: diagnostics) else { return (nil, path) }
    let node =
      path.hasSuffix(".json")
      ? JSONReader.read(text, path: printed, into: diagnostics)
      : YAMLReader.read(text, path: printed, into: diagnostics)
    return (node.flatMap { DataPackage.read($0, path: printed, into: diagnostics) }, path)
  }

  private func tables(_ resources: [DataResource], units: UnitCatalog) throws -> [SiteTable] {
    try parallelMap(resources, workers: input.workers) { _, resource in
      try table(resource, units)
    }.compactMap { $0 }
  }

  private func table(_ resource: DataResource, _ units: UnitCatalog) throws -> SiteTable? {
    let source = "data/" + resource.path
    guard content.tree.data.contains(source) else {
      if !resource.path.isEmpty { reportMissing(resource) }
      return nil
    }
    let bytes = try input.content.read(source)
    return TableLoader.load(
      resource, bytes: bytes, path: input.content.printedPath(source), units: units,
      into: diagnostics
    ).map { SiteTable(loaded: $0, source: source, hash: SHA256.hex(bytes)) }
  }

  private func reportMissing(_ resource: DataResource) {
    let names = content.tree.data.map { String($0.dropFirst("data/".count)) }
    diagnostics.add(
      .init(
        .error, "data.missing", at: resource.location, "a resource names a file that is not there",
        found: "`\(resource.path)`",
        remedy: NearMiss.suggestion(for: resource.path, among: names).map {
          "did you mean `\($0)`?"
        }
          ?? "put the file into `data/`"))
  }

  private func reportUnnamed(except named: [String]) {
    let named = Set(named)
    for path in content.tree.data where !named.contains(path) {
      diagnostics.add(
        .init(
          .warning, "data.unnamed", at: SourceLocation(input.content.printedPath(path)),
          "a file in `data/` that no resource names is not published",
          remedy: "describe it in the data package, or take it out"))
    }
  }
}
