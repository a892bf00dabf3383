import Foundation
import Testing

@testable import Charts

/// The expected paths are those of d3-shape 3 and of the references, rounded to three decimals.
@Suite("Arcs, symbols, trails and rectangles")
struct ShapeTests {
  @Test(
    "a sector of a circle or a ring",
    arguments: [
      (
        ArcShape(innerRadius: 0, outerRadius: 50, startAngle: 0, endAngle: 1.5),
        "M0,-50A50,50,0,0,1,49.875,-3.537L0,0Z"
      ),
      (
        ArcShape(innerRadius: 20, outerRadius: 50, startAngle: 0.5, endAngle: 4.5),
        "M23.971,-43.879A50,50,0,1,1,-48.877,10.54L-19.551,4.216A20,20,0,1,0,9.589,-17.552Z"
      ),
      (
        ArcShape(innerRadius: 20, outerRadius: 50, startAngle: 0, endAngle: 2 * .pi),
        "M0,-50A50,50,0,1,1,0,50A50,50,0,1,1,0,-50M0,-20A20,20,0,1,0,0,20A20,20,0,1,0,0,-20Z"
      ),
      (
        ArcShape(innerRadius: 20, outerRadius: 50, startAngle: 0, endAngle: 2, padAngle: 0.1),
        "M2.691,-49.928A50,50,0,0,1,46.519,18.33L19.141,5.8A20,20,0,0,0,2.691,-19.818Z"
      ),
      (
        ArcShape(innerRadius: 20, outerRadius: 50, startAngle: 0, endAngle: 2, cornerRadius: 5),
        "M0,-44.721A5,5,0,0,1,5.556,-49.69A50,50,0,0,1,47.495,15.627A5,5,0,0,1,40.665,18.611L22.273,10.193A5,5,0,0,1,19.483,4.518A20,20,0,0,0,4,-19.596A5,5,0,0,1,0,-24.495Z"
      ),
      (
        ArcShape(innerRadius: 0, outerRadius: 50, startAngle: 1, endAngle: 1.3, cornerRadius: 10),
        "M36.193,-23.239A6.5,6.5,0,1,1,41.444,-11.505L0,0Z"
      ),
      (
        ArcShape(innerRadius: 20, outerRadius: 50, startAngle: 1, endAngle: 1.3, cornerRadius: 10),
        "M36.193,-23.239A6.5,6.5,0,1,1,41.444,-11.505L22.403,-6.219A3.514,3.514,0,0,1,19.564,-12.562Z"
      ),
      (
        ArcShape(
          innerRadius: 20, outerRadius: 50, startAngle: 2, endAngle: 1, padAngle: 0.05,
          cornerRadius: 3),
        "M43.114,18.251A3,3,0,0,0,47.194,16.514A50,50,0,0,0,44.391,-23.009A3,3,0,0,0,40.107,-24.153L19.732,-11.07A3,3,0,0,0,18.568,-7.431A20,20,0,0,1,19.431,4.737A3,3,0,0,0,21.097,8.175Z"
      ),
      (
        ArcShape(innerRadius: 0, outerRadius: 50, startAngle: 0, endAngle: 6.3),
        "M0,-50A50,50,0,1,1,0,50A50,50,0,1,1,0,-50Z"
      ),
    ] as [(ArcShape, String)])
  func sectors(arc: ArcShape, expected: String) {
    #expect(SVGPathData.text(arc.path) == expected)
  }

  @Test("the middle of a quarter is half way out at 45 degrees")
  func centroid() {
    let arc = ArcShape(innerRadius: 0, outerRadius: 20, startAngle: 0, endAngle: .pi / 2)
    #expect(abs(arc.centroid.x - 10 * sqrt(0.5)) < 1e-9)
    #expect(abs(arc.centroid.y + 10 * sqrt(0.5)) < 1e-9)
  }

  @Test(
    "an arc of impossible radii and angles draws nothing that is no number",
    arguments: [
      ArcShape(innerRadius: .nan, outerRadius: 5, startAngle: 0, endAngle: 1),
      ArcShape(innerRadius: 0, outerRadius: 0, startAngle: 0, endAngle: 1),
      ArcShape(innerRadius: -3, outerRadius: -5, startAngle: 0, endAngle: 1),
      ArcShape(innerRadius: 0, outerRadius: 5, startAngle: 1, endAngle: 1, padAngle: 9),
      ArcShape(innerRadius: 5, outerRadius: 5, startAngle: 0, endAngle: 1, cornerRadius: 9),
      ArcShape(innerRadius: 0, outerRadius: 5, startAngle: 1, endAngle: 1, cornerRadius: 2),
    ])
  func degenerateArcs(arc: ArcShape) {
    #expect(arc.path.isFinite)
  }

