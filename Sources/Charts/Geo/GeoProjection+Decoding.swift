public import Diagnostics
public import Documents

extension GeoProjection {
  /// Reads a specification's `projection`: `type` and its settings. `resolve` gives the value of a node,
  /// so that parameters can stand for it; the projection is Equal Earth where no type is given.
  public init?(
    _ node: DocumentNode?, path: String, resolve: (DocumentNode) -> ChartValue = { ChartValue($0) },
    into diagnostics: DiagnosticCollector
  ) {
    guard let node, !node.isNull else {
      self.init(.equalEarth)
      return
    }
    guard var reader = MappingReader(node, path: path, what: "a projection", into: diagnostics)
    else { return nil }
    let type = reader.node("type")
    guard let kind = Self.kind(type, path: path, resolve, diagnostics) else { return nil }
    self.init(kind)
    func value(_ key: String) -> ChartValue? {
      reader.node(key).flatMap { $0.isNull ? nil : resolve($0) }
    }
    func numbers(_ key: String) -> [Double]? {
      value(key)?.list.map { $0.map(\.toNumber).filter(\.isFinite) }
    }
    if let scale = value("scale")?.toNumber, scale.isFinite {
      self.scale = scale
      isFitted = false
    }
    if let pair = numbers("translate"), pair.count == 2 {
      translate = (pair[0], pair[1])
      isFitted = false
      isCentered = false
    }
    if let pair = numbers("center"), pair.count == 2 { center = pair }
    if let angles = numbers("rotate"), angles.count > 1 { rotate = angles }
    if let pair = numbers("parallels"), pair.count == 2 { parallels = pair }
    if let angle = value("clipAngle")?.toNumber { clipAngle = angle > 0 ? min(angle, 180) : nil }
    let corners = value("clipExtent")?.list?.compactMap(\.list).flatMap { $0.map(\.toNumber) } ?? []
    if corners.count == 4, corners.allSatisfy(\.isFinite) { clipExtent = corners }
    if let precision = value("precision")?.toNumber, precision >= 0 { self.precision = precision }
    if let radius = value("pointRadius")?.toNumber, radius >= 0 { pointRadius = radius }
    reflectX = value("reflectX")?.toBoolean ?? false
    reflectY = value("reflectY")?.toBoolean ?? false
    for key in Self.ignored where reader.node(key) != nil {
      diagnostics.add(
        Diagnostic(
          .warning, "chart.unsupported", at: reader.location(key),
          "`\(key)` of a projection is not supported"))
    }
    reader.finish()
  }

  /// Settings of the language that are not drawn.
  private static let ignored = [
    "coefficient", "distance", "fraction", "lobes", "parallel", "radius", "ratio", "spacing",
    "tilt",
    "fit", "size", "extent",
  ]

  private static func kind(
    _ node: DocumentNode?, path: String, _ resolve: (DocumentNode) -> ChartValue,
    _ diagnostics: DiagnosticCollector
  ) -> Kind? {
    guard let node, !node.isNull else { return .equalEarth }
    let name = resolve(node).toText
    if let kind = Kind(rawValue: name) { return kind }
    let names = Kind.allCases.map(\.rawValue)
    let near = NearMiss.suggestion(for: name, among: names)
    diagnostics.add(
      Diagnostic(
        .error, "chart.projection", at: SourceLocation(path, node.range),
        "no projection has the name `\(name)`", found: name,
        expected: "one of \(names.joined(separator: ", "))",
        remedy: near.map { "did you mean `\($0)`?" }))
    return nil
  }

  /// The projection for a plot of a size: fitted to shapes where neither scale nor translation is given,
  /// else with its centre in the middle of the plot unless it is translated.
  public func placed(_ values: [ChartValue], width: Double, height: Double) -> GeoProjection {
    if isFitted { return fitted(values, width: width, height: height) }
    guard isCentered else { return self }
    var result = self
    result.translate = (width / 2, height / 2)
    return result
  }
}

extension ChartTable {
  /// The one row of a map's outline.
  public static let sphere = ChartTable(fields: ["type"], rows: [["Sphere"]])

  /// The one row of a net of meridians and parallels.
  public init(graticule: Graticule) {
    let entries = (graticule.geometry.record ?? [:]).sorted { $0.key < $1.key }
    self.init(fields: entries.map(\.key), rows: [entries.map(\.value)])
  }
}
