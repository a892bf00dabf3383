import CLibYAML
import Diagnostics

/// One event of LibYAML's parser, with its place in the text.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    /// A text as it is meant, that is without quotes, folds and escapes.
    case scalar(String, isPlain: Bool)
    case alias(String)
  }

  var kind: Kind
  var range: SourceRange
  /// Whether a sequence or mapping stands in brackets, so that its end has a place of its own.
  var isFlow = false
  var tag: String?
  var anchor: String?
}

/// The events of a text, read from LibYAML one at a time.
struct YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeBufferPointer<UInt8>
  private let report: YAMLReport

  /// Gives `body` the events of `bytes`; the parser lives exactly as long.
  static func withParser<R>(
    of bytes: UnsafeBufferPointer<UInt8>, report: YAMLReport, _ body: (inout YAMLEvents) -> R?
  ) -> R? {
    var parser = yaml_parser_t()
    return withUnsafeMutablePointer(to: &parser) { parser in
      guard yaml_parser_initialize(parser) == 1 else {
        report.add("yaml.memory", .start, "there is no memory left to read this text")
        return nil
      }
      defer { yaml_parser_delete(parser) }
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      var events = YAMLEvents(parser: parser, text: bytes, report: report)
      return body(&events)
    }
  }

  /// The next event, or nil where the text is no YAML, which is reported.
  mutating func next() -> YAMLEvent? {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      YAMLFault(parser, text: text).report(to: report)
      return nil
    }
    defer { yaml_event_delete(&event) }
    return converted(event)
  }

  private func converted(_ event: yaml_event_t) -> YAMLEvent {
    let range = SourceRange(position(event.start_mark), position(event.end_mark))
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAMLEvent(
        kind: .scalar(
          String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        range: range, tag: text(scalar.tag), anchor: text(scalar.anchor))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, range: range, isFlow: start.style == YAML_FLOW_MAPPING_STYLE,
        tag: text(start.tag), anchor: text(start.anchor))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, range: range, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE,
        tag: text(start.tag), anchor: text(start.anchor))
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, range: range)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, range: range)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(text(event.data.alias.anchor) ?? ""), range: range)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, range: range)
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, range: range)
    // LibYAML has no other events, and repeats an empty one after the end of the stream.
    default: return YAMLEvent(kind: .streamEnd, range: range)
    }
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}

/// LibYAML counts lines and columns, which are those of Unicode scalars, from 0.
func position(_ mark: yaml_mark_t) -> SourcePosition {
  SourcePosition(line: mark.line + 1, column: mark.column + 1)
}
