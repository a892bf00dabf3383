/// Runs two commands in turn (A B A B …) and prints what each took and the ratios, pair by pair.
///
/// One run of each goes before and is not counted. A pair is measured under the same conditions, so that its
/// ratio holds even where the machine's speed drifts.
@main
struct Compare {
  static let usage = """
    usage: compare [--runs N] [--before CMD] 'COMMAND A' 'COMMAND B'

    --before runs before every run, unmeasured: to empty an output folder, say.
    """

  private var runs = 5
  private var before: String?
  private var commands: [String] = []

  static func main() {
    guard let compare = Compare(CommandLine.arguments.dropFirst()) else { return print(usage) }
    guard let pairs = compare.measure() else { return print("a command failed") }
    compare.report(pairs)
  }

  private init?(_ arguments: ArraySlice<String>) {
    var arguments = arguments
    while let argument = arguments.popFirst() {
      switch argument {
      case "--runs": runs = arguments.popFirst().flatMap { Int($0) } ?? 0
      case "--before": before = arguments.popFirst()
      default: commands.append(argument)
      }
    }
    guard commands.count == 2, runs > 0 else { return nil }
  }

  private func measure() -> [(a: Measurement, b: Measurement)]? {
    var pairs: [(a: Measurement, b: Measurement)] = []
    for _ in 0...runs {
      guard let a = run(commands[0]), let b = run(commands[1]) else { return nil }
      pairs.append((a, b))
    }
    return Array(pairs.dropFirst())
  }

  private func run(_ command: String) -> Measurement? {
    if let before { _ = Measurement.run(before) }
    return Measurement.run(command)
  }

  private func report(_ pairs: [(a: Measurement, b: Measurement)]) {
    print("A: \(commands[0])\nB: \(commands[1])\n\(runs) pairs after one warm-up of each\n")
    for (name, side) in [("A", pairs.map(\.a)), ("B", pairs.map(\.b))] {
      row("\(name) cpu ", side.map(\.cpu), "s")
      row("\(name) wall", side.map(\.wall), "s")
      row("\(name) peak", side.map(\.peak), "MiB")
    }
    row("A/B cpu ", pairs.map { $0.a.cpu / $0.b.cpu })
    row("A/B wall", pairs.map { $0.a.wall / $0.b.wall })
    row("A/B peak", pairs.map { $0.a.peak / $0.b.peak })
  }

  private func row(_ name: String, _ values: [Double], _ unit: String = "") {
    let sorted = values.sorted().map { String(($0 * 1000).rounded() / 1000) }
    print(
      "\(name)  min \(sorted[0])  median \(sorted[sorted.count / 2])  max \(sorted[sorted.count - 1]) \(unit)"
    )
  }
}
