/// The SQL that is compiled for a query: its own text behind those of the queries it uses, each as a
/// common table expression, with the way back from a byte to the author's text.
///
/// Common table expressions rather than views: they may hold parameters, they are private to the
/// statement, and columns keep their origin through them.
struct ComposedSQL {
  /// A part of the text that an author wrote.
  private struct Piece {
    var start: Int
    var source: ParsedQuery
    var range: Range<Int>
  }

  /// The query itself.
  let main: ParsedQuery
  private(set) var text = ""
  private var length = 0
  private var pieces: [Piece] = []

  /// `query` behind `dependencies`, which come in an order in which each uses only earlier ones.
  ///
  /// `body` replaces the bodies of some dependencies by other SQL, by name; `branch` takes one branch
  /// of the query instead of the whole; `masked` puts a branch of NULLs in front of the definition's
  /// body at these places of the query's own text.
  init(
    _ query: ParsedQuery, using dependencies: [ParsedQuery], bodies: [String: String] = [:],
    branch: Range<Int>? = nil, masks: [(offset: Int, columns: Int)] = []
  ) {
    main = query
    let outline = query.outline
    var start = outline.body.lowerBound
    if let definitions = outline.definitionsStart {
      append(query, start..<definitions)
      append(" ")
      start = definitions
    } else if !dependencies.isEmpty {
      append("WITH ")
    }
    for (index, dependency) in dependencies.enumerated() {
      if index > 0 { append(", ") }
      append(dependency, replacement: bodies[dependency.query.name])
    }
    if !dependencies.isEmpty { append(outline.definitionsStart == nil ? "\n" : ",\n") }
    for mask in masks {
      append(query, start..<mask.offset)
      append("SELECT " + Array(repeating: "NULL", count: mask.columns).joined(separator: ", "))
      append(" UNION ALL ")
      start = mask.offset
    }
    guard let branch else {
      append(query, start..<outline.body.upperBound)
      return
    }
    if let first = outline.branches.first, first.lowerBound > start {
      append(query, start..<first.lowerBound)
    }
    append(query, branch)
  }

  private mutating func append(_ dependency: ParsedQuery, replacement: String?) {
    append("\(quotedName(dependency.query.name)) AS (\n")
    if let replacement {
      append(replacement)
    } else {
      append(dependency, dependency.outline.body)
    }
    append("\n)")
  }

  private mutating func append(_ generated: String) {
    text += generated
    length += generated.utf8.count
  }

  private mutating func append(_ source: ParsedQuery, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(start: length, source: source, range: range))
    text += source.text(range)
    length += range.count
  }

  /// The author's query and the byte in it that a byte of `text` comes from; nil for generated text.
  func source(of offset: Int) -> (query: ParsedQuery, offset: Int)? {
    guard let piece = pieces.last(where: { $0.start <= offset }) else { return nil }
    let place = piece.range.lowerBound + offset - piece.start
    return place <= piece.range.upperBound ? (piece.source, place) : nil
  }

  /// The queries whose texts are part of this one, the query itself first.
  var sources: [ParsedQuery] { pieces.reversed().map(\.source) }
}

/// A name in double quotes, for SQL.
func quotedName(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
