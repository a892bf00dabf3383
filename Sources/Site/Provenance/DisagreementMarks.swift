import Queries
import Tables

/// Finds the disagreements behind a figure: those of the rows it shows where the query passes on the
/// columns that tell quantities apart, else those of the tables it reads.
struct DisagreementMarks {
  /// What is known of a figure.
  struct Marks {
    /// The entries of the rows shown.
    var entries: [DisagreementIndex.Entry] = []
    /// Tables of which some values behind the figure are disputed, with the number of entries.
    var tables: [(name: String, count: Int)] = []

    /// Whether there is nothing to say.
    var isEmpty: Bool { entries.isEmpty && tables.isEmpty }
  }

  let index: DisagreementIndex

  /// The marks of a figure.
  func marks(of figure: Figure) -> Marks {
    var marks = Marks()
    for table in index.tables {
      guard let columns = figure.reads[table] else { continue }
      let read = Set(columns.map { $0.lowercased() })
      let entries = index.entries(of: table).filter {
        $0.disagreement.isCompared && read.contains($0.disagreement.column.lowercased())
      }
      guard !entries.isEmpty else { continue }
      let views = figure.data.map { DisputedRows(data: $0, entries: entries) }
      let found = Set(views.flatMap { $0?.ids ?? [] })
      marks.entries += entries.filter { found.contains($0.id) }
      // A table behind computed values is named as a whole.
      if views.allSatisfy({ $0 == nil }) { marks.tables.append((table, entries.count)) }
    }
    return marks
  }
}

/// The disputed quantities among the rows of one table handed to a figure.
private struct DisputedRows {
  /// The ids of their entries.
  var ids: Set<String> = []

  /// Nil where the rows do not tell which quantities they are.
  init?(data: FigureData, entries: [DisagreementIndex.Entry]) {
    guard let first = entries.first?.disagreement else { return nil }
    func place(_ column: String) -> Int? {
      data.origins.firstIndex {
        $0?.table == first.table && $0?.column.lowercased() == column.lowercased()
      }
    }
    let keys = first.key.indices.compactMap { part in
      place(first.key[part].column).map { (part: part, column: $0) }
    }
    let value = place(first.column)
    guard keys.count == first.key.count || (!keys.isEmpty && value != nil) else { return nil }
    let entries = Dictionary(grouping: entries) { entry in
      keys.map { Self.comparable(entry.disagreement.key[$0.part].value) }
    }
    for row in data.table.rows {
      for entry in entries[keys.map { Self.comparable(row[$0.column]) }] ?? [] {
        let numbers = entry.disagreement.values.map(\.number)
        // A row that lacks a part of the key is told by its value.
        if let value, keys.count < first.key.count,
          row[value].double.map(numbers.contains) != true
        {
          continue
        }
        ids.insert(entry.id)
      }
    }
  }

  /// A value such that the same numbers of different types are equal.
  private static func comparable(_ value: DataValue) -> DataValue {
    if case .number(let number) = value, let whole = Int(exactly: number) { return .integer(whole) }
    return value
  }
}
