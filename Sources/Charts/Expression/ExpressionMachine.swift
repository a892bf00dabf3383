/// Runs an expression's instructions; one machine serves all rows of a table.
struct ExpressionMachine {
  private let instructions: [ExpressionInstruction]
  private let accessors: [FieldAccessor]
  private let parameters: [ChartValue]
  private let environment: ExpressionEnvironment
  private var stack: [ChartValue] = []

  init(
    _ expression: Expression, accessors: [FieldAccessor], environment: ExpressionEnvironment
  ) {
    instructions = expression.instructions
    self.accessors = accessors
    parameters = expression.parameters.map { environment.parameters[$0] ?? .undefined }
    self.environment = environment
  }

  /// The value for one row; `datum` gives the whole of it as a record.
  mutating func run(_ row: Int, datum: () -> ChartValue) -> ChartValue {
    stack.removeAll(keepingCapacity: true)
    var place = 0
    while place < instructions.count {
      let instruction = instructions[place]
      place += 1
      switch instruction {
      case .constant(let value): stack.append(value)
      case .field(let slot): stack.append(accessors[slot].value(in: row))
      case .datum: stack.append(datum())
      case .parameter(let slot): stack.append(parameters[slot])
      case .member(let name): stack.append(pop().member(name))
      case .index:
        let key = pop()
        stack.append(pop().member(key.toText))
      case .unary(let sign): stack.append(sign.apply(pop()))
      case .binary(let sign):
        let right = pop()
        stack.append(sign.apply(pop(), right))
      case .jump(let target): place = target
      case .jumpIfFalse(let target): if !pop().toBoolean { place = target }
      case .keepIfFalse(let target):
        let value = pop()
        if !value.toBoolean {
          stack.append(value)
          place = target
        }
      case .keepIfTrue(let target):
        let value = pop()
        if value.toBoolean {
          stack.append(value)
          place = target
        }
      case .list(let count): stack.append(.list(take(count)))
      case .record(let names):
        let values = take(names.count)
        stack.append(.record(Dictionary(zip(names, values)) { $1 }))
      case .call(let function, let count): stack.append(function.body(take(count)))
      case .host(let name, let count):
        let arguments = take(count)
        stack.append(
          environment.functions[name]?(arguments) ?? environment.scales?.call(name, arguments)
            ?? .undefined)
      }
    }
    return pop()
  }

  private mutating func pop() -> ChartValue { stack.popLast() ?? .undefined }

  private mutating func take(_ count: Int) -> [ChartValue] {
    let values = Array(stack.suffix(count))
    stack.removeLast(min(count, stack.count))
    return values
  }
}
