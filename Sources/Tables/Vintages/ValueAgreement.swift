/// Whether two sources say the same of one quantity.
///
/// Sources print as many digits as they trust: 240,000 beside 243,000 is the same figure, rounded, and no
/// disagreement; 380,000 beside 390,000 is one.
package enum ValueAgreement {
  /// Whether two values agree: they differ by no more than `tolerance` of the larger, or one is the
  /// other rounded to its own significant digits, of which trailing zeros are none.
  ///
  /// - Parameter tolerance: a fraction of the larger magnitude, such as 0.005.
  package static func agree(_ a: Double, _ b: Double, tolerance: Double) -> Bool {
    let larger = max(a.magnitude, b.magnitude)
    if (a - b).magnitude <= tolerance * larger { return true }
    return isRounded(a, of: b) || isRounded(b, of: a)
  }

  /// Whether `rounded` is `value` with fewer significant digits, halves rounded away from zero.
  static func isRounded(_ rounded: Double, of value: Double) -> Bool {
    // Nothing but zero rounds to zero at some number of significant digits.
    guard rounded != 0, value != 0, (rounded < 0) == (value < 0) else { return rounded == value }
    let wanted = DecimalDigits.shortest(rounded.magnitude)
    let digits = DecimalDigits.shortest(value.magnitude).rounded(to: wanted.digits.count)
    return digits.exponent == wanted.exponent && digits.digits == wanted.digits
  }
}
