import CLibYAML
import Diagnostics

/// Why LibYAML could not go on, in the words of somebody who writes front matter.
struct YAMLFault {
  private let problem: String
  private let context: String
  private let place: SourcePosition
  private let contextPlace: SourcePosition
  /// The character at the place, if any.
  private let scalar: Unicode.Scalar?

  /// The fault that made `parser` stop in `text`.
  init(_ parser: UnsafeMutablePointer<yaml_parser_t>, text: UnsafeBufferPointer<UInt8>) {
    let state = parser.pointee
    problem = state.problem.map { String(cString: $0) } ?? "the text cannot be read"
    context = state.context.map { String(cString: $0) } ?? ""
    if state.error == YAML_READER_ERROR {
      let before = String(decoding: text.prefix(Int(state.problem_offset)), as: UTF8.self)
      place = SourceFile(path: "", text: before).position(atByte: before.utf8.count)
      contextPlace = place
      scalar = nil
    } else {
      let source = SourceFile(path: "", text: String(decoding: text, as: UTF8.self))
      // LibYAML puts the end of a text onto a line of its own, even where there is none.
      let offset = source.byte(at: position(state.problem_mark))
      place = source.position(atByte: offset)
      contextPlace = context.isEmpty ? place : position(state.context_mark)
      let rest = text.dropFirst(offset).prefix(4)
      scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first
    }
  }

  /// Adds the error to `report`.
  func report(to report: YAMLReport) {
    let advice = advice
    let isOpen = advice.standsAtContext && contextPlace < place
    let begins = context.replacing(prefix: "while ", with: "")
    report.add(
      advice.id, SourceRange(isOpen ? contextPlace : place), advice.summary,
      found: advice.found, remedy: advice.remedy,
      note: isOpen || contextPlace == place || begins.isEmpty
        ? nil : ("noticed while \(begins) that begins here", SourceRange(contextPlace)))
  }

  private struct Advice {
    var id = "yaml.syntax"
    var summary: String
    var found: String?
    var remedy: String?
    /// Whether the fault is something left open, which is best shown where it begins.
    var standsAtContext = false
  }

  private var advice: Advice {
    switch problem {
    case "found character that cannot start any token": return badStart
    case "mapping values are not allowed in this context":
      return Advice(
        summary: "a `:` with a blank after it stands inside a value",
        remedy: "quote a value that holds `: `, and write one key a line")
    case "could not find expected ':'":
      return Advice(
        summary: "a line of a mapping has no `:`", remedy: "write `key: value`",
        standsAtContext: true)
    case "did not find expected key", "did not find expected '-' indicator":
      return Advice(
        summary: "a line does not fit the lines above it",
        remedy: "give the lines of one list or mapping the same indentation, and quote values that "
          + "begin with a quote or bracket")
    case "did not find expected ',' or ']'":
      return Advice(
        summary: "a list in brackets is not closed", remedy: "close it with `]`",
        standsAtContext: true)
    case "did not find expected ',' or '}'":
      return Advice(
        summary: "a mapping in braces is not closed", remedy: "close it with `}`",
        standsAtContext: true)
    case "found unexpected end of stream", "found unexpected document indicator":
      return Advice(
        summary: "a quoted text is not closed",
        remedy: "close it with the quote that opens it", standsAtContext: true)
    case "found unknown escape character":
      return Advice(
        summary: "unknown escape in a text in double quotes", found: shownScalar,
        remedy: "write a backslash as `\\\\`, or use single quotes")
    case "block sequence entries are not allowed in this context":
      return Advice(
        summary: "a list cannot begin on the line of its key",
        remedy: "begin each `- ` on a line of its own")
    case "block mapping keys are not allowed in this context":
      return Advice(summary: "a key cannot begin here", remedy: "begin it on a line of its own")
    default:
      return Advice(summary: problem, found: shownScalar)
    }
  }

  /// A character that YAML keeps for itself at the beginning of a value.
  private var badStart: Advice {
    switch scalar {
    case "`":
      return Advice(
        id: "yaml.plain-scalar", summary: "a plain scalar cannot begin with a backtick",
        remedy: "quote it: \"`= …`\"")
    case "\t":
      return Advice(
        id: "yaml.tab", summary: "a tab cannot indent a line", remedy: "indent with blanks")
    case "@", "%":
      return Advice(
        id: "yaml.plain-scalar", summary: "a plain scalar cannot begin with this character",
        found: shownScalar, remedy: "quote the value")
    default:
      return Advice(
        id: "yaml.plain-scalar", summary: "no value begins with this character",
        found: shownScalar, remedy: "quote the value")
    }
  }

  private var shownScalar: String? {
    switch scalar {
    case nil: "the end of the text"
    case "\n", "\r": "the end of the line"
    case let scalar?: "`\(String(scalar))`"
    }
  }
}

extension String {
  /// The text with `prefix`, where it has it, replaced.
  fileprivate func replacing(prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
