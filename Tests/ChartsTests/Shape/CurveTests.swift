import Testing

@testable import Charts

/// The expected paths are those of d3-shape 3, rounded to three decimals.
@Suite("Curves")
struct CurveTests {
  private static let points = [
    Point(0, 0), Point(30, 60), Point(50, 20), Point(90, 40), Point(120, 10),
  ]

  private func path(_ name: String, _ count: Int, tension: Double? = nil) throws -> String {
    let curve = try #require(Curve(name: name, tension: tension))
    return SVGPathData.text(LineShape.path(Array(Self.points.prefix(count)), curve: curve))
  }

  @Test(
    "a curve through one point is a dot or nothing",
    arguments: [
      ("basis", "M0,0Z"),
      ("basis-open", ""),
      ("basis-closed", "M0,0Z"),
      ("bundle", ""),
      ("cardinal", "M0,0Z"),
      ("cardinal-open", ""),
      ("cardinal-closed", "M0,0Z"),
      ("catmull-rom", "M0,0Z"),
      ("catmull-rom-open", ""),
      ("catmull-rom-closed", "M0,0Z"),
      ("linear", "M0,0Z"),
      ("linear-closed", "M0,0Z"),
      ("monotone", "M0,0Z"),
      ("natural", "M0,0Z"),
      ("step", "M0,0Z"),
      ("step-before", "M0,0Z"),
      ("step-after", "M0,0Z"),
    ])
  func onePoint(name: String, expected: String) throws {
    #expect(try path(name, 1) == expected)
  }

  @Test(
    "a curve through two points",
    arguments: [
      ("basis", "M0,0L30,60"),
      ("basis-open", ""),
      ("basis-closed", "M20,40L10,20Z"),
      ("bundle", "M0,0L30,60"),
      ("cardinal", "M0,0L30,60"),
      ("cardinal-open", ""),
      ("cardinal-closed", "M30,60L0,0Z"),
      ("catmull-rom", "M0,0L30,60"),
      ("catmull-rom-open", ""),
      ("catmull-rom-closed", "M30,60L0,0Z"),
      ("linear", "M0,0L30,60"),
      ("linear-closed", "M0,0L30,60Z"),
      ("monotone", "M0,0L30,60"),
      ("natural", "M0,0L30,60"),
      ("step", "M0,0L15,0L15,60L30,60"),
      ("step-before", "M0,0L0,60L30,60"),
      ("step-after", "M0,0L30,0L30,60"),
    ])
  func twoPoints(name: String, expected: String) throws {
    #expect(try path(name, 2) == expected)
  }

  @Test(
    "a curve through three points",
    arguments: [
      (
        "basis",
        "M0,0L5,10C10,20,20,40,28.333,43.333C36.667,46.667,43.333,33.333,46.667,26.667L50,20"
      ),
      ("basis-open", "M28.333,43.333Z"),
      (
        "basis-closed",
        "M28.333,43.333C36.667,46.667,43.333,33.333,38.333,23.333C33.333,13.333,16.667,6.667,13.333,13.333C10,20,20,40,28.333,43.333"
      ),
      (
        "bundle",
        "M0,0L4.875,8.75C9.75,17.5,19.5,35,27.833,38.333C36.167,41.667,43.083,30.833,46.542,25.417L50,20"
      ),
      ("cardinal", "M0,0C0,0,21.667,56.667,30,60C38.333,63.333,50,20,50,20"),
      ("cardinal-open", "M30,60Z"),
      (
        "cardinal-closed",
        "M30,60C38.333,63.333,55,30,50,20C45,10,3.333,-6.667,0,0C-3.333,6.667,21.667,56.667,30,60"
      ),
      ("catmull-rom", "M0,0C0,0,21.01,60,30,60C37.34,60,50,20,50,20"),
      ("catmull-rom-open", "M30,60Z"),
      (
        "catmull-rom-closed",
        "M30,60C37.34,60,53.754,29.873,50,20C45.881,9.166,4.556,-4.952,0,0C-5.085,5.527,21.01,60,30,60"
      ),
      ("linear", "M0,0L30,60L50,20"),
      ("linear-closed", "M0,0L30,60L50,20Z"),
      ("monotone", "M0,0C10,30,20,60,30,60C36.667,60,43.333,40,50,20"),
      ("natural", "M0,0C10.833,28.333,21.667,56.667,30,60C38.333,63.333,44.167,41.667,50,20"),
      ("step", "M0,0L15,0L15,60L40,60L40,20L50,20"),
      ("step-before", "M0,0L0,60L30,60L30,20L50,20"),
      ("step-after", "M0,0L30,0L30,60L50,60L50,20"),
    ])
  func threePoints(name: String, expected: String) throws {
    #expect(try path(name, 3) == expected)
  }

