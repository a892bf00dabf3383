extension DocumentNode {
  /// The text of a string node, or of a number as it was written; else nil.
  public var literalText: String? {
    switch value {
    case .string(let text): text
    case .number(_, let literal): literal
    default: nil
    }
  }

  /// Kind and content in words, for a diagnostic: ``the text `yes` ``, `the number 2`, `a list`.
  public var shown: String {
    switch value {
    case .null, .list, .mapping: return kind
    case .boolean(let flag): return "the boolean \(flag)"
    case .number(_, let literal): return "the number \(literal)"
    case .string(let text):
      let scalars = text.unicodeScalars
      return scalars.count > 60
        ? "the text `\(String(scalars.prefix(59)))…`" : "the text `\(text)`"
    }
  }

  /// The elements of a list, the values of a mapping in the order written; else none.
  public var children: [DocumentNode] {
    switch value {
    case .list(let nodes): nodes
    case .mapping(let mapping): mapping.entries.map(\.value)
    default: []
    }
  }

  /// Whether two trees hold the same values, wherever they stand. The order of a mapping's keys and
  /// the way a number is written do not matter.
  public func hasSameContent(as other: DocumentNode) -> Bool {
    switch (value, other.value) {
    case (.null, .null): return true
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.number(let a, _), .number(let b, _)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.hasSameContent(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      let values = Dictionary(
        b.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      return a.entries.count == b.entries.count
        && a.entries.allSatisfy { values[$0.key]?.hasSameContent(as: $0.value) ?? false }
    default: return false
    }
  }

  /// The node that a JSON Pointer (RFC 6901) leads to: `""` is the node itself, `/data/0/name` goes
  /// through keys and indexes from 0, `~1` stands for `/` and `~0` for `~`. Nil where it leads nowhere.
  public func node(at pointer: String) -> DocumentNode? {
    guard !pointer.isEmpty else { return self }
    let steps = pointer.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.first == "" else { return nil }
    var node = self
    for step in steps.dropFirst() {
      guard let next = node.child(at: step) else { return nil }
      node = next
    }
    return node
  }

  private func child(at step: Substring) -> DocumentNode? {
    switch value {
    case .mapping(let mapping):
      return mapping[unescaped(step)]
    case .list(let nodes):
      // A leading zero or sign is no index (RFC 6901, section 4).
      guard let index = Int(step), String(index) == step, nodes.indices.contains(index) else {
        return nil
      }
      return nodes[index]
    default:
      return nil
    }
  }
}

/// A step of a JSON Pointer with its two escapes undone, each once.
private func unescaped(_ step: Substring) -> String {
  guard step.contains("~") else { return String(step) }
  var key = ""
  var isEscaped = false
  for scalar in step.unicodeScalars {
    if isEscaped {
      key.unicodeScalars.append(scalar == "1" ? "/" : scalar == "0" ? "~" : scalar)
      isEscaped = false
    } else if scalar == "~" {
      isEscaped = true
    } else {
      key.unicodeScalars.append(scalar)
    }
  }
  return key
}
