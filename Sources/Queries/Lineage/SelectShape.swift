/// The parts of a SELECT by which values are followed to rows: what is computed from what.
///
/// All ranges are places of tokens.
struct SelectShape {
  /// The branches of UNION and the like, one where there are none.
  var cores: [Core]

  /// One SELECT.
  struct Core {
    /// The columns that it gives; empty for VALUES.
    var elements: [Element] = []
    /// What it selects from.
    var items: [Item] = []
    /// Whether a row of the result is made from several rows.
    var isGrouped = false
    /// Whether it is VALUES, which rests on no rows.
    var isValues = false
    /// The place behind the last of its columns.
    var listEnd = 0
  }

  /// A column of a result, or all columns of something.
  struct Element {
    /// Its name; nil where it has none of its own.
    var name: String?
    /// The expression without the name.
    var expression: Range<Int>
    /// Whether it is `*` or `table.*`.
    var star: Star?
  }

  /// All columns: of everything, or of one table.
  enum Star {
    case all
    case of(String)
  }

  /// Something after FROM or JOIN.
  struct Item {
    var kind: Kind
    /// The name by which expressions call it.
    var alias: String?

    indirect enum Kind {
      /// A table, view, query or subquery of WITH.
      case named(String)
      case nested(SelectShape)
    }
  }

  /// The place of a column of a result; nil where it is not among those with names.
  func place(of column: String) -> Int? {
    cores.first?.elements.firstIndex { $0.name == column.lowercased() }
  }
}

/// What an expression of a SELECT rests on.
struct ExpressionParts {
  /// Columns by the name of their table, where it is given, and their own.
  var columns: [(qualifier: String?, name: String)] = []
  /// Subqueries whose one value is used.
  var subqueries: [Range<Int>] = []
  /// The windows over which it is computed.
  var windows: [Window] = []
  /// The CASE expressions.
  var choices: [Choice] = []
  var hasAggregate = false
  /// Whether it takes one of several values, by `coalesce` and `ifnull`.
  var takesFirst = false
  /// Whether it leaves out rows of its own, by FILTER and `iif`.
  var leavesOut = false

  /// A CASE expression.
  struct Choice {
    var operand: Range<Int>?
    var branches: [(condition: Range<Int>, value: Range<Int>)] = []
    var otherwise: Range<Int>?
  }

  /// A window of rows.
  struct Window {
    /// The SQL of its PARTITION BY; empty where it has none.
    var partition: String
    /// Whether its rows have an order, so that a value may rest on a part of them.
    var isOrdered: Bool
  }
}
