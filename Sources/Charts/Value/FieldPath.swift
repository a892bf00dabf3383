/// The path to a value in a row: `price`, `a.b`, `a[0].b`, `['odd name']`; `a\.b` is one name with a dot.
///
/// The grammar is that of vega-util's `splitAccessPath`.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// The names from the outside in; at least one.
  public let steps: [String]

  /// The path as written.
  public let description: String

  /// Reads a path; broken brackets and quotes are taken as far as they go.
  public init(_ text: String) {
    description = text
    let found = text.utf8.contains(where: Self.isSpecial) ? Self.split(text) : []
    steps = found.isEmpty ? [text] : found
  }

  /// Whether a byte means more than itself: a dot, a bracket or a backslash.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// A path to a column by its exact name, whatever dots and brackets it holds.
  public init(column name: String) {
    description = name
    steps = [name]
  }

  /// The name of the column that holds the path's value once it is flattened: the steps joined by dots.
  public var name: String { steps.joined(separator: ".") }

  private static func split(_ text: String) -> [String] {
    var steps: [String] = []
    var current = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var isEscaped = false
    var isInBrackets = false
    func push() {
      if !current.isEmpty { steps.append(String(current)) }
      current = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if isEscaped {
        current.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if let open = quote {
        if scalar == open { quote = nil } else { current.append(scalar) }
      } else if isInBrackets, scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ".", !isInBrackets {
        push()
      } else if scalar == "[" {
        push()
        isInBrackets = true
      } else if scalar == "]" {
        push()
        isInBrackets = false
      } else {
        current.append(scalar)
      }
    }
    push()
    return steps
  }
}