  @Test(
    "a curve through five points",
    arguments: [
      (
        "basis",
        "M0,0L5,10C10,20,20,40,28.333,43.333C36.667,46.667,43.333,33.333,53.333,30C63.333,26.667,76.667,33.333,88.333,31.667C100,30,110,20,115,15L120,10"
      ),
      (
        "basis-open",
        "M28.333,43.333C36.667,46.667,43.333,33.333,53.333,30C63.333,26.667,76.667,33.333,88.333,31.667"
      ),
      (
        "basis-closed",
        "M28.333,43.333C36.667,46.667,43.333,33.333,53.333,30C63.333,26.667,76.667,33.333,88.333,31.667C100,30,110,20,95,13.333C80,6.667,40,3.333,25,11.667C10,20,20,40,28.333,43.333"
      ),
      (
        "bundle",
        "M0,0L5,8.563C10,17.125,20,34.25,28.583,37.208C37.167,40.167,44.333,28.958,54.333,26.25C64.333,23.542,77.167,29.333,88.583,28.042C100,26.75,110,18.375,115,14.188L120,10"
      ),
      (
        "cardinal",
        "M0,0C0,0,21.667,56.667,30,60C38.333,63.333,40,23.333,50,20C60,16.667,78.333,41.667,90,40C101.667,38.333,120,10,120,10"
      ),
      ("cardinal-open", "M30,60C38.333,63.333,40,23.333,50,20C60,16.667,78.333,41.667,90,40"),
      (
        "cardinal-closed",
        "M30,60C38.333,63.333,40,23.333,50,20C60,16.667,78.333,41.667,90,40C101.667,38.333,135,16.667,120,10C105,3.333,15,-8.333,0,0C-15,8.333,21.667,56.667,30,60"
      ),
      (
        "catmull-rom",
        "M0,0C0,0,21.01,60,30,60C37.34,60,40,23.333,50,20C60,16.667,78.22,41.912,90,40C101.474,38.138,120,10,120,10"
      ),
      ("catmull-rom-open", "M30,60C37.34,60,40,23.333,50,20C60,16.667,78.22,41.912,90,40"),
      (
        "catmull-rom-closed",
        "M30,60C37.34,60,40,23.333,50,20C60,16.667,78.22,41.912,90,40C101.474,38.138,122.569,17.012,120,10C115.673,-1.813,9.424,-13.919,0,0C-7.034,10.389,21.01,60,30,60"
      ),
      ("linear", "M0,0L30,60L50,20L90,40L120,10"),
      ("linear-closed", "M0,0L30,60L50,20L90,40L120,10Z"),
      (
        "monotone",
        "M0,0C10,30,20,60,30,60C36.667,60,43.333,20,50,20C63.333,20,76.667,40,90,40C100,40,110,25,120,10"
      ),
      (
        "natural",
        "M0,0C11.429,30.655,22.857,61.31,30,60C37.143,58.69,40,25.417,50,20C60,14.583,77.143,37.024,90,40C102.857,42.976,111.429,26.488,120,10"
      ),
      ("step", "M0,0L15,0L15,60L40,60L40,20L70,20L70,40L105,40L105,10L120,10"),
      ("step-before", "M0,0L0,60L30,60L30,20L50,20L50,40L90,40L90,10L120,10"),
      ("step-after", "M0,0L30,0L30,60L50,60L50,20L90,20L90,40L120,40L120,10"),
    ])
  func fivePoints(name: String, expected: String) throws {
    #expect(try path(name, 5) == expected)
  }

  @Test(
    "tension changes cardinal, Catmull-Rom and bundled curves",
    arguments: [
      (
        "cardinal", 0.5,
        "M0,0C0,0,25.833,58.333,30,60C34.167,61.667,45,21.667,50,20C55,18.333,84.167,40.833,90,40C95.833,39.167,120,10,120,10"
      ),
      (
        "catmull-rom", 0.0,
        "M0,0C0,0,21.667,56.667,30,60C38.333,63.333,40,23.333,50,20C60,16.667,78.333,41.667,90,40C101.667,38.333,120,10,120,10"
      ),
      (
        "catmull-rom", 1.0,
        "M0,0C0,0,20,64,30,60C36.667,57.333,40,23.333,50,20C60,16.667,78.1,42.164,90,40C101.29,37.947,120,10,120,10"
      ),
      (
        "bundle", 0.5,
        "M0,0L5,5.208C10,10.417,20,20.833,29.167,22.917C38.333,25,46.667,18.75,56.667,17.5C66.667,16.25,78.333,20,89.167,19.583C100,19.167,110,14.583,115,12.292L120,10"
      ),
    ])
  func tension(name: String, tension: Double, expected: String) throws {
    #expect(try path(name, 5, tension: tension) == expected)
  }

