import Diagnostics
import Tables
import Testing

@Suite("Keys")
struct TableKeysTests {
  private let fields = "{\"name\": \"a\"}, {\"name\": \"b\", \"type\": \"integer\"}"

  @Test("doubled primary keys are reported with the first place")
  func doubled() throws {
    let (_, faults) = Descriptors.load(
      "a,b\nx,1\ny,1\nx,1\n", fields, ", \"primaryKey\": [\"a\", \"b\"]")
    #expect(places(faults) == ["4:1 table.primary-key"])
    #expect(faults.sorted.first?.found == "`x, 1`")
    #expect(faults.sorted.first?.notes.first?.location?.range.start.line == 2)
  }

  @Test("a primary key needs values, a unique key does not")
  func empty() {
    let text = "a,b\n,1\n,1\n"
    #expect(
      places(Descriptors.load(text, fields, ", \"primaryKey\": \"a\"").faults)
        == ["2:1 table.primary-key", "3:1 table.primary-key"])
    #expect(
      places(Descriptors.load(text, fields, ", \"uniqueKeys\": [[\"a\", \"b\"]]").faults).isEmpty)
    #expect(
      places(Descriptors.load(text, fields, ", \"uniqueKeys\": [[\"b\"]]").faults)
        == ["3:2 table.unique"])
  }

  @Test("the unique constraint is a key of one field")
  func constraint() {
    let (_, faults) = Descriptors.load(
      "a\nx\nx\n", "{\"name\": \"a\", \"constraints\": {\"unique\": true}}")
    #expect(places(faults) == ["3:1 table.unique"])
  }

  @Test("a reference to the same table is checked")
  func ownReference() {
    let (_, faults) = Descriptors.load(
      "a,b\nx,\ny,\nz,\n", "{\"name\": \"a\"}, {\"name\": \"b\"}",
      ", \"foreignKeys\": [{\"fields\": \"b\", \"reference\": {\"resource\": \"\", \"fields\": \"a\"}}]"
    )
    #expect(faults.sorted.isEmpty)
  }

  /// A table of outputs and the register of sources.
  private func check(_ rows: String) throws -> DiagnosticCollector {
    let (package, faults) = Descriptors.package(
      """
      {"resources": [
        {"name": "output", "path": "output.csv", "schema": {"fields": [
          {"name": "tonnes", "type": "number"}, {"name": "source"}]}},
        {"name": "sources", "path": "sources.csv", "schema": {"fields": [{"name": "id"}],
          "primaryKey": "id"}}]}
      """)
    let texts = ["output": "tonnes,source\n" + rows, "sources": "id\nmcs-2025\nmcs-2026\n"]
    let tables = try #require(package).resources.compactMap { resource in
      TableLoader.load(
        resource, bytes: Array((texts[resource.name] ?? "").utf8), path: resource.path, into: faults
      )
    }
    TableKeys.check(tables, into: faults)
    return faults
  }

  @Test("the column source refers to the register of sources")
  func register() throws {
    #expect(try check("1,mcs-2025\n2,\n").sorted.isEmpty)
    let faults = try check("1,mcs-2052\n2,mcs-2052\n3,other\n").sorted
    #expect(faults.map(\.id) == ["table.foreign-key", "table.foreign-key"])
    #expect(faults.first?.remedy == "did you mean `mcs-2025`?")
    #expect(faults.first?.notes.first?.message == "and 1 more rows with the same value")
  }

  @Test("a whole number refers to the same number of another type")
  func types() throws {
    let (package, faults) = Descriptors.package(
      """
      {"resources": [
        {"name": "a", "path": "a.csv", "schema": {"fields": [{"name": "n", "type": "integer"}],
          "foreignKeys": [{"fields": ["n"], "reference": {"resource": "b", "fields": ["n"]}}]}},
        {"name": "b", "path": "b.csv", "schema": {"fields": [{"name": "n", "type": "number"}]}}]}
      """)
    let tables = try #require(package).resources.compactMap { resource in
      TableLoader.load(resource, bytes: Array("n\n2\n".utf8), path: resource.path, into: faults)
    }
    TableKeys.check(tables, into: faults)
    #expect(faults.sorted.isEmpty)
  }
}
