import Diagnostics
import Tables

/// The diagnostics about names of queries.
enum DataNames {
  /// What is wrong with a query's name by itself, if anything.
  static func fault(_ query: NamedQuery) -> Diagnostic? {
    guard let reason = TableName.fault(query.name) else { return nil }
    return Diagnostic(
      .error, "name.invalid", at: place(query), reason, found: "\"\(query.name)\"",
      remedy: TableName.proposal(for: query.name).map { "call it \($0)" })
  }

  /// The diagnostic for a query whose name is taken by `what`, first defined at a place.
  static func taken(_ query: NamedQuery, by what: String, first: NamedQuery? = nil) -> Diagnostic {
    Diagnostic(
      .error, "name.taken", at: place(query), "the name \(query.name) is taken by a \(what)",
      remedy: "give the query another name",
      notes: first.map { [.init("\($0.name) is defined here", at: place($0))] } ?? [])
  }

  private static func place(_ query: NamedQuery) -> SourceLocation {
    SourceLocation(query.path, .init(query.origin))
  }
}
