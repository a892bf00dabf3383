public import Diagnostics
public import Documents

/// Meridians and parallels as GeoJSON (d3-geo: `geoGraticule`).
public struct Graticule: Hashable, Sendable {
  /// The bounds of the lines that are drawn to the poles: west, south, east, north, in degrees.
  public var extentMajor: [Double] = [-180, -90 + 1e-6, 180, 90 - 1e-6]
  /// The bounds of the others.
  public var extentMinor: [Double] = [-180, -80 - 1e-6, 180, 80 + 1e-6]
  /// The distances of the major lines.
  public var stepMajor: [Double] = [90, 360]
  /// The distances of the others.
  public var stepMinor: [Double] = [10, 10]
  /// The distance of the points along the lines.
  public var precision = 2.5

  /// The usual one: every ten degrees.
  public init() {}

  /// Reads `true` or a mapping with the settings.
  public init(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    if node.boolean != nil || node.isNull { return }
    guard var reader = MappingReader(node, path: path, what: "`graticule`", into: diagnostics)
    else { return }
    func box(_ key: String) -> [Double]? {
      let rows = reader.node(key)?.list?.compactMap { $0.list?.compactMap(\.number) } ?? []
      let numbers = rows.flatMap(\.self)
      return numbers.count == 4 ? numbers : nil
    }
    func pair(_ key: String) -> [Double]? {
      let numbers = reader.node(key)?.list?.compactMap(\.number)
      return numbers?.count == 2 ? numbers : nil
    }
    if let extent = box("extent") { (extentMajor, extentMinor) = (extent, extent) }
    extentMajor = box("extentMajor") ?? extentMajor
    extentMinor = box("extentMinor") ?? extentMinor
    if let step = pair("step") { (stepMajor, stepMinor) = (step, step) }
    stepMajor = pair("stepMajor") ?? stepMajor
    stepMinor = pair("stepMinor") ?? stepMinor
    precision = reader.number("precision") ?? precision
    reader.finish()
  }

  /// The lines as one `MultiLineString`.
  public var geometry: ChartValue {
    let (west, south, east, north) = (
      extentMajor[0], extentMajor[1], extentMajor[2], extentMajor[3]
    )
    let (w, s, e, n) = (extentMinor[0], extentMinor[1], extentMinor[2], extentMinor[3])
    let latitudes = steps(s, n - Geo.epsilon, 90) + [n]
    let longitudes = steps(w, e - Geo.epsilon, precision) + [e]
    let allLatitudes = steps(south, north - Geo.epsilon, 90) + [north]
    let allLongitudes = steps(west, east - Geo.epsilon, precision) + [east]
    var lines = multiples(west, east, stepMajor[0]).map { x in allLatitudes.map { (x, $0) } }
    lines += multiples(south, north, stepMajor[1]).map { y in allLongitudes.map { ($0, y) } }
    lines += multiples(w, e, stepMinor[0])
      .filter { !isMultiple($0, stepMajor[0]) }.map { x in latitudes.map { (x, $0) } }
    lines += multiples(s, n, stepMinor[1])
      .filter { !isMultiple($0, stepMajor[1]) }.map { y in longitudes.map { ($0, y) } }
    let coordinates = lines.map { line in
      ChartValue.list(line.map { [.number($0.0), .number($0.1)] })
    }
    return .record(["type": "MultiLineString", "coordinates": .list(coordinates)])
  }

  /// The multiples of a step from `low` up to and without `high`.
  private func multiples(_ low: Double, _ high: Double, _ step: Double) -> [Double] {
    steps((low / step).rounded(.up) * step, high, step)
  }

  private func isMultiple(_ value: Double, _ step: Double) -> Bool {
    value.remainder(dividingBy: step).magnitude <= Geo.epsilon
  }

  private func steps(_ low: Double, _ high: Double, _ step: Double) -> [Double] {
    let count = ((high - low) / step).rounded(.up)
    guard count > 0, count <= 10_000 else { return [] }
    return (0..<Int(count)).map { low + Double($0) * step }
  }
}
