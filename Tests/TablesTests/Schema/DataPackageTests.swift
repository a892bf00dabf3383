import Diagnostics
import Tables
import Testing

@Suite("Data packages")
struct DataPackageTests {
  @Test("everything that Ytterby adds is read")
  func additions() throws {
    let (package, faults) = Descriptors.package(
      """
      {"title": "Rare earths", "update_every": "1 year", "dc:creator": "x",
       "units": {"kt": {"name": "thousand tonnes", "of": "1000 t"}, "t": "tonnes"},
       "measures": {"share": {"title": "Share", "unit": "1", "format": ".1%", "precision": 3,
         "direction": "up", "note": "n", "source": "mcs-2026"}},
       "licenses": [{"name": "CC-BY-4.0"}], "contributors": [{"title": "A", "roles": ["author"]}],
       "sources": [{"title": "S"}],
       "resources": [{"name": "output", "path": "data/output.csv", "period": "year",
         "status": "estimated",
         "vintages": {"same": ["year"], "by": "source", "values": ["tonnes"], "prefer": ["b", "a"],
           "tolerance": 0.005},
         "schema": {"fields": [
           {"name": "year", "type": "year"}, {"name": "source"}, {"name": "estimated", "type": "boolean"},
           {"name": "tonnes", "type": "integer", "unit": {"column": "unit"}, "format": ",d",
             "status": {"column": "estimated", "true": "estimated"}, "missing": "not-applicable"},
           {"name": "unit"},
           {"name": "date", "calendar": true, "entries": "c/{year}.md", "missing": "blank",
             "short": {"United States of America": "USA"}}]}}]}
      """)
    #expect(faults.sorted.isEmpty)
    let read = try #require(package)
    #expect(read.units.unit("kt")?.base == DataUnit.Base(symbol: "t", factor: 1000))
    #expect(read.measures["share"]?.format == ".1%")
    #expect(read.updateEvery == UpdateInterval("1 year"))
    let resource = try #require(read.resource("output"))
    #expect(resource.period == "year")
    #expect(resource.status == .constant(.estimated))
    #expect(resource.vintages?.prefer == ["b", "a"])
    let field = try #require(resource.schema?.field("tonnes"))
    #expect(field.unit == .column("unit"))
    #expect(field.display == ",d")
    #expect(field.status == .column("estimated", ["true": .estimated]))
    #expect(field.missing == .notApplicable)
    #expect(resource.schema?.field("date")?.short["United States of America"] == "USA")
  }

  @Test(
    "faults of a field are named",
    arguments: [
      ("\"type\": \"strng\"", "document.choice"), ("\"formt\": \"x\"", "document.unknown-key"),
      ("\"type\": \"number\", \"format\": \",.q\"", "schema.format"),
      ("\"type\": \"date\", \"format\": \"dd.mm.yyyy\"", "schema.format"),
      ("\"type\": \"number\", \"unit\": \"%\", \"format\": \".1%\"", "schema.percent-format"),
      ("\"constraints\": {\"pattern\": \"[a\"}", "schema.pattern"),
      ("\"constraints\": {\"minimum\": 3}", "schema.constraint"),
      ("\"type\": \"integer\", \"constraints\": {\"enum\": [\"x\"]}", "schema.constraint"),
      ("\"type\": \"integer\", \"constraints\": {\"minLength\": 3}", "schema.constraint"),
      ("\"status\": \"guessed\"", "schema.status"),
      ("\"status\": {\"column\": \"nope\"}", "schema.unknown-field"),
      ("\"unit\": {\"column\": \"nope\"}", "schema.unknown-field"),
      ("\"missing\": \"none\"", "document.choice"),
      ("\"type\": \"date\", \"calendar\": true", "schema.calendar"),
      ("\"type\": \"number\", \"groupChar\": \".\"", "schema.number-characters"),
      ("\"type\": \"number\", \"decimalChar\": \"..\"", "package.character"),
    ])
  func fieldFaults(field: String, id: String) {
    let (_, faults) = Descriptors.table("{\"name\": \"a\", \(field)}")
    #expect(faults.sorted.map(\.id) == [id])
  }

