/// One step of a compiled expression, for a machine with a stack of values.
enum ExpressionInstruction: Sendable {
  /// Puts a value on the stack.
  case constant(ChartValue)
  /// Puts the value of a field of the datum on the stack; the number is its place among the fields read.
  case field(Int)
  /// Puts the whole datum on the stack.
  case datum
  /// Puts a parameter's value on the stack; the number is its place among the parameters read.
  case parameter(Int)
  /// Replaces a value by its member of that name.
  case member(String)
  /// Replaces a value and a key by the member.
  case index
  /// Replaces a value.
  case unary(ExpressionOperator.Unary)
  /// Replaces two values.
  case binary(ExpressionOperator.Binary)
  /// Goes to an instruction.
  case jump(Int)
  /// Takes a value and goes to an instruction where it is false.
  case jumpIfFalse(Int)
  /// Goes to an instruction where the value is false, and takes it otherwise: `&&`.
  case keepIfFalse(Int)
  /// Goes to an instruction where the value is true, and takes it otherwise: `||`.
  case keepIfTrue(Int)
  /// Replaces values by a list of them.
  case list(Int)
  /// Replaces values by a record with these names.
  case record([String])
  /// Replaces values by a function's result.
  case call(ExpressionFunction, Int)
  /// Replaces values by the result of a function that the chart gives, such as `scale`.
  case host(String, Int)
}

/// The operators of the language, with JavaScript's meaning.
enum ExpressionOperator {
  enum Unary: String, Sendable, CaseIterable {
    case minus = "-"
    case plus = "+"
    case not = "!"
    case complement = "~"

    func apply(_ x: ChartValue) -> ChartValue {
      switch self {
      case .minus: .number(-x.toNumber)
      case .plus: .number(x.toNumber)
      case .not: .boolean(!x.toBoolean)
      case .complement: .number(Double(~x.toInt32))
      }
    }
  }

  enum Binary: String, Sendable, CaseIterable {
    case bitOr = "|"
    case bitXor = "^"
    case bitAnd = "&"
    case equal = "=="
    case notEqual = "!="
    case identical = "==="
    case notIdentical = "!=="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case contained = "in"
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case shiftRightUnsigned = ">>>"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"

    /// How tightly the operator binds; `||` is 1 and `&&` is 2.
    var precedence: Int {
      switch self {
      case .bitOr: 3
      case .bitXor: 4
      case .bitAnd: 5
      case .equal, .notEqual, .identical, .notIdentical: 6
      case .less, .greater, .lessOrEqual, .greaterOrEqual, .contained: 7
      case .shiftLeft, .shiftRight, .shiftRightUnsigned: 8
      case .plus, .minus: 9
      case .times, .divided, .remainder: 10
      }
    }

    func apply(_ x: ChartValue, _ y: ChartValue) -> ChartValue {
      switch self {
      case .bitOr: .number(Double(x.toInt32 | y.toInt32))
      case .bitXor: .number(Double(x.toInt32 ^ y.toInt32))
      case .bitAnd: .number(Double(x.toInt32 & y.toInt32))
      case .equal: .boolean(ChartValue.looselyEqual(x, y))
      case .notEqual: .boolean(!ChartValue.looselyEqual(x, y))
      case .identical: .boolean(ChartValue.strictlyEqual(x, y))
      case .notIdentical: .boolean(!ChartValue.strictlyEqual(x, y))
      case .less: .boolean(ChartValue.isLess(x, y))
      case .greater: .boolean(ChartValue.isLess(y, x))
      case .lessOrEqual: .boolean(ChartValue.isLessOrEqual(x, y))
      case .greaterOrEqual: .boolean(ChartValue.isLessOrEqual(y, x))
      case .contained: .boolean(y.member(x.toText) != .undefined)
      case .shiftLeft: .number(Double(x.toInt32 << (y.toInt32 & 31)))
      case .shiftRight: .number(Double(x.toInt32 >> (y.toInt32 & 31)))
      case .shiftRightUnsigned:
        .number(Double(UInt32(bitPattern: x.toInt32) >> UInt32(y.toInt32 & 31)))
      case .plus: Self.sum(x, y)
      case .minus: .number(x.toNumber - y.toNumber)
      case .times: .number(x.toNumber * y.toNumber)
      case .divided: .number(x.toNumber / y.toNumber)
      case .remainder: .number(x.toNumber.truncatingRemainder(dividingBy: y.toNumber))
      }
    }

    /// A sum of numbers, or the texts one behind the other where one of the values is not plain.
    private static func sum(_ x: ChartValue, _ y: ChartValue) -> ChartValue {
      if x.isPlain, y.isPlain { return .number(x.toNumber + y.toNumber) }
      return .text(x.toText + y.toText)
    }
  }
}

extension ChartValue {
  /// Whether `+` takes the value as a number. A moment is one, as Vega's parsed dates are.
  fileprivate var isPlain: Bool {
    switch self {
    case .undefined, .null, .boolean, .number, .time: true
    case .text, .list, .record: false
    }
  }

  /// The value as a whole number of 32 bits (ECMA-262, ToInt32).
  var toInt32: Int32 {
    let number = toNumber
    guard number.isFinite else { return 0 }
    let wrapped = number.rounded(.towardZero).truncatingRemainder(dividingBy: 4_294_967_296)
    return Int32(truncatingIfNeeded: Int64(wrapped))
  }
}
