/// Boxes on a frame, sorted into square cells, so that a new box is compared with its neighbours only.
struct BoxIndex: Sendable {
  private let frame: Bounds
  private let columns: Int
  private let rows: Int
  private var cells: [[Bounds]]

  private static let side = 32.0
  private static let mostCells = 512

  /// An empty index of a frame.
  init(frame: Bounds) {
    self.frame = frame
    columns = Self.count(frame.width)
    rows = Self.count(frame.height)
    cells = Array(repeating: [], count: columns * rows)
  }

  /// Adds a box; what lies outside of the frame counts for the cells at its edge.
  mutating func insert(_ box: Bounds) {
    for cell in places(of: box) { cells[cell].append(box) }
  }

  /// Whether a box lies over one that has been added.
  func holds(_ box: Bounds) -> Bool {
    places(of: box).contains { cells[$0].contains { $0.intersects(box) } }
  }

  private func places(of box: Bounds) -> [Int] {
    guard !box.isEmpty else { return [] }
    let (left, right) = (column(box.x1), column(box.x2))
    let (top, bottom) = (row(box.y1), row(box.y2))
    return (top...bottom).flatMap { row in (left...right).map { row * columns + $0 } }
  }

  private func column(_ x: Double) -> Int {
    Self.cell((x - frame.x1) / max(1, frame.width), of: columns)
  }

  private func row(_ y: Double) -> Int {
    Self.cell((y - frame.y1) / max(1, frame.height), of: rows)
  }

  private static func count(_ length: Double) -> Int {
    Int(max(1, min(Double(mostCells), (length / side).rounded(.up))))
  }

  /// The cell at a part of the way, from 0 to 1; beyond, the first or the last.
  private static func cell(_ part: Double, of count: Int) -> Int {
    part.isNaN ? 0 : Int(max(0, min(Double(count - 1), (part * Double(count)).rounded(.down))))
  }
}
