import Charts
import Foundation

/// Measures how long charts take, beside another program and by themselves.
@main
struct ChartBenchmark {
  static let usage = """
    usage: charts FOLDER [--peer COMMAND] [--rounds N] [--page wide|narrow] [--figures FOLDER] [--keep FOLDER]
           charts --scatter POINTS

    The first draws every specification of a folder (NAME.vl.json, NAME/spec.vl.json) and prints the CPU time of
    each; with a peer, that of both and the ratio. --page draws as for a page of a site, with the rows that the site
    has published under --figures. --keep writes the pictures, so that those of two versions can be compared. The
    second draws one scatter plot and prints the peak memory too.
    """

  private var folder: String?
  private var peer: String?
  private var rounds = 5
  private var page: ChartOptions.PageWidth?
  private var figures: String?
  private var kept: String?
  private var points: Int?

  static func main() throws {
    guard let benchmark = ChartBenchmark(CommandLine.arguments.dropFirst()) else {
      return print(usage)
    }
    if let points = benchmark.points { return try ScatterPlot(points: points).run() }
    let specifications = try Specification.all(
      below: benchmark.folder ?? ".", figures: benchmark.figures)
    if let kept = benchmark.kept {
      for specification in specifications {
        let picture = specification.draw(on: benchmark.page)?.svg ?? ""
        try Data(picture.utf8).write(to: URL(filePath: kept).appending(path: specification.file))
      }
    }
    let peer = try benchmark.peer.map(Peer.init)
    defer { peer?.stop() }
    try PeerComparison(
      specifications, page: benchmark.page, peer: peer, rounds: benchmark.rounds
    ).run()
  }

  private init?(_ arguments: ArraySlice<String>) {
    var arguments = arguments
    while let argument = arguments.popFirst() {
      switch argument {
      case "--peer": peer = arguments.popFirst()
      case "--rounds": rounds = arguments.popFirst().flatMap { Int($0) } ?? 0
      case "--page": page = arguments.popFirst() == "narrow" ? .narrow : .wide
      case "--figures": figures = arguments.popFirst()
      case "--keep": kept = arguments.popFirst()
      case "--scatter": points = arguments.popFirst().flatMap { Int($0) } ?? 0
      default: folder = argument
      }
    }
    guard rounds > 0, (folder == nil) != (points == nil), points != 0 else { return nil }
  }
}
