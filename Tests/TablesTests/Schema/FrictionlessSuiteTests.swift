import Diagnostics
import Documents
import Tables
import Testing

/// The cases of the Frictionless framework, with the verdicts of its reference implementation.
@Suite("Frictionless suite")
struct FrictionlessSuiteTests {
  private func cases(_ name: String) throws -> [DocumentNode]? {
    guard let bytes = Suites.bytes("frictionless/\(name).json") else { return nil }
    let faults = DiagnosticCollector()
    let text = String(decoding: bytes, as: UTF8.self)
    return try #require(JSONReader.read(text, path: name, into: faults)?.list)
  }

  private func resource(_ schema: DocumentNode, in diagnostics: DiagnosticCollector)
    -> DataResource?
  {
    let package: DocumentNode = .mapping([
      "resources": [.mapping(["name": "one", "path": "one.csv", "schema": schema])]
    ])
    return DataPackage.read(package, path: "datapackage.json", into: diagnostics)?.resources.first
  }

  private func errors(_ diagnostics: DiagnosticCollector) -> [Diagnostic] {
    diagnostics.sorted.filter { $0.severity == .error }
  }

  @Test("a cell is read or refused as expected")
  func cells() throws {
    guard let cases = try cases("cells") else { return }
    // A format that is no pattern is refused where the schema is read, not at the first filled cell.
    let stricter: Set = ["cell-time-022"]
    for one in cases {
      let (id, cell) = (one["id"]?.string ?? "", one["cell"]?.string ?? "")
      let field = try #require(one["field"])
      let diagnostics = DiagnosticCollector()
      let resource = try #require(
        self.resource(.mapping(["fields": [field]]), in: diagnostics))
      let text = CSVWriter.text(
        DataTable(columns: [DataColumn("name", .string)], rows: [[.text(cell)]]))
      let loaded = TableLoader.load(resource, bytes: Array(text.utf8), path: id, into: diagnostics)
      let isValid = one["valid"]?.boolean == true && !stricter.contains(id)
      #expect(errors(diagnostics).isEmpty == isValid, "\(id) \(cell) \(diagnostics.sorted)")
      guard isValid, let value = loaded?.table.rows.first?.first else { continue }
      #expect(value.isNull == (one["missing"]?.boolean == true), "\(id) \(value)")
      // A time with an offset becomes UTC.
      if let expected = one["value"]?.literalText, field["type"]?.string != "duration",
        id != "cell-time-003"
      {
        #expect(isSame(value, expected), "\(id): \(value) for \(expected)")
      }
    }
    #expect(cases.count == 172)
  }

  private func isSame(_ value: DataValue, _ expected: String) -> Bool {
    switch value {
    case .text(let text):
      text == expected
        || CalendarTime.parse(text) != nil
          && CalendarTime.parse(text) == CalendarTime.parse(expected)
    default: value.double == Double(expected)
    }
  }

  @Test("a schema is accepted or refused as expected")
  func schemas() throws {
    guard let cases = try cases("schemas") else { return }
    for one in cases {
      let diagnostics = DiagnosticCollector()
      _ = resource(try #require(one["descriptor"]), in: diagnostics)
      // A schema on its own may refer to tables of a package that is not there, or to another package.
      let missing = ["schema.unknown-resource", "schema.foreign-key"]
      let found = errors(diagnostics).filter { fault in
        !(missing.contains(fault.id) && one["valid"]?.boolean == true)
      }
      #expect(
        found.isEmpty == (one["valid"]?.boolean == true),
        "\(one["id"]?.string ?? "") \(found)")
    }
    #expect(cases.count == 23)
  }

  @Test("a package with its files is accepted or refused as expected")
  func packages() throws {
    guard let cases = try cases("packages") else { return }
    // Names that no query can use, keys of other tools, and what has to stand in a file of its own
    // here: data in the descriptor, schemas elsewhere, tables in several files.
    let stricter = [
      "package.table-name", "document.unknown-key", "package.inline-data", "package.reference",
      "package.path", "package.format",
    ]
    for one in cases {
      let id = one["id"]?.string ?? ""
      let diagnostics = DiagnosticCollector()
      let package = DataPackage.read(
        try #require(one["descriptor"]), path: id, into: diagnostics)
      let tables = (package?.resources ?? []).compactMap { resource -> LoadedTable? in
        guard let text = one["files"]?[resource.path]?.string else { return nil }
        return TableLoader.load(
          resource, bytes: Array(text.utf8), path: resource.path, into: diagnostics)
      }
      TableKeys.check(tables, into: diagnostics)
      let found = errors(diagnostics)
      if one["valid"]?.boolean == true {
        #expect(found.filter { !stricter.contains($0.id) }.isEmpty, "\(id) \(found)")
      } else {
        #expect(!found.isEmpty, "\(id)")
      }
    }
    #expect(cases.count == 26)
  }

  @Test("the shape of a table is accepted or refused as expected")
  func tables() throws {
    guard let cases = try cases("tables") else { return }
    // The reference implementation guesses delimiter, quotes and comments, and takes the first rows
    // for the header as they are; these files need a dialect here. It lets quotes stand in plain cells,
    // which RFC 4180 does not. `[table].csv` is refused for its name only.
    let differ: Set = [
      "table-[table].csv", "table-country-2.csv", "table-issue-1109.csv", "table-skip-rows.csv",
      "table-issue-1478/table.csv", "table-dialect.csv", "table-issue-833.csv",
    ]
    for one in cases {
      let id = one["id"]?.string ?? ""
      guard let text = one["text"]?.string, !differ.contains(id) else { continue }
      let diagnostics = DiagnosticCollector()
      _ = CSVReader.read(Array(text.utf8), path: id, into: diagnostics)
      #expect(
        errors(diagnostics).isEmpty == (one["valid"]?.boolean == true),
        "\(id) \(diagnostics.sorted)")
    }
    #expect(cases.count == 84)
  }
}
