import Tables

/// The ticks of x axes on pages: few, none without its label, and of years the first and the last.
struct PageTicks {
  /// Where on the axis a value lies, and how long the axis is.
  let scale: ContinuousScale
  /// The most intervals between ticks of years.
  let most: Int
  /// The labels' font.
  let font: Font
  /// What labels are measured with.
  let metrics: TextMetrics

  /// What is free between two labels, in pixels.
  private static let gap = 10.0
  private static let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500]

  private var length: Double { abs((scale.range.last ?? 0) - (scale.range.first ?? 0)) }

  /// The years that are labelled, as moments: the first and the last, and between them the multiples of
  /// the least step whose labels have room. nil where the domain does not begin and end with a year.
  func years() -> [Double]? {
    let ends = [scale.domain.first, scale.domain.last].compactMap { $0.flatMap(Self.year) }
    guard ends.count == 2, ends[0] < ends[1] else { return nil }
    let (first, last) = (ends[0], ends[1])
    let perYear = length / Double(last - first)
    let width = metrics.width(String(last), font: font)
    let step = Self.steps.first {
      Double($0) * perYear >= width + Self.gap && (last - first) / $0 <= most
    }
    guard let step else { return [first, last].map(Self.moment) }
    // The labels at the ends stand inside of the axis.
    let distance = 1.5 * width + Self.gap
    let inner = stride(from: first - first % step, through: last, by: step).filter {
      Double($0 - first) * perYear >= distance && Double(last - $0) * perYear >= distance
    }
    return ([first] + inner + [last]).map(Self.moment)
  }

  /// The most ticks, `count` or fewer, of which no two labels touch; at least two, zero among them where
  /// it lies on the axis.
  func numbers(count: Double, label: (Double) -> (Double) -> String) -> [Double] {
    let count = max(2, count)
    for count in stride(from: count, through: 2, by: -1) {
      let values = scale.ticks(count)
      if values.count > 1, fits(values, label(count)) { return values }
    }
    let values = scale.ticks(count)
    guard values.count > 2 else { return values }
    let step = values[1] - values[0]
    for factor in [2.0, 4, 8] {
      let kept = values.filter { ($0 / step).rounded().remainder(dividingBy: factor) == 0 }
      if kept.count > 1, fits(kept, label(count)) { return kept }
    }
    return [values[0], values[values.count - 1]]
  }

  private func fits(_ values: [Double], _ text: (Double) -> String) -> Bool {
    fits(values.map { (scale.position($0), metrics.width(text($0), font: font)) })
  }

  private func fits(_ labels: [(place: Double, width: Double)]) -> Bool {
    let low = min(scale.range.first ?? 0, scale.range.last ?? 0)
    var reached = -Double.infinity
    for (place, width) in labels.sorted(by: { $0.place < $1.place }) {
      let start =
        place - low <= 1 ? place : low + length - place <= 1 ? place - width : place - width / 2
      if start < reached { return false }
      reached = start + width + Self.gap
    }
    return true
  }

  private static func moment(_ year: Int) -> Double { CivilTime(year: year).milliseconds }

  /// The year that begins at a moment.
  private static func year(_ moment: Double) -> Int? {
    guard let year = CivilTime(moment)?.year else { return nil }
    return self.moment(year) == moment ? year : nil
  }
}