  @Test(
    "the built-in symbols and path data at size 100",
    arguments: [
      ("circle", "M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0"),
      ("square", "M-5,-5L5,-5L5,5L-5,5Z"),
      ("cross", "M-5,-2L-5,2L-2,2L-2,5L2,5L2,2L5,2L5,-2L2,-2L2,-5L-2,-5L-2,-2Z"),
      ("diamond", "M-5,0L0,-5L5,0L0,5Z"),
      ("triangle", "M0,-5.774L-5,2.887L5,2.887Z"),
      ("triangle-up", "M0,-4.33L-5,4.33L5,4.33Z"),
      ("triangle-down", "M0,4.33L-5,-4.33L5,-4.33Z"),
      ("triangle-left", "M-4.33,0L4.33,-5L4.33,5Z"),
      ("triangle-right", "M4.33,0L-4.33,-5L-4.33,5Z"),
      ("arrow", "M-0.714,5L0.714,5L0.714,-0.625L2,-0.625L0,-5L-2,-0.625L-0.714,-0.625Z"),
      ("wedge", "M0,-5.774L-1.25,2.887L1.25,2.887Z"),
      ("stroke", "M-5,0L5,0"),
      ("M-1,-1H1V1H-1Z", "M-5,-5L5,-5L5,5L-5,5Z"),
      ("M0,-1 A1,1 0 0 1 1,0 L0,0z", "M0,-5A5,5,0,0,1,5,0L0,0Z"),
    ])
  func symbols(name: String, expected: String) throws {
    let shape = try #require(SymbolShape(name))
    #expect(SVGPathData.text(shape.path(size: 100)) == expected)
  }

  @Test("all names of symbols are known")
  func symbolNames() {
    for name in SymbolShape.names { #expect(SymbolShape(name) != nil, "\(name)") }
    #expect(SymbolShape("hexagon") == nil)
  }

  @Test("a symbol of negative or no size draws nothing", arguments: [-1, Double.nan, .infinity])
  func noSize(size: Double) {
    #expect(SymbolShape.circle.path(size: size).isEmpty)
  }

  @Test("a trail is as wide at each place as it is told")
  func trail() {
    let places: [TrailShape.Place?] = [
      .init(point: Point(0, 0), size: 3), .init(point: Point(30, 60), size: 5),
      .init(point: Point(50, 20), size: 7),
    ]
    let expected =
      "M1.342,-0.671L32.236,58.882A2.5,2.5,0,1,1,27.764,61.118L-1.342,0.671A1.5,1.5,0,1,1,1.342,-0.671Z"
      + "M27.764,58.882L46.87,18.435A3.5,3.5,0,1,1,53.13,21.565L32.236,61.118A2.5,2.5,0,1,1,27.764,58.882Z"
    #expect(SVGPathData.text(TrailShape.path(places)) == expected)
  }

  @Test("a place that is none breaks a trail")
  func brokenTrail() {
    let places: [TrailShape.Place?] = [
      .init(point: Point(0, 0), size: 3), nil, .init(point: Point(50, 20), size: 7),
    ]
    #expect(TrailShape.path(places).isEmpty)
  }

  @Test("a rectangle's corners are rounded with Bézier curves")
  func roundRectangle() {
    let path = RectangleShape.path(x: 10, y: 20, width: 40, height: 30, corners: .all(4))
    #expect(
      SVGPathData.text(path)
        == "M14,20L46,20C48.208,20,50,21.792,50,24L50,46C50,48.208,48.208,50,46,50L14,50C11.792,50,10,48.208,10,46L10,24C10,21.792,11.792,20,14,20Z"
    )
  }

  @Test("a corner's radius is at most half of the shorter side")
  func cutRadius() {
    let corners = CornerRadii(topLeft: 6, topRight: 30)
    let path = RectangleShape.path(x: 10, y: 20, width: 40, height: 30, corners: corners)
    #expect(SVGPathData.text(path).hasPrefix("M16,20L35,20C43.279,20,50,26.721,50,35L50,"))
  }

  @Test(
    "path data is read in all its forms",
    arguments: [
      ("M0,0L1,1", "M0,0L1,1"), ("m1 1 2 2", "M1,1L3,3"), ("M0 0h5v5H0z", "M0,0L5,0L5,5L0,5Z"),
      ("M0,0C1,1,2,1,3,0S5-1 6,0", "M0,0C1,1,2,1,3,0C4,-1,5,-1,6,0"),
      ("M0,0Q1,1 2,0T4,0", "M0,0Q1,1,2,0Q3,-1,4,0"),
      ("M.5.5l-.5-.5", "M0.5,0.5L0,0"), ("M1e1,2E0L1,1", "M10,2L1,1"),
      ("M0,0a1,1 0 012,0", "M0,0A1,1,0,0,1,2,0"), ("M0,0zm1,1", "M0,0ZM1,1"),
    ])
  func pathData(text: String, expected: String) throws {
    let path = try #require(SVGPathParser.parse(text))
    #expect(SVGPathData.text(path) == expected)
  }

  @Test(
    "what is no path data is refused",
    arguments: [
      "", "circle", "L1,1", "M", "M1", "M1,", "Mx,y", "M0,0X", "M0,0L1,1 z 5", "M1,1 2,",
      "M0,0A1,1,0,2,0,1,1", "M1e999,0", "M--1,0",
    ])
  func noPathData(text: String) {
    #expect(SVGPathParser.parse(text) == nil)
  }
}
