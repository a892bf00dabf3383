import Diagnostics
import Documents
import Testing

@testable import Charts

@Suite("Map projections")
struct GeoProjectionTests {
  private func shape(_ text: String) -> ChartValue {
    JSONReader.read(text, path: "shape", into: DiagnosticCollector()).map { ChartValue($0) }
      ?? .null
  }

  /// The letters and numbers of a path of straight lines.
  private func parts(_ path: Path) -> (letters: String, numbers: [Double]) {
    path.commands.reduce(into: ("", [])) { parts, command in
      switch command {
      case .move(let place): parts = (parts.0 + "M", parts.1 + [place.x, place.y])
      case .line(let place): parts = (parts.0 + "L", parts.1 + [place.x, place.y])
      default: parts.0 += "Z"
      }
    }
  }

  @Test("shapes lie where the reference draws them", arguments: ProjectionCases.paths)
  func reference(_ kind: GeoProjection.Kind, _ name: String, _ expected: String) throws {
    var projection = GeoProjection(kind)
    switch kind {
    case .orthographic: projection.rotate = [20, -30, 10]
    case .azimuthalEqualArea: projection.rotate = [100, 20]
    case .transverseMercator: projection.scale = 100
    case .identity: (projection.scale, projection.reflectY) = (2, true)
    default: break
    }
    let found = parts(projection.path(shape(try #require(ProjectionCases.shapes[name]))))
    #expect(found.letters == expected.filter { "MLZ".contains($0) })
    let numbers = expected.matches(of: /-?[0-9.]+/).compactMap { Double($0.output) }
    #expect(found.numbers.count == numbers.count)
    #expect(zip(found.numbers, numbers).allSatisfy { ($0 - $1).magnitude < 0.002 })
  }

  @Test("a place outside of the three parts of the United States is not seen")
  func outsideOfAlbersUsa() {
    let projection = GeoProjection(.albersUsa)
    #expect(projection.position(longitude: 13.4, latitude: 52.5) == nil)
    let washington = projection.position(longitude: -77.04, latitude: 38.9)
    #expect(washington.map { ($0.x - 759.77).magnitude < 0.01 } ?? false)
    #expect(projection.position(longitude: -149.9, latitude: 61.2) != nil)
    #expect(projection.position(longitude: -157.86, latitude: 21.3) != nil)
  }

  @Test("the far side of the globe is not seen")
  func farSide() {
    let projection = GeoProjection(.orthographic)
    #expect(projection.position(longitude: 120, latitude: 0) == nil)
    #expect(projection.position(longitude: 60, latitude: 0) != nil)
  }

  @Test(
    "a fitted shape fills the rectangle in one direction", arguments: GeoProjection.Kind.allCases)
  func fit(_ kind: GeoProjection.Kind) throws {
    let text = ProjectionCases.shapes[kind == .albersUsa || kind == .albers ? "hole" : "box"] ?? ""
    let value = shape(text)
    let projection = GeoProjection(kind).fitted([value], width: 300, height: 200)
    let (low, high) = try #require(projection.bounds([value]))
    let size = (high.x - low.x, high.y - low.y)
    #expect((size.0 - 300).magnitude < 1.5 || (size.1 - 200).magnitude < 1.5)
    #expect(((low.x + high.x) / 2 - 150).magnitude < 0.5)
    #expect(((low.y + high.y) / 2 - 100).magnitude < 0.5)
  }

  @Test("broken shapes draw nothing and stop nothing")
  func broken() {
    let texts = [
      #"{"type": "Polygon"}"#, #"{"type": "Polygon", "coordinates": [[], [[0]], 7, [["a", "b"]]]}"#,
      #"{"type": "Feature", "geometry": null}"#, #"{"type": "Nonsense", "coordinates": [1, 2]}"#,
      #"{"type": "LineString", "coordinates": [[0, 0]]}"#, "7", "[]",
    ]
    for kind in GeoProjection.Kind.allCases {
      for text in texts {
        let path = GeoProjection(kind).path(shape(text))
        #expect(path.commands.allSatisfy { if case .line = $0 { false } else { true } })
      }
    }
  }

  @Test("a graticule has its meridians and parallels")
  func graticule() throws {
    let lines = try #require(Graticule().geometry.record?["coordinates"]?.list)
    // 4 meridians from pole to pole, 1 parallel over the whole width, then 32 and 16 shorter ones.
    #expect(lines.count == 53)
    #expect(lines.prefix(4).allSatisfy { $0.list?.count == 3 })
    #expect(lines.map { $0.list?.count ?? 0 }.max() == 145)
  }
}

@Suite("Projections read from specifications")
struct ProjectionDecodingTests {
  private func read(_ text: String) -> (GeoProjection?, [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    let node = JSONReader.read(text, path: "a.json", into: diagnostics)
    return (GeoProjection(node, path: "a.json", into: diagnostics), diagnostics.sorted)
  }

  @Test(
    "a map that is enlarged or bent beyond measure has a bounded number of points",
    arguments: [(GeoProjection.Kind.transverseMercator, 1e21, 0.7), (.equalEarth, 150, 1e-12)])
  func points(_ kind: GeoProjection.Kind, _ scale: Double, _ precision: Double) {
    var projection = GeoProjection(kind)
    projection.scale = scale
    projection.precision = precision
    #expect(projection.path(Graticule().geometry).commands.count < 500_000)
  }

  @Test("settings are taken over, and a scale ends the fitting")
  func settings() throws {
    let (found, faults) = read(
      #"{"type": "orthographic", "rotate": [10, 20, 30], "clipAngle": 80, "scale": 200, "reflectX": true}"#
    )
    let projection = try #require(found)
    #expect(faults.isEmpty)
    #expect(projection.rotate == [10, 20, 30])
    #expect(projection.clipAngle == 80)
    #expect(projection.reflectX)
    let placed = projection.placed([], width: 300, height: 100)
    #expect(placed.scale == 200)
    #expect(placed.translate == (150, 50))
  }

  @Test("without a type the projection is Equal Earth")
  func fallback() {
    #expect(read("{}").0?.kind == .equalEarth)
    #expect(GeoProjection(nil, path: "", into: DiagnosticCollector())?.isFitted == true)
  }

  @Test("an unknown projection or setting gets the near miss, an unsupported one a warning")
  func faults() {
    #expect(read(#"{"type": "mercater"}"#).1.first?.remedy == "did you mean `mercator`?")
    #expect(read(#"{"type": "mercator", "rotat": [0, 0]}"#).1.first?.severity == .error)
    #expect(read(#"{"type": "mercator", "tilt": 3}"#).1.map(\.severity) == [.warning])
  }

  @Test("a parameter may stand for the type")
  func parameter() throws {
    let diagnostics = DiagnosticCollector()
    let node = JSONReader.read(#"{"type": {"expr": "p"}}"#, path: "a", into: diagnostics)
    let projection = GeoProjection(
      node, path: "a", resolve: { _ in "mollweide" }, into: diagnostics)
    #expect(projection?.kind == .mollweide)
  }

  @Test("the outline and the net of the globe are tables of one row")
  func generators() {
    #expect(
      GeoProjection(.equalEarth).path(ChartTable.sphere.record(0)).isEmpty
        == false)
    let net = ChartTable(graticule: Graticule())
    #expect(GeoProjection(.orthographic).path(net.record(0)).isEmpty == false)
  }
}
