import Diagnostics
import Documents

/// Builds the tree of one document from events, with a stack of its own: nesting costs no recursion.
struct YAMLTreeBuilder {
  /// A list or mapping whose end has not come yet.
  private struct Open {
    var isMapping: Bool
    var isFlow: Bool
    var range: SourceRange
    var nodes: [DocumentNode] = []
    var entries: [DocumentMapping.Entry] = []
    var keys = UniqueKeys()
    /// The key whose value comes next.
    var key: (text: String, range: SourceRange)?
    /// Where the last key or value ended: the end of a collection without brackets.
    var end: SourcePosition
  }

  private let report: YAMLReport
  private var open: [Open] = []
  private var root: DocumentNode?

  /// The only document of the events, an empty mapping where there is none, or nil with an error.
  static func document(from events: inout YAMLEvents, report: YAMLReport) -> DocumentNode? {
    var builder = YAMLTreeBuilder(report: report)
    var documentCount = 0
    while let event = events.next() {
      switch event.kind {
      case .streamStart, .documentEnd: continue
      case .streamEnd:
        return builder.root
          ?? DocumentNode(.mapping(DocumentMapping()), report.shifted(.start))
      case .documentStart:
        documentCount += 1
        if documentCount > 1 {
          report.add(
            "yaml.second-document", event.range, "a YAML text holds one document",
            found: "the start of a second one", remedy: "remove the line and what follows it")
          return builder.root
        }
      default:
        guard builder.take(event) else { return nil }
      }
    }
    return nil
  }

  private init(report: YAMLReport) {
    self.report = report
  }

  /// Puts an event of the document into the tree; false where reading must stop.
  private mutating func take(_ event: YAMLEvent) -> Bool {
    refuseProperties(of: event)
    switch event.kind {
    case .scalar(let text, let isPlain):
      if expectsKey {
        takeKey(text, isPlain: isPlain, event.range)
      } else {
        add(scalar(text, isPlain: isPlain, event.range), event.range)
      }
    case .alias(let name):
      report.add(
        "yaml.alias", event.range, "aliases are not used here", found: "`*\(name)`",
        remedy: "repeat the value, or quote a text that begins with an asterisk")
      if expectsKey {
        setKey("*\(name)", event.range)
      } else {
        add(DocumentNode(.string("*\(name)"), report.shifted(event.range)), event.range)
      }
    case .sequenceStart, .mappingStart:
      return start(event)
    case .sequenceEnd, .mappingEnd:
      close(event)
    default:
      break
    }
    return true
  }

  /// Whether a key of the innermost mapping comes next.
  private var expectsKey: Bool {
    guard let last = open.last else { return false }
    return last.isMapping && last.key == nil
  }

  private func refuseProperties(of event: YAMLEvent) {
    if let tag = event.tag {
      report.add(
        "yaml.tag", event.range, "tags are not used here", found: "the tag `\(tag)`",
        remedy: "remove it, or quote a text that begins with an exclamation mark")
    }
    if let anchor = event.anchor {
      report.add(
        "yaml.anchor", event.range, "anchors are not used here", found: "`&\(anchor)`",
        remedy: "remove it, or quote a text that begins with an ampersand")
    }
  }

  private func scalar(_ text: String, isPlain: Bool, _ range: SourceRange) -> DocumentNode {
    let place = report.shifted(range)
    guard isPlain else { return DocumentNode(.string(text), place) }
    if let value = CoreSchema.value(of: text) { return DocumentNode(value, place) }
    report.add(
      "yaml.number", range, "a number is finite", found: "`\(text)`",
      remedy: "leave the value out, or quote it if it is a text")
    return DocumentNode(.string(text), place)
  }

  private mutating func takeKey(_ text: String, isPlain: Bool, _ range: SourceRange) {
    if isPlain {
      switch CoreSchema.value(of: text) {
      case .string: break
      case .null where text.isEmpty:
        report.add("yaml.key", range, "a mapping has a key before each `:`", found: "none")
      default:
        report.add(
          "yaml.key", range, "the keys of a mapping are texts", found: "`\(text)`",
          remedy: "quote it: \"\(text)\"")
      }
    }
    setKey(text, range)
  }

  private mutating func setKey(_ text: String, _ range: SourceRange) {
    open[open.count - 1].key = (text, range)
    open[open.count - 1].end = range.end
  }

  private mutating func start(_ event: YAMLEvent) -> Bool {
    guard !expectsKey else {
      report.add(
        "yaml.key", event.range, "the keys of a mapping are texts",
        found: "a list or mapping as a key",
        remedy: "quote a text that begins with `[`, `{` or `?`")
      return false
    }
    guard open.count < YAMLReader.depthLimit else {
      report.add(
        "yaml.depth", SourceRange(event.range.start),
        "lists and mappings nest at most \(YAMLReader.depthLimit) levels deep")
      return false
    }
    let isMapping = if case .mappingStart = event.kind { true } else { false }
    open.append(
      Open(
        isMapping: isMapping, isFlow: event.isFlow, range: event.range, end: event.range.start))
    return true
  }

  private mutating func close(_ event: YAMLEvent) {
    guard let closed = open.popLast() else { return }
    let end = closed.isFlow ? event.range.end : closed.end
    let range = SourceRange(closed.range.start, end)
    let value: DocumentNode.Value =
      closed.isMapping ? .mapping(DocumentMapping(closed.entries)) : .list(closed.nodes)
    add(DocumentNode(value, report.shifted(range)), range)
  }

  /// Puts a value where it belongs: into the innermost list or mapping, or at the root. `range` is its
  /// place in the text.
  private mutating func add(_ node: DocumentNode, _ range: SourceRange) {
    guard !open.isEmpty else {
      root = node
      return
    }
    let last = open.count - 1
    open[last].end = max(open[last].end, range.end)
    guard open[last].isMapping else {
      open[last].nodes.append(node)
      return
    }
    guard let key = open[last].key else { return }
    open[last].key = nil
    let entry = DocumentMapping.Entry(
      key: key.text, keyRange: report.shifted(key.range), value: node)
    if let first = open[last].keys.insert(entry, after: open[last].entries) {
      reportDouble(entry, first: first)
    } else {
      open[last].entries.append(entry)
    }
  }

  private func reportDouble(_ entry: DocumentMapping.Entry, first: SourceRange) {
    report.diagnostics.add(
      Diagnostic(
        .error, "yaml.duplicate-key", at: SourceLocation(report.path, entry.keyRange),
        "a key stands once in a mapping", found: "a second `\(entry.key)`",
        remedy: "remove one of them",
        notes: [.init("the first one stands here", at: SourceLocation(report.path, first))]))
  }
}
