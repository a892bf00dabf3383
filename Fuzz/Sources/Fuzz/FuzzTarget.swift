#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is fuzzed: one reader with what comes after it.
enum FuzzTarget: String, CaseIterable {
  /// A specification as JSON, drawn.
  case specification
  /// Specifications put together from the language's words, drawn on a page and alone.
  case grammar
  /// An expression, compiled and evaluated.
  case expression
  /// TopoJSON and GeoJSON, projected.
  case geography
  /// A table as CSV, taken apart and written again.
  case csv
  /// A data package's descriptor, and a table by it.
  case package
  /// Number and time formats, and the readers of dates.
  case format
  /// JSON, read, written and read again.
  case json

  /// The target that the environment names; nil for none.
  static let chosen = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

  /// Runs one input, which ends the process where something is wrong.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .specification: SpecificationTarget.run(bytes)
    case .grammar: GrammarTarget.run(bytes)
    case .expression: ExpressionTarget.run(bytes)
    case .geography: GeographyTarget.run(bytes)
    case .csv: CSVTarget.run(bytes)
    case .package: PackageTarget.run(bytes)
    case .format: FormatTarget.run(bytes)
    case .json: JSONTarget.run(bytes)
    }
  }
}

/// Ends the process where a promise is broken, so that libFuzzer keeps the input.
func promise(_ isKept: Bool, _ words: @autoclosure () -> String) {
  if !isKept { fatalError(words()) }
}
