import Foundation

/// One symbol of a legend with its label.
struct LegendEntry: Hashable, Sendable {
  /// The label.
  var label: String
  /// The symbol's shape.
  var shape = SymbolShape.circle
  /// The symbol's area in square pixels.
  var size = 100.0
  /// The symbol's paint. Where no fill is explained, the references give symbols a transparent stroke,
  /// which takes room.
  var style = MarkStyle(strokeWidth: 1.5)

  /// The side of the square that the entry takes: the symbol with its stroke, or the label's height.
  func extent(fontSize: Double) -> Double {
    let side = (max(0, size).squareRoot() + (style.strokeWidth ?? 1.5)).rounded(.up)
    return max(side, fontSize)
  }

  /// At most `limit` entries (30 by default): the last then says how many are left out.
  static func limited(_ entries: [LegendEntry], to limit: Int = 30) -> [LegendEntry] {
    guard limit > 0, entries.count > limit else { return entries }
    var kept = Array(entries.prefix(limit - 1))
    var rest = entries[limit - 1]
    rest.label = "…\(entries.count - limit + 1) entries"
    kept.append(rest)
    return kept
  }
}

/// A label beside a bar of colours.
struct LegendLabel: Hashable, Sendable {
  /// The way along the bar, from 0 to 1: from left to right, or from the bottom to the top.
  var fraction: Double
  /// The text.
  var text: String
}

/// One step of a bar of colours.
struct LegendBand: Hashable, Sendable {
  /// Where it begins, from 0 to 1.
  var start: Double
  /// Where it ends, from 0 to 1.
  var end: Double
  /// Its paint.
  var paint: Paint?
}
