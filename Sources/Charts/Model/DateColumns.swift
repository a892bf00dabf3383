import Documents

/// The columns that a view takes for moments: their texts and numbers are read as dates before its
/// transforms run, as Vega-Lite's implicit parsing does.
enum DateColumns {
  /// The columns of a view and of the views in it.
  ///
  /// `types` are those that the data's columns declare, for channels without a type.
  static func of(_ view: ViewSpec, types: [String: Measurement] = [:]) -> Set<String> {
    var result = Set<String>()
    func add(_ spec: ChannelSpec) {
      guard let field = spec.field else { return }
      let type = spec.type ?? types[field]
      let isTime = type == .temporal && spec.aggregate == nil
      if isTime || (spec.timeUnit != nil) { result.insert(field) }
    }
    for spec in view.encoding.channels {
      add(spec)
      if let main = view.encoding[spec.channel.main], main.type == .temporal, let field = spec.field
      {
        result.insert(field)
      }
      spec.conditions.forEach { add($0.definition) }
    }
    for transform in view.transforms where transform["timeUnit"] != nil {
      if let field = transform["field"]?.string { result.insert(field) }
    }
    switch view.content {
    case .unit: break
    case .layer(let views), .concat(let views, _):
      for child in views where child.data == nil { result.formUnion(of(child, types: types)) }
    case .facet(let facet, let child):
      for spec in [facet.row, facet.column, facet.wrapped].compactMap({ $0 }) { add(spec) }
      if child.data == nil { result.formUnion(of(child, types: types)) }
    }
    return result
  }

  /// The table with those columns as moments; numbers of `years` are years, others milliseconds.
  static func read(_ columns: Set<String>, in table: ChartTable, years: Set<String>) -> ChartTable {
    var table = table
    for name in columns.sorted() {
      guard let place = table.index(of: FieldPath(name).steps[0]), table.index(of: name) == place
      else { continue }
      let isYear = years.contains(name)
      var dates = DateTextReader()
      table.setColumn(
        name,
        table.columns[place].map { value in
          switch value {
          case .text(let text): return .time(dates.moment(text))
          case .number(let number):
            let year = number.clamped(to: -300_000...300_000)
            return .time(isYear ? CivilTime(year: Int(year)).milliseconds : number)
          default: return value
          }
        })
    }
    return table
  }

  /// Reads the dates of one column. The same text often stands in many rows, one for each series: what is
  /// not ISO 8601, and so is read slowly, is read once.
  private struct DateTextReader {
    private var moments: [String: Double] = [:]

    /// The moment that a text means; NaN where it is no date.
    mutating func moment(_ text: String) -> Double {
      if let moment = ISODateReader.read(text), !moment.isNaN { return moment }
      if let known = moments[text] { return known }
      let moment = DateText.parse(text) ?? .nan
      moments[text] = moment
      return moment
    }
  }
}
