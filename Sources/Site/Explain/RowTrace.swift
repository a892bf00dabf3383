/// The rows of one table behind a value.
package struct RowTrace: Sendable, Hashable {
  /// How a value is tied to rows.
  package enum Tie: Int, Sendable, Comparable {
    /// It is passed on from them.
    case passed
    /// It is computed from them, all of them.
    case computed
    /// It is computed from some of them.
    case bound
    /// It is computed from rows that the result does not tell; these have something in common with it.
    case among

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The table.
  package var table: String
  /// The rows, from 0, in the order of the file.
  package var rows: [Int]
  /// How the value is tied to them.
  package var tie: Tie

  /// Whether these are the very rows.
  package var isExact: Bool { tie <= .computed }
}

extension RowTrace {
  /// Traces of several values as those of one: each table once, where it stands first.
  static func united(_ traces: some Sequence<RowTrace>) -> [RowTrace] {
    var found: [String: (rows: Set<Int>, tie: Tie)] = [:]
    var order: [String] = []
    for trace in traces {
      guard let known = found[trace.table] else {
        order.append(trace.table)
        found[trace.table] = (Set(trace.rows), trace.tie)
        continue
      }
      // Of many that rest on the same rows, the set is made once.
      let all =
        known.rows.count >= trace.rows.count && known.rows.isSuperset(of: trace.rows)
        ? known.rows : known.rows.union(trace.rows)
      found[trace.table] = (all, max(known.tie, trace.tie))
    }
    return order.compactMap { name in
      found[name].map { RowTrace(table: name, rows: $0.rows.sorted(), tie: $0.tie) }
    }
  }
}
