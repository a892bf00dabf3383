import Charts
import Foundation

/// Draws every specification by both programs in turn, and reports the ratios of their processor times.
///
/// Both processes stay, and each draws each specification once before anything counts. A pair is measured under
/// the same conditions, so that its ratio holds even where the machine's speed drifts.
struct PeerComparison {
  /// How often this program draws for one drawing of the peer: one alone is too short to be measured well.
  private static let repetitions = 10

  private struct Row {
    var name: String
    var own: [Double] = []
    var peer: [Double] = []
    var size = 0
    var peerSize = 0

    var ratio: Double { zip(peer, own).map { $0 / $1 }.median }
  }

  private let specifications: [Specification]
  private let page: ChartOptions.PageWidth?
  private let peer: Peer?
  private let rounds: Int

  init(
    _ specifications: [Specification], page: ChartOptions.PageWidth?, peer: Peer?, rounds: Int
  ) {
    self.specifications = specifications
    self.page = page
    self.peer = peer
    self.rounds = rounds
  }

  /// Measures and prints.
  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "chart-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var rows = specifications.map { Row(name: $0.name) }
    for round in 0...rounds {
      for (index, specification) in specifications.enumerated() {
        let file = folder.appending(path: "\(index).json")
        if round == 0 { try Data(specification.text.utf8).write(to: file) }
        try measure(specification, file, into: &rows[index], counts: round > 0)
      }
    }
    report(rows.filter { $0.size > 0 }, failed: rows.filter { $0.size == 0 }.map(\.name))
  }

  private func measure(
    _ specification: Specification, _ file: URL, into row: inout Row, counts: Bool
  ) throws {
    let own = ProcessorTime.seconds(counts ? Self.repetitions : 1) {
      row.size = specification.draw(on: page)?.svg.utf8.count ?? 0
    }
    let other = try peer?.draw(file)
    row.peerSize = other?.size ?? 0
    guard counts else { return }
    row.own.append(own)
    if let other { row.peer.append(other.seconds) }
  }

  private func report(_ rows: [Row], failed: [String]) {
    print("CPU milliseconds a chart, median of \(rounds) rounds; size in bytes\n")
    for row in rows {
      var line = row.name.padding(toLength: 44, withPad: " ", startingAt: 0)
      line += String(format: "%8.3f %8d", row.own.median * 1000, row.size)
      if peer != nil {
        line += String(
          format: "  peer %9.2f %8d  ratio %7.1f", row.peer.median * 1000, row.peerSize, row.ratio)
      }
      print(line)
    }
    for name in failed { print("\(name): not drawn") }
    let own = rows.map { $0.own.median * 1000 }.sorted()
    guard let least = own.first, let most = own.last else { return }
    print(
      String(
        format: "\n%d specifications: median %.3f ms, least %.3f, most %.3f", rows.count,
        own.median, least, most))
    let ratios = rows.map(\.ratio).sorted()
    guard peer != nil, let least = ratios.first, let most = ratios.last else { return }
    print(
      String(
        format: "peer: median %.1f ms; ratio: median %.1f, least %.1f, most %.1f",
        rows.map { $0.peer.median * 1000 }.median, ratios.median, least, most))
  }
}

extension [Double] {
  /// The middle value; of an even number, the mean of the two in the middle.
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
