import Charts
import Diagnostics
import Documents
import Testing

@Suite("TopoJSON")
struct TopoJSONTests {
  /// Two squares that share the side at x = 1: arc 0 is the shared side, upwards.
  private let text = """
    {"type": "Topology", "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
     "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]]],
     "objects": {"land": {"type": "GeometryCollection", "geometries": [
       {"type": "Polygon", "id": 7, "properties": {"name": "west"}, "arcs": [[0, 1]]},
       {"type": "Polygon", "arcs": [[-1, 2]]}]}}}
    """

  private func table(_ change: (inout DataFormat) -> Void) -> (ChartTable?, [Diagnostic]) {
    var format = DataFormat(.topojson)
    change(&format)
    let diagnostics = DiagnosticCollector()
    let table = ChartTable(text: text, format: format, path: "a.json", into: diagnostics)
    return (table, diagnostics.sorted)
  }

  @Test("features have the places that their arcs add up to, forwards and backwards")
  func features() throws {
    let (found, _) = table { $0.feature = "land" }
    let table = try #require(found)
    #expect(table.count == 2)
    #expect(table.value(0, "id") == 7)
    #expect(table.value(0, "properties.name") == "west")
    #expect(
      table.value(0, "geometry.coordinates[0]")
        == [[11, 20], [11, 21], [10, 21], [10, 20], [11, 20]])
    #expect(
      table.value(1, "geometry.coordinates[0]")
        == [[11, 21], [11, 20], [12, 20], [12, 21], [11, 21]])
  }

  @Test(
    "a mesh has each border once",
    arguments: [(DataFormat.MeshFilter.all, 3), (.interior, 1), (.exterior, 2)])
  func mesh(_ filter: DataFormat.MeshFilter, _ count: Int) throws {
    let (found, _) = table {
      $0.mesh = "land"
      $0.meshFilter = filter
    }
    let table = try #require(found)
    #expect(table.value(0, "coordinates").list?.count == count)
  }

  @Test("a missing object is reported with the near miss")
  func missing() {
    let (found, diagnostics) = table { $0.feature = "lend" }
    #expect(found == nil)
    #expect(diagnostics.first?.remedy == "did you mean `land`?")
  }
}
