package import Tables

/// What moved between two editions: figures, values in texts, claims, pages and the data behind them.
///
/// Only what a reader could see counts: a number that rounds to the same text has not moved.
package struct EditionDiff: Sendable {
  /// Why something moved.
  package enum Reason: String, Sendable, CaseIterable {
    /// A table that it reads holds something else, or the data go up to another day.
    case data
    /// The SQL of a query behind it is another.
    case query
    /// The author's words are others.
    case text
  }

  /// Whether something is in both editions.
  package enum Kind: String, Sendable {
    case added, removed, changed
  }

  /// A figure that moved.
  package struct FigureChange: Sendable {
    /// Its id.
    package var id: String
    /// Whether it is in both editions.
    package var kind: Kind
    /// Its title in the newer edition that has it.
    package var title: String
    /// The title before, where it was another.
    package var oldTitle: String?
    /// The output of its page.
    package var page: String
    /// Why, in the order of `Reason`.
    package var reasons: [Reason]
    /// The values that moved.
    package var movements: [Movement]
    /// Rows that only the newer, and only the older edition has, by their keys.
    package var addedRows: [String]
    package var removedRows: [String]

    /// Whether a value that both editions show is another, or the title is: more than rows that came or went.
    package var isRevised: Bool { !movements.isEmpty || oldTitle != nil }
  }

  /// The quantities of one column of a table for which the sources to be used say something else.
  package struct Revisions: Sendable {
    /// The table.
    package var table: String
    /// The column.
    package var column: String
    /// Values that both editions have, other than by rounding alone, the greatest difference first.
    package var movements: [Movement]
    /// How many values differ by rounding alone.
    package var roundedCount: Int
    /// How many quantities only the newer, and only the older edition has.
    package var addedCount: Int
    package var removedCount: Int

    /// Whether there is nothing to tell.
    package var isEmpty: Bool {
      movements.isEmpty && roundedCount == 0 && addedCount == 0 && removedCount == 0
    }
  }

  /// A value in a text that moved.
  package struct ValueChange: Sendable {
    /// The output of its page.
    package var page: String
    /// The value.
    package var movement: Movement
    /// Why.
    package var reasons: [Reason]
  }

  /// A claim that is new, gone, or says something else.
  package struct ClaimChange: Sendable {
    /// The output of its page.
    package var page: String
    /// Its id.
    package var id: String
    /// Whether it is in both editions.
    package var kind: Kind
    /// Words and condition.
    package var old: String?
    package var new: String?
  }

  /// A page that is new, gone, or of another text.
  package struct PageChange: Sendable {
    /// Its output.
    package var output: String
    /// Whether it is in both editions.
    package var kind: Kind
    /// Its title in the newer edition that has it.
    package var title: String
  }

  /// A table that is new, gone, or of other bytes.
  package struct InputChange: Sendable {
    /// Its name.
    package var table: String
    /// Whether it is in both editions.
    package var kind: Kind
  }

  /// The editions.
  package var old: EditionRecord
  package var new: EditionRecord
  /// What moved, each list in the order of bytes of its keys.
  package var inputs: [InputChange]
  package var revisions: [Revisions]
  package var figures: [FigureChange]
  package var values: [ValueChange]
  package var claims: [ClaimChange]
  package var pages: [PageChange]

  /// Whether nothing moved.
  package var isEmpty: Bool {
    inputs.isEmpty && revisions.isEmpty && figures.isEmpty && values.isEmpty && claims.isEmpty
      && pages.isEmpty
  }

  /// Compares two editions.
  ///
  /// - Parameter language: how numbers are written.
  package init(
    from old: EditionRecord, to new: EditionRecord, language: DisplayLanguage = .english
  ) {
    self.old = old
    self.new = new
    let comparison = RecordComparison(old: old, new: new, language: language)
    inputs = comparison.inputs
    revisions = comparison.revisions
    figures = comparison.figures
    values = comparison.values
    claims = comparison.claims
    pages = comparison.pages
  }
}
