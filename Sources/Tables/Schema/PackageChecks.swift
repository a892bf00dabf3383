import Diagnostics

/// What can be checked of a package only as a whole.
struct PackageChecks {
  let package: DataPackage
  let context: DescriptorContext

  /// Reports doubled names, doubled files, and references to what there is not.
  func run() {
    checkNames()
    for resource in package.resources {
      guard let schema = resource.schema else { continue }
      checkReferences(schema)
      checkColumns(resource, schema)
    }
  }

  private func checkNames() {
    var names: Set<String> = []
    var paths: Set<String> = []
    for resource in package.resources {
      if !names.insert(resource.name.lowercased()).inserted {
        context.error(
          "package.duplicate-name", at: resource.location, "two resources have the same name",
          found: "`\(resource.name)`")
      }
      if !paths.insert(resource.path).inserted {
        context.error(
          "package.duplicate-path", at: resource.location, "two resources are the same file",
          found: "`\(resource.path)`")
      }
    }
  }

  private func checkReferences(_ schema: TableSchema) {
    for key in schema.foreignKeys where !key.resource.isEmpty {
      guard let target = package.resource(key.resource) else {
        context.diagnostics.add(
          .unknownName(
            "schema.unknown-resource", key.resource, what: "resource in a foreign key",
            among: package.resources.map(\.name), at: key.location))
        continue
      }
      guard let names = target.schema?.fields.map(\.name) else { continue }
      for name in key.referenceFields where !names.contains(name) {
        context.diagnostics.add(
          .unknownName(
            "schema.unknown-field", name, what: "field of \(key.resource)", among: names,
            at: key.location))
      }
    }
  }

  private func checkColumns(_ resource: DataResource, _ schema: TableSchema) {
    let names = schema.fields.map(\.name)
    var used: [(String, String)] = resource.period.map { [($0, "period column")] } ?? []
    if let place = resource.place { used.append((place, "place column")) }
    if let vintages = resource.vintages {
      used += (vintages.same + [vintages.by] + vintages.values).map { ($0, "column of vintages") }
      VintageChecks(vintages: vintages, schema: schema, context: context).run()
    }
    if case .column(let name, _)? = resource.status { used.append((name, "status column")) }
    for (name, what) in used where !names.contains(name) {
      context.diagnostics.add(
        .unknownName(
          "schema.unknown-field", name, what: "\(what) in \(resource.name)", among: names,
          at: resource.location))
    }
  }
}
