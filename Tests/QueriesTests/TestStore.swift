import Diagnostics
import Tables
import Testing

@testable import Queries

/// Tables for the tests: production of two minerals by country and year, prices, and a register.
enum TestTables {
  static func field(
    _ name: String, _ type: FieldType, unit: String? = nil, format: String? = nil
  ) -> FieldSchema {
    var field = FieldSchema(name, type)
    field.title = "The \(name)"
    field.unit = unit.map { .fixed(DataUnit($0)) }
    field.display = format
    return field
  }

  static func table(
    _ name: String, _ fields: [FieldSchema], _ rows: [[DataValue]],
    change: (inout TableSchema, inout DataResource) -> Void = { _, _ in }
  ) -> StoredTable {
    var schema = TableSchema(fields)
    var resource = DataResource(name: name, path: "data/\(name).csv")
    change(&schema, &resource)
    let columns = fields.map { $0.column(units: UnitCatalog()) }
    return StoredTable(
      DataTable(columns: columns, rows: rows), schema: schema, resource: resource)
  }

  static let production = table(
    "production",
    [
      field("country", .string), field("year", .year),
      field("tonnes", .integer, unit: "t", format: ",d"), field("mines", .integer),
      field("listed", .boolean), field("source", .string),
    ],
    [
      [
        .text("China"), .integer(2023), .integer(255_000), .integer(3), .boolean(true), .text("s1"),
      ],
      [
        .text("China"), .integer(2024), .integer(270_000), .integer(4), .boolean(true), .text("s2"),
      ],
      [
        .text("Australia"), .integer(2023), .integer(16_000), .integer(1), .boolean(false),
        .text("s1"),
      ],
      [
        .text("Australia"), .integer(2024), .integer(13_000), .integer(1), .boolean(false),
        .text("s2; s3"),
      ],
      [.text("Thailand"), .integer(2024), .null, .integer(0), .boolean(false), .text("s3")],
    ]
  ) { schema, resource in
    schema.primaryKey = ["country", "year"]
    schema.foreignKeys = [.init(["source"], to: "sources", ["id"])]
    resource.period = "year"
  }

  static let reserves = table(
    "reserves",
    [
      field("country", .string), field("tonnes", .integer, unit: "t"),
      field("usd", .number, unit: "USD"), field("share", .number, unit: "%"),
    ],
    [
      [.text("China"), .integer(44_000_000), .number(1.5), .number(48)],
      [.text("Brazil"), .integer(21_000_000), .number(2.5), .number(23)],
    ])

  static let sources = table(
    "sources", [field("id", .string), field("published", .string)],
    [
      [.text("s1"), .text("2024-01-31")], [.text("s2"), .text("2025")], [.text("s3"), .null],
    ])

  static let standard = [production, reserves, sources]
}

/// A store with one session, and what it reports.
struct TestStore {
  let store: DataStore
  let session: QuerySession
  let collector = DiagnosticCollector()

  init(
    _ tables: [StoredTable] = TestTables.standard, measures: [String: Measure] = [:],
    units: UnitCatalog = UnitCatalog(), queries: [String: String] = [:], asOf: String? = nil,
    limits: QueryLimits = QueryLimits()
  ) throws {
    let named = queries.map { NamedQuery(name: $0, sql: $1, path: "queries/\($0).sql") }
    store = try DataStore(
      tables: tables, measures: measures, units: units, queries: named, asOf: asOf, limits: limits,
      into: collector)
    session = try store.session()
  }

  /// The result of SQL that stands at line 10, column 5 of `page.md`.
  func run(
    _ sql: String, page: [String: String] = [:], parameters: [String: DataValue] = [:]
  ) -> QueryResult? {
    session.run(
      query(sql), scope: scope(page), parameters: parameters, into: collector)
  }

  func query(_ sql: String) -> NamedQuery {
    NamedQuery(
      name: "tested", sql: sql, path: "page.md", origin: SourcePosition(line: 10, column: 5))
  }

  func scope(_ page: [String: String]) -> QueryScope {
    let queries = page.sorted { $0.key < $1.key }.map {
      NamedQuery(
        name: $0, sql: $1, path: "page.md", origin: SourcePosition(line: 100, column: 1))
    }
    return QueryScope(queries: queries, store: store, into: collector)
  }

  /// The rows of a query that must work.
  func rows(
    _ sql: String, page: [String: String] = [:], parameters: [String: DataValue] = [:],
    at location: Testing.SourceLocation = #_sourceLocation
  ) throws -> [[DataValue]] {
    let result = run(sql, page: page, parameters: parameters)
    return try #require(result, "\(faults)", sourceLocation: location).table.rows
  }

  /// The one value of a query that must work.
  func value(
    _ sql: String, at location: Testing.SourceLocation = #_sourceLocation
  ) throws -> DataValue {
    let rows = try rows(sql, at: location)
    return try #require(rows.first?.first, sourceLocation: location)
  }

  /// What has been reported: `path:line:column id`.
  var faults: [String] {
    collector.sorted.map { fault in
      let place = fault.location.map {
        "\($0.path):\($0.range.start.line):\($0.range.start.column) "
      }
      return "\(place ?? "")\(fault.id)"
    }
  }

  /// All that has been reported, as one text.
  var messages: String {
    collector.sorted.map {
      [$0.summary, $0.found, $0.expected, $0.remedy].compactMap { $0 }.joined(separator: " | ")
    }.joined(separator: "\n")
  }
}
