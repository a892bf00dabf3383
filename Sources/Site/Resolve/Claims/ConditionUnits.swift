import Tables

/// Finds values of different units that a condition compares or adds, where its text shows that it does.
///
/// Seen are two references side by side with a sign between them, and the first two arguments of `about` and
/// `within`. What is multiplied or divided has a unit of its own, which nobody can tell: it is let through.
struct ConditionUnits {
  /// One reference of the condition.
  struct Operand {
    /// Its place, in scalars.
    var range: Range<Int>
    /// Its unit; nil where it has none, or is a rank.
    var unit: DataUnit?
  }

  private static let signs: Set<String> = [
    "+", "-", "<", ">", "<=", ">=", "=", "==", "<>", "!=",
  ]

  private let scalars: [Unicode.Scalar]
  private let catalog: UnitCatalog

  init(_ condition: String, _ catalog: UnitCatalog) {
    scalars = Array(condition.unicodeScalars)
    self.catalog = catalog
  }

  /// The first two operands, side by side, that have different units; nil where there are none.
  func clash(of operands: [Operand]) -> (first: Operand, second: Operand)? {
    for (first, second) in zip(operands, operands.dropFirst()) {
      guard let a = first.unit, let b = second.unit, !areOneUnit(a, b) else { continue }
      let between = words(first.range.upperBound..<second.range.lowerBound)
      let isSum =
        Self.signs.contains(between) && !isFactor(before: first.range.lowerBound)
        && !isFactor(after: second.range.upperBound)
      if isSum || between == "," && isComparison(before: first.range.lowerBound) {
        return (first, second)
      }
    }
    return nil
  }

  /// Whether numbers in two units can be held side by side: the units are one under two names, or one is the
  /// other in a time, as the output of a year and a capacity in tonnes a year are.
  private func areOneUnit(_ a: DataUnit, _ b: DataUnit) -> Bool {
    if catalog.size(of: a) == catalog.size(of: b) { return true }
    let (amounts, isRate) = ([a, b].map(amount), [a, b].map { $0.symbol.contains("/") })
    return isRate[0] != isRate[1] && amounts[0] == amounts[1]
  }

  /// What a unit counts, without the time in which it does.
  private func amount(_ unit: DataUnit) -> DataUnit.Base {
    let symbol = unit.symbol.prefix { $0 != "/" }
    return catalog.size(of: symbol == unit.symbol ? unit : DataUnit(String(symbol)))
  }

  private func words(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range].filter { !$0.properties.isWhitespace })
    return String(text)
  }

  private func isFactor(before place: Int) -> Bool {
    scalars[..<place].last { !$0.properties.isWhitespace }.map { "*/%".unicodeScalars.contains($0) }
      ?? false
  }

  private func isFactor(after place: Int) -> Bool {
    scalars[place...].first { !$0.properties.isWhitespace }
      .map { "*/%".unicodeScalars.contains($0) } ?? false
  }

  /// Whether an argument is the first of a function that compares it with the next.
  private func isComparison(before place: Int) -> Bool {
    let text = words(0..<place).lowercased()
    return text.hasSuffix("about(") || text.hasSuffix("within(")
  }
}
