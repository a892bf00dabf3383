/// Which way of a measure is good.
public enum ValueDirection: String, Hashable, Sendable, CaseIterable {
  /// More is better.
  case up
  /// Less is better.
  case down
}

/// What the measure of a column says of its values.
public struct MeasureNote: Hashable, Sendable {
  /// The number of significant digits.
  public var precision: Int?
  /// Which way is good.
  public var direction: ValueDirection?
  /// What readers should know.
  public var note: String?
  /// The sources of the definition, by id.
  public var sources: [String]

  /// What a measure says; nil where it says nothing beside name, unit and format.
  public init?(_ measure: Measure) {
    precision = measure.precision
    direction = measure.direction
    note = measure.note
    sources = measure.source.map(SourceIDs.split) ?? []
    if precision == nil, direction == nil, note == nil, sources.isEmpty { return nil }
  }
}