  @Test(
    "names of tables follow the rules of names",
    arguments: [
      ("us-imports", "call it `us_imports`"), ("Output", "call it `output`"),
      ("select", "call it `select_table`"), ("2024", nil), ("sqlite_x", "call it `sqlite_x_table`"),
      ("page", "call it `page_table`"), (String(repeating: "a", count: 64), nil),
    ] as [(String, String?)])
  func names(name: String, remedy: String?) {
    let (_, faults) = Descriptors.package(
      "{\"resources\": [{\"name\": \"\(name)\", \"path\": \"t.csv\"}]}")
    #expect(faults.sorted.map(\.id) == ["package.table-name"])
    if let remedy, !name.hasPrefix("sqlite") { #expect(faults.sorted.first?.remedy == remedy) }
  }

  @Test(
    "files stay below the package",
    arguments: [
      "/etc/passwd", "../t.csv", "a/../t.csv", "https://example.org/t.csv", "~/t.csv", "a\\\\b.csv",
      "C:/t.csv", "", "a//t.csv", "./t.csv",
    ])
  func paths(path: String) {
    let (package, faults) = Descriptors.package(
      "{\"resources\": [{\"name\": \"t\", \"path\": \"\(path)\"}]}")
    #expect(package?.resources.isEmpty == true)
    #expect(faults.sorted.map(\.id) == ["package.path"])
  }

  @Test(
    "faults of a package are named",
    arguments: [
      ("{\"titel\": \"x\", \"resources\": []}", "document.unknown-key"),
      ("{}", "document.missing-key"),
      ("[]", "document.type"), ("{\"created\": \"soon\", \"resources\": []}", "package.created"),
      ("{\"resources\": [], \"units\": {\"kt\": {\"of\": \"many t\"}}}", "package.unit"),
      (
        "{\"resources\": [], \"units\": {\"a\": {\"of\": \"2 b\"}, \"b\": {\"of\": \"2 a\"}}}",
        "package.unit"
      ),
      ("{\"resources\": [{\"name\": \"t\", \"data\": []}]}", "package.inline-data"),
      (
        "{\"resources\": [{\"name\": \"t\", \"path\": \"t.csv\", \"encoding\": \"latin1\"}]}",
        "package.encoding"
      ),
      (
        "{\"resources\": [{\"name\": \"t\", \"path\": \"t.csv\", \"schema\": \"s.json\"}]}",
        "package.reference"
      ),
      (
        "{\"resources\": [{\"name\": \"t\", \"path\": \"t.csv\"}, {\"name\": \"t\", \"path\": \"u.csv\"}]}",
        "package.duplicate-name"
      ),
      (
        "{\"resources\": [{\"name\": \"t\", \"path\": \"t.csv\", \"dialect\": {\"escapeChar\": \"x\"}}]}",
        "package.dialect"
      ),
      ("{\"resources\": [], \"measures\": {\"x\": {\"format\": \".2m\"}}}", "schema.format"),
      (
        "{\"resources\": [], \"measures\": {\"x\": {\"unit\": \"%\", \"format\": \".0%\"}}}",
        "schema.percent-format"
      ),
    ])
  func packageFaults(json: String, id: String) {
    #expect(Descriptors.package(json).faults.sorted.first?.id == id)
  }

  @Test("a misspelt key comes with the one that is meant, at its place")
  func nearMiss() {
    let (_, faults) = Descriptors.package("{\"resources\": [],\n \"licences\": []}")
    #expect(faults.sorted.first?.remedy == "did you mean `licenses`?")
    #expect(places(faults) == ["2:2 document.unknown-key"])
  }

  @Test(
    "keys name fields and resources that there are",
    arguments: [
      ("\"primaryKey\": [\"nme\"]", "schema.unknown-field"),
      ("\"uniqueKeys\": [[\"x\"]]", "schema.unknown-field"),
      (
        "\"foreignKeys\": [{\"fields\": \"a\", \"reference\": {\"resource\": \"u\", \"fields\": \"id\"}}]",
        "schema.unknown-resource"
      ),
      (
        "\"foreignKeys\": [{\"fields\": \"a\", \"reference\": {\"resource\": \"\", \"fields\": \"b\"}}]",
        "schema.unknown-field"
      ),
      (
        "\"foreignKeys\": [{\"fields\": \"a\", \"reference\": {\"resource\": \"t\", \"fields\": [\"a\", \"b\"]}}]",
        "schema.foreign-key"
      ),
    ])
  func keys(key: String, id: String) {
    #expect(Descriptors.table("{\"name\": \"a\"}", ", \(key)").faults.sorted.map(\.id) == [id])
  }

  @Test(
    "a measure's format is one of numbers or of times",
    arguments: [".0%", "%-d %B %Y", "%Y", "+,d"])
  func measureFormats(format: String) {
    let (_, faults) = Descriptors.package(
      "{\"resources\": [], \"measures\": {\"x\": {\"format\": \"\(format)\"}}}")
    #expect(faults.sorted.isEmpty)
  }

  @Test("maps and other files are resources without a table")
  func otherFiles() throws {
    let (package, faults) = Descriptors.package(
      "{\"resources\": [{\"name\": \"world-map\", \"path\": \"world.topojson\"}]}")
    #expect(faults.sorted.isEmpty)
    #expect(package?.resources.first?.isTable == false)
  }
}
