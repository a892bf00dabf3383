import Charts
import Diagnostics
import Documents

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Specifications that the bytes put together from the words of the language, so that nearly all are read.
enum GrammarTarget {
  private static let grammar = Grammar(ChartGrammar.text)
  /// Whether each specification is printed: for looking at a finding.
  private static let isShown = getenv("FUZZ_SHOW") != nil

  static func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let page: ChartOptions.PageWidth? = [nil, .wide, .narrow][source.below(3)]
    let spec = grammar.node(from: &source)
    if isShown { print(JSONWriter.text(spec)) }
    SpecificationTarget.draw(spec, on: page)
  }
}
