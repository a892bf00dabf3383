public import Diagnostics
public import Documents

/// A compiled expression of Vega's language, which has JavaScript's operators and conversions.
///
/// It reads the datum's fields, parameters and the functions of `ExpressionFunction`; it has no way to
/// files, the clock or chance.
public struct Expression: Sendable {
  /// The text.
  public let text: String
  /// The fields of the datum that are read by name.
  public let fields: [FieldPath]
  /// The parameters that are read.
  public let parameters: [String]
  let instructions: [ExpressionInstruction]

  /// Compiles a text that stands in a specification.
  ///
  /// `node` is the text's node, for the places of faults; `parameters` the names that may be used beside
  /// the datum, or nil where any may. A faulty text gives nil and one error.
  public init?(
    _ text: String, node: DocumentNode? = nil, path: String, parameters: Set<String>? = nil,
    into diagnostics: DiagnosticCollector
  ) {
    guard text.utf8.count <= ExpressionParser.lengthLimit else {
      diagnostics.add(
        Diagnostic(
          .error, "expression.length", at: SourceLocation(path, node?.range ?? .start),
          "an expression has at most \(ExpressionParser.lengthLimit) characters"))
      return nil
    }
    var parser = ExpressionParser(text, parameters: parameters)
    do {
      try parser.parse()
    } catch {
      let range = Self.range(error, in: text, node: node)
      diagnostics.add(
        Diagnostic(
          .error, error.id, at: SourceLocation(path, range), error.summary, found: error.found,
          expected: error.expected, remedy: error.remedy))
      return nil
    }
    self.text = text
    fields = parser.fields
    self.parameters = parser.parameters
    instructions = parser.instructions
  }

  /// Whether the whole row, or a function that only the chart knows, is read.
  var readsChart: Bool {
    instructions.contains { instruction in
      switch instruction {
      case .datum, .host: true
      default: false
      }
    }
  }

  /// The value for one datum, a record or undefined.
  public func evaluate(
    datum: ChartValue = .undefined, environment: ExpressionEnvironment = .init()
  ) -> ChartValue {
    var machine = ExpressionMachine(
      self, accessors: fields.map { FieldAccessor([datum.member($0.steps[0])]) },
      environment: environment)
    return machine.run(0) { datum }
  }

  /// The values for all rows of a table.
  public func evaluate(_ table: ChartTable, environment: ExpressionEnvironment = .init())
    -> [ChartValue]
  {
    evaluate(table, environment) { $0 }
  }

  /// What is taken of the values for all rows of a table; the values, which may be long lists, are not kept.
  func evaluate<Part>(
    _ table: ChartTable, _ environment: ExpressionEnvironment, _ part: (ChartValue) -> Part
  ) -> [Part] {
    var machine = ExpressionMachine(
      self, accessors: fields.map(table.accessor), environment: environment)
    return table.indices.map { row in part(machine.run(row) { table.record(row) }) }
  }

  /// The place of a fault in the file. A text in quotes begins one column after its node, a plain one
  /// with it; where escapes or folded lines have moved the characters, the whole node is marked.
  private static func range(_ fault: ExpressionFault, in text: String, node: DocumentNode?)
    -> SourceRange
  {
    guard let range = node?.range else { return .start }
    let length = range.end.column - range.start.column
    let count = text.unicodeScalars.count
    guard range.start.line == range.end.line, length == count || length == count + 2 else {
      return range
    }
    let column = range.start.column + (length - count) / 2
    return SourceRange(
      SourcePosition(line: range.start.line, column: column + fault.start),
      SourcePosition(line: range.start.line, column: column + max(fault.end, fault.start + 1)))
  }
}

/// What an expression reads beside the datum.
public struct ExpressionEnvironment: Sendable {
  /// The values of the parameters; one that is missing is undefined.
  public var parameters: [String: ChartValue]
  /// The functions that only the chart knows: `scale`, `invert`, `domain`, `range`, `bandwidth`, `data`, …
  public var functions: [String: @Sendable ([ChartValue]) -> ChartValue]

  /// The scales of a plot, for `scale`, `domain`, `range`, `bandwidth` and `invert`; nil outside of plots.
  var scales: ChannelMap<ChartScale>?

  /// Parameters whose expressions read the size or the scales of a plot, in the order of their definition.
  var deferred: [(name: String, expression: Expression)] = []

  /// An environment.
  public init(
    parameters: [String: ChartValue] = [:],
    functions: [String: @Sendable ([ChartValue]) -> ChartValue] = [:]
  ) {
    self.parameters = parameters
    self.functions = functions
  }
}
