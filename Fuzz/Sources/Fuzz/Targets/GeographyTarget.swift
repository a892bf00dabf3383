import Diagnostics
import Documents

/// Shapes in TopoJSON or GeoJSON, by a projection that the first two bytes choose.
enum GeographyTarget {
  private static let projections = [
    "equalEarth", "mercator", "albersUsa", "albers", "orthographic", "azimuthalEqualArea",
    "azimuthalEquidistant", "conicConformal", "conicEqualArea", "conicEquidistant",
    "equirectangular", "gnomonic", "identity", "naturalEarth1", "stereographic",
    "transverseMercator",
  ]
  private static let settings: [DocumentNode] = [
    .mapping([:]), .mapping(["rotate": [100, -40, 20]]), .mapping(["clipAngle": 30]),
    .mapping(["scale": 100, "center": [10, 50]]), .mapping(["clipExtent": [[0, 0], [50, 80]]]),
    .mapping(["precision": 0, "reflectX": true]), .mapping(["parallels": [20, 60]]),
    .mapping(["translate": [0, 0], "pointRadius": 9]),
  ]
  private static let formats: [DocumentNode] = [
    .mapping(["type": "topojson", "feature": "a"]), .mapping(["type": "topojson", "mesh": "a"]),
    .mapping(["type": "topojson", "mesh": "a", "filter": "interior"]),
    .mapping(["type": "json", "property": "features"]), .mapping(["type": "json"]),
  ]

  static func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let name = projections[source.below(projections.count)]
    let choice = source.below(settings.count * formats.count)
    let text = source.rest()
    guard let values = JSONReader.read(text, path: "geo", into: DiagnosticCollector()) else {
      return
    }
    let projection = settings[choice % settings.count]
      .merged(with: .mapping(["type": DocumentNode(.string(name))]))
    let spec: DocumentNode = .mapping([
      "data": .mapping(["values": values, "format": formats[choice / settings.count]]),
      "projection": projection, "mark": "geoshape", "width": 200, "height": 100,
    ])
    SpecificationTarget.draw(spec, on: nil)
  }
}
