import Testing

@testable import Charts

@Suite("Placement in rows and columns")
struct GridPlacementTests {
  private func boxes(_ sizes: [(Double, Double)]) -> [Bounds] {
    sizes.map { Bounds(x: 0, y: 0, width: $0.0, height: $0.1) }
  }

  @Test("boxes of one column stand below each other with the padding between")
  func column() {
    let grid = GridPlacement(columns: 1, rowPadding: 2)
    #expect(
      grid.offsets(of: boxes([(30, 11), (20, 11), (40, 10.5)]))
        == [Point(0, 0), Point(0, 13), Point(0, 26)])
  }

  @Test("without columns all boxes stand in one row", arguments: [nil, 0])
  func row(columns: Int?) {
    let grid = GridPlacement(columns: columns, columnPadding: 10)
    #expect(
      grid.offsets(of: boxes([(30.2, 11), (20, 11), (40, 11)]))
        == [Point(0, 0), Point(41, 0), Point(71, 0)])
  }

  @Test("the boxes of a column begin together, and are as wide as the widest")
  func each() {
    let grid = GridPlacement(columns: 2, columnPadding: 5, rowPadding: 1)
    #expect(
      grid.offsets(of: boxes([(10, 10), (10, 20), (30, 10), (10, 10)]))
        == [Point(0, 0), Point(35, 0), Point(0, 21), Point(35, 21)])
  }

  @Test("all columns are as wide as the widest of all")
  func all() {
    var grid = GridPlacement(columns: 3)
    grid.columnAlignment = .all
    #expect(grid.offsets(of: boxes([(10, 1), (30, 1), (5, 1)])).map(\.x) == [0, 30, 60])
  }

  @Test("parts above and left of the origin take room")
  func negative() {
    var grid = GridPlacement(columns: 1, rowPadding: 4)
    let box = Bounds(x1: -3, y1: -7.5, x2: 10, y2: 10)
    #expect(grid.offsets(of: [box, box]) == [Point(0, 0), Point(0, 22)])
    grid.columns = 2
    #expect(grid.offsets(of: [box, box]) == [Point(0, 0), Point(13, 0)])
  }

  @Test("boxes stand in the middle of their row if asked")
  func centered() {
    var grid = GridPlacement(columns: 2)
    grid.centersInRow = true
    #expect(grid.offsets(of: boxes([(5, 20), (5, 10)])) == [Point(0, 0), Point(5, 5)])
  }

  @Test("no boxes have no places")
  func none() {
    #expect(GridPlacement().offsets(of: []).isEmpty)
    #expect(GridPlacement(columns: 2).offsets(of: [.empty]) == [.zero])
  }
}
