import Diagnostics
import GRDB
import Tables

/// The tables and views that go into a store, with their names checked.
struct StoreContents {
  private(set) var tables: [StoredTable] = []
  private(set) var views: [PreferredView] = []
  private(set) var facts: [String: TableFacts] = [:]
  private(set) var names: Set<String> = []

  init(_ given: [StoredTable], asOf: String?, into collector: DiagnosticCollector) {
    for table in given.sorted(by: { $0.name < $1.name }) {
      guard claim(table.name, of: table, into: collector) else { continue }
      tables.append(table)
      facts[table.name] = table.facts
    }
    let register = tables.first { $0.name == "sources" }
    for table in tables {
      guard let vintages = table.resource.vintages,
        isComplete(vintages, of: table, into: collector),
        claim(PreferredView.name(of: table.name), of: table, into: collector)
      else { continue }
      let view = PreferredView(table: table, vintages: vintages, register: register, asOf: asOf)
      view.reportUndated(into: collector)
      views.append(view)
    }
  }

  /// Takes a name for a table or view, unless it is taken or none; the latter has been reported when
  /// the package was read.
  private mutating func claim(
    _ name: String, of table: StoredTable, into collector: DiagnosticCollector
  ) -> Bool {
    guard TableName.fault(name) == nil else { return false }
    guard names.insert(name).inserted else {
      collector.add(
        Diagnostic(
          .error, "name.taken", at: table.location, "the name \(name) is taken by another table",
          remedy: "rename one of the two"))
      return false
    }
    return true
  }

  private func isComplete(
    _ vintages: DataResource.Vintages, of table: StoredTable, into collector: DiagnosticCollector
  ) -> Bool {
    let names = table.table.columns.map(\.name)
    let missing = (vintages.same + [vintages.by]).filter { !names.contains($0) }
    for name in missing {
      collector.add(
        Diagnostic(
          .error, "vintages.unknown-field", at: table.location,
          "vintages of \(table.name) name a field that the table does not have", found: name,
          remedy: NearMiss.suggestion(for: name, among: names).map { "did you mean \($0)?" }
            ?? "the fields are \(names.joined(separator: ", "))"))
    }
    return missing.isEmpty && !vintages.same.isEmpty
  }

  /// Writes all of it in one transaction.
  func write(to db: Database, into collector: DiagnosticCollector) throws {
    try db.inTransaction {
      for table in tables where !table.table.columns.isEmpty {
        let facts = facts[table.name] ?? table.facts
        try TableImport(table: table, facts: facts, collector: collector).run(in: db)
      }
      for view in views { try db.execute(sql: view.sql) }
      return .commit
    }
  }
}
