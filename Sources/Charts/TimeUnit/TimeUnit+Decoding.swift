public import Diagnostics
public import Documents

extension TimeUnit {
  /// What a specification says of a time unit: a name, or a mapping with `unit`, `step`, `maxbins`, `utc`,
  /// `binned`. Where only `maxbins` is given the unit follows from the data.
  public struct Parameters: Hashable, Sendable {
    /// The unit; nil where `maxBins` decides.
    public var unit: TimeUnit?
    /// About how many intervals the data is cut into.
    public var maxBins: Double?
    /// Whether the unit is one of UTC.
    public var isUTC = false

    /// The unit for data of an extent in milliseconds.
    public func resolved(_ extent: (Double, Double)?) -> TimeUnit {
      if let unit { return unit }
      return TimeUnit.fitting(extent ?? (0, 0), maxBins: maxBins ?? 40, isUTC: isUTC)
    }

    /// The parameters of one unit.
    public init(_ unit: TimeUnit) {
      self.unit = unit
      isUTC = unit.isUTC
    }

    /// Reads a node; anything but a time unit is an error.
    public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
      if let name = node.string {
        guard let unit = TimeUnit(name: name) else {
          Self.report(name, at: SourceLocation(path, node.range), diagnostics)
          return nil
        }
        self.unit = unit
        isUTC = unit.isUTC
        return
      }
      guard
        var reader = MappingReader(node, path: path, what: "a time unit", into: diagnostics)
      else { return nil }
      let name = reader.string("unit")
      let step = reader.number("step") ?? 1
      maxBins = reader.number("maxbins")
      let utc = reader.boolean("utc") ?? false
      let binned = reader.boolean("binned") ?? false
      reader.finish()
      if let name {
        guard let parsed = TimeUnit(name: name) else {
          Self.report(name, at: reader.location("unit"), diagnostics)
          return nil
        }
        unit = TimeUnit(
          parsed.parts, step: Int(max(1, min(step.rounded(.down), 1e9))),
          isUTC: parsed.isUTC || utc, isBinned: parsed.isBinned || binned)
      }
      isUTC = unit?.isUTC ?? utc
    }

    private static func report(
      _ name: String, at location: SourceLocation, _ diagnostics: DiagnosticCollector
    ) {
      let near = NearMiss.suggestion(for: name, among: TimeUnit.names)
      diagnostics.add(
        Diagnostic(
          .error, "chart.time-unit", at: location, "no time unit has the name `\(name)`",
          found: name,
          remedy: near.map { "did you mean `\($0)`?" } ?? "such as yearmonth, month, hours"))
    }
  }
}
