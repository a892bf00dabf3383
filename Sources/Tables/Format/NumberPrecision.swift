/// Suggests precisions for values that are a step apart, as d3-format does.
public enum NumberPrecision {
  /// The power of ten of a number's first digit; nil for zero and for what is not finite.
  public static func exponent(_ value: Double) -> Int? {
    guard value.isFinite, value != 0 else { return nil }
    return DecimalDigits.shortest(value.magnitude).exponent
  }

  /// Digits after the point for fixed notation (`f`, `%`); nil where the step has no exponent.
  public static func fixed(step: Double) -> Int? {
    exponent(step).map { max(0, -$0) }
  }

  /// Digits after the point with the SI prefix that suits `value`.
  public static func prefix(step: Double, value: Double) -> Int? {
    guard let step = exponent(step), let value = exponent(value) else { return nil }
    return max(0, SIPrefix.power(forExponent: value) - step)
  }

  /// Significant digits for rounded notation (`e`, `r`, `g`, `p`) of values up to `max`.
  public static func round(step: Double, max largest: Double) -> Int? {
    guard let top = exponent(largest.magnitude - step.magnitude), let step = exponent(step) else {
      return nil
    }
    return Swift.max(0, top - step) + 1
  }
}
