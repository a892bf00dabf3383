extension RowRewriter {
  /// A query's text with its SELECT and those of WITH, and what is asked of the latter.
  struct QueryText {
    /// A subquery of WITH.
    struct Definition {
      var name: String
      var shape: SelectShape?
      /// The names that the text gives to its columns.
      var columns: [String] = []
      /// The byte behind the last of them.
      var columnsEnd: Int?

      /// What is asked of the definition's own SELECT: its columns may have other names there.
      func wanted(_ wanted: RowRewriter.Wanted) -> RowRewriter.Wanted {
        guard case .column(let name) = wanted, let place = columns.firstIndex(of: name) else {
          return wanted
        }
        return .place(place)
      }
    }

    let query: ParsedQuery
    let reader: SelectReader
    let main: SelectShape
    let definitions: [Definition]
    /// What is asked of each definition.
    private(set) var demands: [[Wanted]]
    /// What is put into subqueries after FROM.
    var nested: [Insertion] = []
    /// The definition that is being followed, which sees those before it; all, in the query's own SELECT.
    var last: Int
    private var names = 0

    init?(_ query: ParsedQuery) {
      self.query = query
      let outline = query.outline
      let tokens = outline.tokens
      reader = SelectReader(tokens: tokens)
      func places(_ bytes: Range<Int>) -> Range<Int> {
        let start = tokens.firstIndex { $0.range.lowerBound >= bytes.lowerBound } ?? tokens.count
        let end = tokens[start...].firstIndex { $0.range.lowerBound >= bytes.upperBound }
        return start..<(end ?? tokens.count)
      }
      guard let start = outline.branches.first?.lowerBound,
        let main = reader.shape(places(start..<outline.body.upperBound))
      else { return nil }
      self.main = main
      definitions = outline.definitions.map { [reader] definition in
        var found = Definition(
          name: definition.name, shape: reader.shape(places(definition.body)))
        guard definition.columnCount != nil,
          let name = tokens.firstIndex(where: { $0.range == definition.range })
        else { return found }
        let list = tokens[(name + 1)...].prefix { !$0.isSymbol(")") }
        found.columns = list.filter(\.isName).map { $0.text.lowercased() }
        found.columnsEnd = list.last?.range.upperBound
        return found
      }
      demands = Array(repeating: [], count: definitions.count)
      last = definitions.count
    }

    /// The byte behind a token.
    func end(ofToken index: Int) -> Int { reader.tokens[index].range.upperBound }

    /// Tokens as the author wrote them.
    func sql(_ range: Range<Int>) -> String {
      guard let first = range.first, let last = range.last else { return "" }
      return query.text(reader.tokens[first].range.lowerBound..<end(ofToken: last))
    }

    /// The definition of a name.
    func definition(_ name: String) -> Int? { definitions.firstIndex { $0.name == name } }

    func name(ofDefinition index: Int, _ number: Int) -> String {
      RowRewriter.name("with \(definitions[index].name)", number)
    }

    /// The name of a column that is asked of a definition.
    mutating func demand(_ wanted: Wanted, ofDefinition index: Int) -> String {
      let wanted = definitions[index].wanted(wanted)
      let number = demands[index].firstIndex(of: wanted) ?? demands[index].count
      if number == demands[index].count { demands[index].append(wanted) }
      return name(ofDefinition: index, number)
    }

    /// A name for a column of a subquery after FROM.
    mutating func newName() -> String {
      names += 1
      return RowRewriter.name("of a subquery", names)
    }
  }
}
