import Diagnostics
import Documents

/// A grammar of trees, written as JSON: the bytes of an input choose among its alternatives.
///
/// `"$name"` stands for a rule. A list holds alternatives. A mapping becomes a mapping: members whose names end
/// in `!` always, and up to four of the others. `{"*": rule}` becomes a list of up to four. Everything
/// else stands for itself; a text that begins with `=` stands for what follows.
struct Grammar {
  /// How deep rules may nest; below, alternatives are the first ones and members only those that must be.
  private static let depthLimit = 24

  private let rules: DocumentMapping

  /// The grammar in a text; the rule `start` is where trees begin.
  init(_ text: String) {
    let diagnostics = DiagnosticCollector()
    let node = JSONReader.read(text, path: "grammar", into: diagnostics)
    promise(!diagnostics.hasErrors, "the grammar is no JSON: \(diagnostics.sorted)")
    rules = node?.mapping ?? DocumentMapping()
  }

  /// A tree.
  func node(from source: inout ByteSource) -> DocumentNode {
    expand(DocumentNode(.string("$start")), &source, depth: 0)
  }

  private func expand(_ rule: DocumentNode, _ source: inout ByteSource, depth: Int) -> DocumentNode
  {
    let isDeep = depth > Self.depthLimit
    switch rule.value {
    case .list(let alternatives):
      guard let first = alternatives.first else { return rule }
      let chosen = isDeep ? first : alternatives[source.below(alternatives.count)]
      return expand(chosen, &source, depth: depth + 1)
    case .mapping(let members):
      if members.keys == ["*"], let element = members["*"] {
        let count = isDeep ? 0 : source.below(5)
        return DocumentNode(
          .list((0..<count).map { _ in expand(element, &source, depth: depth + 1) }))
      }
      return mapping(members.entries, &source, depth: depth, isDeep: isDeep)
    case .string(let text) where text.hasPrefix("$"):
      guard let named = rules[String(text.dropFirst())] else {
        fatalError("the grammar has no rule \(text)")
      }
      return expand(named, &source, depth: depth + 1)
    case .string(let text) where text.hasPrefix("="):
      return DocumentNode(.string(String(text.dropFirst())))
    default: return rule
    }
  }

  private func mapping(
    _ members: [DocumentMapping.Entry], _ source: inout ByteSource, depth: Int, isDeep: Bool
  ) -> DocumentNode {
    var made = DocumentMapping()
    func add(_ name: some StringProtocol, _ rule: DocumentNode) {
      guard made[String(name)] == nil else { return }
      made.entries.append(
        .init(key: String(name), value: expand(rule, &source, depth: depth + 1)))
    }
    for member in members where member.key.hasSuffix("!") {
      add(member.key.dropLast(), member.value)
    }
    let others = members.filter { !$0.key.hasSuffix("!") }
    for _ in 0..<(isDeep ? 0 : source.below(min(others.count, 4) + 1)) {
      let member = others[source.below(others.count)]
      add(member.key, member.value)
    }
    return DocumentNode(.mapping(made))
  }
}
