import Diagnostics
import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: maps.
@Suite("Rules of Vega-Lite 6.4: geography")
struct GeographyRulesTests {
  private func shape(_ geometry: String, _ projection: String) -> ChartProbe {
    ChartProbe(
      #"{"data":{"values":[{"type":"Feature","geometry":\#(geometry)}]},"mark":"geoshape","projection":\#(projection)}"#
    )
  }

  private func polygon(_ ring: [(Double, Double)]) -> String {
    let points = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return #"{"type":"Polygon","coordinates":[[\#(points)]]}"#
  }

  /// Clockwise on the map.
  private let square: [(Double, Double)] = [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]

  @Test(
    "geography: the steps of TopoJSON are added up, and arcs turned round where they are negative")
  func topology() {
    let topology = """
      {"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
       "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]],
       "objects":{"land":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0,1]]},{"type":"Polygon","arcs":[[-1,2]]}]}}}
      """
    let options = ChartOptions(load: { _ in Array(topology.utf8) })
    let probe = ChartProbe(
      #"{"data":{"url":"t.json","format":{"type":"topojson","feature":"land"}},"mark":"geoshape","projection":{"type":"identity","scale":100,"translate":[0,0]}}"#,
      options: options)
    #expect(probe.paths.map(\.path.bounds.x1) == [0, 100])
    #expect(probe.paths.map(\.path.bounds.x2) == [100, 200])
  }

  @Test("geography: rings run clockwise; one that covers more than half of the globe is a warning")
  func winding() {
    let plain = shape(polygon(square), #"{"type":"equirectangular"}"#)
    #expect(plain.diagnostics.isEmpty)
    let turned = shape(polygon(square.reversed()), #"{"type":"equirectangular"}"#)
    #expect(turned.diagnostics.contains { $0.severity == .warning })
  }

  @Test("geography: what crosses the antimeridian is cut in two")
  func antimeridian() {
    let probe = shape(
      polygon([(170, 0), (170, 10), (-170, 10), (-170, 0), (170, 0)]),
      #"{"type":"equirectangular","scale":50,"translate":[150,150]}"#)
    let moves = probe.paths.first?.path.commands.filter {
      if case .move = $0 { true } else { false }
    }
    #expect(moves?.count == 2)
  }

  @Test("geography: long lines are bent by as many points as they need")
  func resampling() {
    func count(_ projection: String) -> Int {
      shape(#"{"type":"LineString","coordinates":[[-80,40],[80,40]]}"#, projection)
        .paths.first?.path.commands.count ?? 0
    }
    // The great circle bends on the map; precision 0 takes the ends alone.
    #expect(count(#"{"type":"equirectangular"}"#) > 10)
    #expect(count(#"{"type":"equirectangular","precision":0}"#) == 2)
  }

  @Test("geography: shapes are fitted to the view")
  func fitted() throws {
    let probe = shape(polygon(square), #"{"type":"identity"}"#)
    let bounds = try #require(probe.paths.first?.path.bounds)
    #expect(bounds.x1 == 0 && bounds.x2 == 300 && bounds.y1 == 0 && bounds.y2 == 300)
  }

  @Test("geography: points outside of albersUsa are left out")
  func outside() {
    let probe = ChartProbe(
      #"{"data":{"values":[{"x":-100,"y":40},{"x":10,"y":50}]},"projection":{"type":"albersUsa"},"mark":"circle","encoding":{"longitude":{"field":"x","type":"quantitative"},"latitude":{"field":"y","type":"quantitative"}}}"#
    )
    #expect(probe.paths.count == 1)
  }
}
