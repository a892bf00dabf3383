/// The units of a package and the conversions between them.
public struct UnitCatalog: Sendable {
  /// Why a conversion is refused.
  public enum ConversionError: Error, Hashable, Sendable {
    /// No unit of this symbol is declared.
    case unknown(String)
    /// The units measure different things.
    case incompatible(from: String, to: String)
  }

  /// The units by symbol.
  public let units: [String: DataUnit]

  /// A catalog of units; of two with the same symbol the first holds.
  public init(_ units: [DataUnit] = []) {
    self.units = Dictionary(units.map { ($0.symbol, $0) }) { first, _ in first }
  }

  /// The declared unit of a symbol.
  public func unit(_ symbol: String) -> DataUnit? { units[symbol] }

  /// A unit with the name and base that the catalog has for its symbol, where it has none itself.
  public func resolve(_ unit: DataUnit) -> DataUnit {
    guard let declared = units[unit.symbol] else { return unit }
    return DataUnit(
      unit.symbol, name: unit.name ?? declared.name, base: unit.base ?? declared.base)
  }

  /// A number in another unit. The factor is applied in one step, by division where it is below one,
  /// so that a decimal factor adds no error of its own.
  public func convert(
    _ value: Double, from source: DataUnit, to symbol: String
  ) throws(ConversionError) -> Double {
    if source.symbol == symbol { return value }
    guard let target = units[symbol] else { throw .unknown(symbol) }
    let (from, to) = (root(resolve(source)), root(target))
    guard from.symbol == to.symbol else {
      throw .incompatible(from: source.symbol, to: symbol)
    }
    return from.factor >= to.factor
      ? value * whole(from.factor / to.factor) : value / whole(to.factor / from.factor)
  }

  /// The symbols that a unit can be converted to, in the order of their bytes.
  public func alternatives(to unit: DataUnit) -> [String] {
    let base = root(resolve(unit)).symbol
    return units.values.filter { root($0).symbol == base && $0.symbol != unit.symbol }
      .map(\.symbol).sorted()
  }

  /// A unit by what stands at the end of its chain of bases, and how many of that one of it is: two units with
  /// one such size are one unit under two names.
  package func size(of unit: DataUnit) -> DataUnit.Base { root(resolve(unit)) }

  /// The unit at the end of the chain of bases, and how many of it one of this is. A chain that
  /// comes back to itself ends where it began.
  func root(_ unit: DataUnit) -> DataUnit.Base {
    var result = DataUnit.Base(symbol: unit.symbol, factor: 1)
    var current = unit
    var seen: Set<String> = []
    while let base = current.base, seen.insert(current.symbol).inserted {
      result = DataUnit.Base(symbol: base.symbol, factor: result.factor * base.factor)
      guard let next = units[base.symbol] else { break }
      current = next
    }
    return result
  }

  /// The whole number that a ratio is but for rounding.
  private func whole(_ ratio: Double) -> Double {
    let rounded = ratio.rounded()
    return abs(ratio - rounded) <= rounded * 1e-12 ? rounded : ratio
  }
}
