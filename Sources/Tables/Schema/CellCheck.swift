/// Checks the values of one field against its constraints.
struct CellCheck {
  private let field: FieldSchema
  private let constraints: FieldConstraints
  private let allowed: Set<DataValue>?
  /// Whether there is anything to check.
  let isNeeded: Bool

  init(_ field: FieldSchema) {
    self.field = field
    constraints = field.constraints
    allowed = constraints.allowed.map(Set.init)
    let bounds = [
      constraints.minimum, constraints.maximum, constraints.exclusiveMinimum,
      constraints.exclusiveMaximum,
    ]
    isNeeded =
      constraints.required || allowed != nil || constraints.compiledPattern != nil
      || constraints.minLength != nil || constraints.maxLength != nil
      || bounds.contains { $0 != nil }
  }

  /// The first constraint that a value breaks; `cell` is its text.
  func fault(_ value: DataValue, cell: String) -> CellFault? {
    if value.isNull {
      return constraints.required
        ? CellFault("required", "the cell must have a value", expected: "a \(field.type.rawValue)")
        : nil
    }
    return lengthFault(cell) ?? boundFault(value) ?? choiceFault(value, cell)
  }

  private func choiceFault(_ value: DataValue, _ cell: String) -> CellFault? {
    if let allowed, !allowed.contains(value) {
      let words = (constraints.allowed ?? []).prefix(20).map(CSVWriter.cell)
      return CellFault(
        "enum", "the cell is none of the values allowed", expected: words.joined(separator: ", "))
    }
    if let pattern = constraints.compiledPattern, !pattern.matches(cell) {
      return CellFault(
        "pattern", "the cell does not match the pattern", expected: constraints.pattern)
    }
    return nil
  }

  private func lengthFault(_ cell: String) -> CellFault? {
    guard constraints.minLength != nil || constraints.maxLength != nil else { return nil }
    let length =
      field.type == .string
      ? cell.unicodeScalars.count : JSONCell.count(cell, of: field)
    if let least = constraints.minLength, length < least {
      return CellFault(
        "minLength", "the cell is shorter than allowed", expected: "at least \(least)")
    }
    if let most = constraints.maxLength, length > most {
      return CellFault("maxLength", "the cell is longer than allowed", expected: "at most \(most)")
    }
    return nil
  }

  private func boundFault(_ value: DataValue) -> CellFault? {
    func fault(_ rule: String, _ bound: DataValue, _ words: String) -> CellFault {
      CellFault(rule, "the value is out of bounds", expected: "\(words) \(CSVWriter.cell(bound))")
    }
    if let bound = constraints.minimum, isLess(value, bound) {
      return fault("minimum", bound, "at least")
    }
    if let bound = constraints.maximum, isLess(bound, value) {
      return fault("maximum", bound, "at most")
    }
    if let bound = constraints.exclusiveMinimum, !isLess(bound, value) {
      return fault("exclusiveMinimum", bound, "more than")
    }
    if let bound = constraints.exclusiveMaximum, !isLess(value, bound) {
      return fault("exclusiveMaximum", bound, "less than")
    }
    return nil
  }

  /// Numbers by size, durations by length, ISO texts by their order as texts.
  private func isLess(_ a: DataValue, _ b: DataValue) -> Bool {
    if let a = a.double, let b = b.double { return a < b }
    guard let a = a.text, let b = b.text else { return false }
    if field.type == .duration, let a = DurationText.seconds(a), let b = DurationText.seconds(b) {
      return a < b
    }
    return a < b
  }
}