  @Test(
    "an area runs along its top and back along its base",
    arguments: [
      ("linear", "M0,0L30,60L50,20L90,40L120,10L120,100L90,100L50,100L30,100L0,100Z"),
      (
        "step",
        "M0,0L15,0L15,60L40,60L40,20L70,20L70,40L105,40L105,10L120,10L120,100L105,100L105,100L70,100L70,100L40,100L40,100L15,100L15,100L0,100Z"
      ),
      (
        "step-before",
        "M0,0L0,60L30,60L30,20L50,20L50,40L90,40L90,10L120,10L120,100L90,100L90,100L50,100L50,100L30,100L30,100L0,100L0,100Z"
      ),
      (
        "step-after",
        "M0,0L30,0L30,60L50,60L50,20L90,20L90,40L120,40L120,10L120,100L120,100L90,100L90,100L50,100L50,100L30,100L30,100L0,100Z"
      ),
      (
        "basis",
        "M0,0L5,10C10,20,20,40,28.333,43.333C36.667,46.667,43.333,33.333,53.333,30C63.333,26.667,76.667,33.333,88.333,31.667C100,30,110,20,115,15L120,10L120,100L115,100C110,100,100,100,88.333,100C76.667,100,63.333,100,53.333,100C43.333,100,36.667,100,28.333,100C20,100,10,100,5,100L0,100Z"
      ),
      (
        "cardinal",
        "M0,0C0,0,21.667,56.667,30,60C38.333,63.333,40,23.333,50,20C60,16.667,78.333,41.667,90,40C101.667,38.333,120,10,120,10L120,100C120,100,101.667,100,90,100C78.333,100,60,100,50,100C40,100,38.333,100,30,100C21.667,100,0,100,0,100Z"
      ),
      (
        "monotone",
        "M0,0C10,30,20,60,30,60C36.667,60,43.333,20,50,20C63.333,20,76.667,40,90,40C100,40,110,25,120,10L120,100C110,100,100,100,90,100C76.667,100,63.333,100,50,100C43.333,100,36.667,100,30,100C20,100,10,100,0,100Z"
      ),
      (
        "natural",
        "M0,0C11.429,30.655,22.857,61.31,30,60C37.143,58.69,40,25.417,50,20C60,14.583,77.143,37.024,90,40C102.857,42.976,111.429,26.488,120,10L120,100C111.429,100,102.857,100,90,100C77.143,100,60,100,50,100C40,100,37.143,100,30,100C22.857,100,11.429,100,0,100Z"
      ),
      (
        "catmull-rom",
        "M0,0C0,0,21.01,60,30,60C37.34,60,40,23.333,50,20C60,16.667,78.22,41.912,90,40C101.474,38.138,120,10,120,10L120,100C120,100,100.718,100,90,100C77.624,100,61.046,100,50,100C42.19,100,37.34,100,30,100C21.01,100,0,100,0,100Z"
      ),
    ])
  func areas(name: String, expected: String) throws {
    let curve = try #require(Curve(name: name))
    let spans = Self.points.map { AreaShape.Span(top: $0, base: Point($0.x, 100)) }
    #expect(SVGPathData.text(AreaShape.path(spans, curve: curve)) == expected)
  }

  @Test("every name of the language is a curve, and no other")
  func names() {
    for name in Curve.names { #expect(Curve(name: name) != nil, "\(name)") }
    #expect(Curve(name: "spline") == nil)
  }

  @Test("a monotone curve along y is the one along x with the coordinates swapped")
  func monotoneAlongY() throws {
    let along = LineShape.path(Self.points, curve: .monotoneX)
    let down = LineShape.path(Self.points.map { Point($0.y, $0.x) }, curve: .monotoneY)
    let swapped = down.commands.map { command -> Path.Command in
      switch command {
      case .move(let p): .move(Point(p.y, p.x))
      case .cubic(let a, let b, let p):
        .cubic(Point(a.y, a.x), Point(b.y, b.x), to: Point(p.y, p.x))
      default: command
      }
    }
    #expect(swapped == along.commands)
  }

  @Test("nil and numbers that are none break a line into pieces")
  func gaps() {
    let points: [Point?] = [
      Point(0, 0), Point(1, 1), nil, Point(2, .nan), Point(3, 3), Point(4, 4),
    ]
    #expect(SVGPathData.text(LineShape.path(points)) == "M0,0L1,1M3,3L4,4")
  }

  @Test("a gap breaks an area into closed pieces")
  func areaGaps() {
    let spans: [AreaShape.Span?] = [0, 1, 2, 3].map {
      $0 == 2 ? nil : AreaShape.Span(top: Point($0, 0), base: Point($0, 9))
    }
    #expect(SVGPathData.text(AreaShape.path(spans)) == "M0,0L1,0L1,9L0,9ZM3,0L3,9Z")
  }

  @Test(
    "no curve makes a number that is none of points that lie on each other", arguments: Curve.names)
  func coincident(name: String) throws {
    let curve = try #require(Curve(name: name))
    let points = [Point(5, 5), Point(5, 5), Point(5, 5), Point(7, 5), Point(7, 5)]
    #expect(LineShape.path(points, curve: curve).isFinite)
  }
}
