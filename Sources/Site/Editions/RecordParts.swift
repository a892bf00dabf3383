import Documents
import Tables

/// What several entries of a record say alike, so that it is written once.
struct RecordParts {
  /// What is read, by a hash of it.
  private(set) var bases: [String: EditionRecord.Basis] = [:]
  /// What columns mean, by name; of a name with several meanings the commonest.
  private(set) var columns: [String: DataColumn] = [:]
  private var ids: [EditionRecord.Basis: String] = [:]

  init(_ record: EditionRecord) {
    let all =
      record.figures.values.map(\.basis) + record.claims.map(\.basis) + record.values.map(\.basis)
    for basis in Set(all.map(\.shared)) {
      var writer = JSONWriter()
      writer.object { basis.writeReads(to: &$0) }
      let id = String(SHA256.hex(Array(writer.text.utf8)).prefix(12))
      bases[id] = basis
      ids[basis] = id
    }
    let tables = record.figures.values.flatMap(\.tables) + record.quantities.values
    for (name, columns) in Dictionary(grouping: tables.flatMap(\.table.columns), by: \.name) {
      let meanings = Dictionary(grouping: columns, by: Self.text)
      let first = meanings.max { a, b in
        a.value.count == b.value.count ? inByteOrder(b.key, a.key) : a.value.count < b.value.count
      }
      self.columns[name] = first?.value.first
    }
  }

  /// The id of what a basis reads.
  func id(of basis: EditionRecord.Basis) -> String { ids[basis.shared] ?? "" }

  /// Whether a column means what its name means.
  func has(_ column: DataColumn) -> Bool {
    columns[column.name].map { Self.text($0) == Self.text(column) } ?? false
  }

  private static func text(_ column: DataColumn) -> String {
    var writer = JSONWriter()
    writer.object { column.writeMeaning(to: &$0) }
    return writer.text
  }
}

extension EditionRecord.Basis {
  /// What the basis shares with others.
  func writeReads(to writer: inout JSONWriter) {
    writer.member("reads") { writer in
      writer.object(reads) { columns, writer in writer.value(columns) }
    }
    writer.member("sql", ifPresent: sql.isEmpty ? nil : sql)
  }

  /// The basis as far as others may share it.
  var shared: Self { Self(reads: reads, sql: sql) }
}

extension DataColumn {
  /// Writes what the column means, without its name.
  func writeMeaning(to writer: inout JSONWriter) {
    writer.member("type", type.rawValue)
    writer.member("title", ifPresent: title)
    writer.member("unit", ifPresent: unit?.symbol)
    writer.member("format", ifPresent: format)
    if isCalendar { writer.member("calendar") { $0.value(true) } }
  }
}

extension JSONWriter {
  /// Writes members by name in the order of bytes.
  mutating func object<Value>(
    _ members: [String: Value], _ write: (Value, inout JSONWriter) -> Void
  ) {
    object { writer in
      for (name, value) in members.sorted(by: { inByteOrder($0.key, $1.key) }) {
        writer.member(name) { write(value, &$0) }
      }
    }
  }
}
