/// Numbers about numbers (d3-array and vega-statistics).
enum Statistics {
  /// The quantile of sorted numbers by linear interpolation (R's type 7, d3's `quantileSorted`).
  static func quantile(sorted values: [Double], _ p: Double) -> Double {
    guard let first = values.first, let last = values.last, !p.isNaN else { return .nan }
    if p <= 0 || values.count < 2 { return first }
    if p >= 1 { return last }
    let place = Double(values.count - 1) * p
    let index = Int(place.rounded(.down))
    let value = values[index]
    return value + (values[index + 1] - value) * (place - Double(index))
  }
}
