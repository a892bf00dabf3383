/// Places boxes in rows and columns, as legends, legend entries and concatenated views stand.
struct GridPlacement: Hashable, Sendable {
  /// How the boxes of a row or a column share their extent.
  enum Alignment: String, Hashable, Sendable, CaseIterable {
    /// Each follows the one before it.
    case none
    /// All boxes of one column (one row) begin together.
    case each
    /// All columns (rows) are as large as the largest.
    case all
  }

  /// How many columns; nil or 0 for one row.
  var columns: Int?
  /// Across.
  var columnAlignment = Alignment.each
  /// Downwards.
  var rowAlignment = Alignment.each
  /// Between columns, in pixels.
  var columnPadding = 0.0
  /// Between rows, in pixels.
  var rowPadding = 0.0
  /// Whether boxes stand in the middle of their column.
  var centersInColumn = false
  /// Whether boxes stand in the middle of their row.
  var centersInRow = false

  /// Where the origin of every box goes so that the first stands at (0, 0).
  ///
  /// Boxes are in the coordinates of their own origin: parts left of it or above it take room before
  /// the origin. Sizes are rounded up to whole pixels.
  func offsets(of boxes: [Bounds]) -> [Point] {
    guard !boxes.isEmpty else { return [] }
    let width = columns.map { $0 > 0 ? $0 : boxes.count } ?? boxes.count
    let boxes = boxes.map { $0.isEmpty ? Bounds(x1: 0, y1: 0, x2: 0, y2: 0) : $0 }
    let x = along(
      boxes.map { Span(start: $0.x1, end: $0.x2) }, group: { $0 % width },
      line: { $0 / width }, columnAlignment, columnPadding, centersInColumn)
    let y = along(
      boxes.map { Span(start: $0.y1, end: $0.y2) }, group: { $0 / width },
      line: { $0 % width }, rowAlignment, rowPadding, centersInRow)
    return zip(x, y).map { Point($0, $1) }
  }

  private struct Span {
    var start: Double
    var end: Double
  }

  /// The places along one direction. `group` is the column (row) of a box, `line` which row (column)
  /// it runs along.
  private func along(
    _ spans: [Span], group: (Int) -> Int, line: (Int) -> Int, _ alignment: Alignment,
    _ padding: Double, _ centers: Bool
  ) -> [Double] {
    let groups = (spans.indices.map(group).max() ?? 0) + 1
    let lines = (spans.indices.map(line).max() ?? 0) + 1
    var extent = [Double](repeating: 0, count: groups)
    var before = [Double](repeating: 0, count: groups)
    var gap = [Double](repeating: 0, count: spans.count)
    for (index, span) in spans.enumerated() {
      let g = group(index)
      extent[g] = max(extent[g], span.end.rounded(.up))
      gap[index] = g == 0 ? 0 : padding + (span.start < 0 ? (-span.start).rounded(.up) : 0)
      before[g] = max(before[g], gap[index])
    }
    let largest = extent.max() ?? 0
    if alignment == .all {
      let most = before.max() ?? 0
      for g in 1..<max(1, groups) { before[g] = most }
    }
    // The place of each box is the sum of the steps before it in its line.
    var reached = [Double](repeating: 0, count: lines)
    var places = [Double](repeating: 0, count: spans.count)
    for index in spans.indices.sorted(by: { (group($0), $0) < (group($1), $1) }) {
      let (g, l) = (group(index), line(index))
      if g > 0 {
        let room = alignment == .all ? largest : extent[g - 1]
        reached[l] += room + (alignment == .none ? gap[index] : before[g])
      }
      places[index] = reached[l]
    }
    guard centers, alignment != .none, lines > 1 else { return places }
    for index in spans.indices {
      // The references take the place itself off too, so that only the first row (column) is moved.
      let room = alignment == .all ? largest : extent[group(index)]
      let free = room - spans[index].end - places[index]
      if free > 0 { places[index] += free / 2 }
    }
    return places
  }
}
