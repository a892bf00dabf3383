/// What a page may not exceed, checked before it is parsed.
///
/// The system's library takes more than linear time for some inputs; below these bounds all of them
/// stay well under a second.
package struct MarkdownLimits: Sendable {
  /// Bytes of a page.
  package var pageBytes = 2_000_000
  /// Bytes of a line.
  package var lineBytes = 256_000
  /// Quotes and lists inside one another.
  package var blockDepth = 100
  /// Columns of a table.
  package var tableColumns = 200
  /// Columns times rows of a page's tables together.
  package var tableCells = 100_000
  /// `[` in a paragraph, heading or table row.
  package var brackets = 2_000
  /// `<?`, `<!` in a paragraph, heading or table row.
  package var markupOpenings = 1_000
  /// `[^` on a page.
  package var footnoteReferences = 10_000

  /// The defaults.
  package init() {}
}
