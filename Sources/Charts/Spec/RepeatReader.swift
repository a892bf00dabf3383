import Diagnostics
import Documents

/// The fields that `{repeat: …}` stands for in a repeated view.
struct RepeatScope: Sendable {
  /// By the name of the repeater: `repeat`, `row`, `column`, `layer`.
  var fields: [String: String] = [:]
  /// How many views enclose the place.
  var depth = 0

  var deeper: RepeatScope { RepeatScope(fields: fields, depth: depth + 1) }

  /// The node with every `{repeat: name}` replaced by the field's name.
  func substitute(_ node: DocumentNode, _ context: SpecContext) -> DocumentNode {
    switch node.value {
    case .list(let nodes):
      return DocumentNode(.list(nodes.map { substitute($0, context) }), node.range)
    case .mapping(var mapping):
      if mapping.entries.count == 1, let name = mapping["repeat"]?.string {
        if let field = fields[name] { return DocumentNode(.string(field), node.range) }
        context.unknown(
          "unknown-repeater", at: node.range, "repeater", name, among: fields.keys.sorted())
        return DocumentNode(.string(""), node.range)
      }
      for index in mapping.entries.indices {
        mapping.entries[index].value = substitute(mapping.entries[index].value, context)
      }
      return DocumentNode(.mapping(mapping), node.range)
    default:
      return node
    }
  }
}

/// Expands `repeat` into the views it stands for.
enum RepeatReader {
  /// The repeated views side by side, or on one another for `layer`.
  static func content(_ reader: inout SpecReader, _ scope: RepeatScope) -> ViewSpec.Content? {
    let context = reader.context
    guard let node = reader.node("repeat"), let child = reader.node("spec") else {
      context.error("no-view", at: reader.range, "a repeat has no `spec`")
      return nil
    }
    var concat = ConcatSpec(grid: GridSpec(&reader), isRepeat: true)
    if let fields = texts(node) {
      let views = expand(child, [("repeat", fields)], scope, context)
      concat.columns = concat.grid.columns ?? 2
      return .concat(views, concat)
    }
    guard var inner = SpecReader(node, "repeat", context) else { return nil }
    let rows = inner.strings("row")
    let columns = inner.strings("column")
    let layers = inner.strings("layer")
    inner.finish()
    if let layers {
      guard rows != nil || columns != nil else {
        return .layer(expand(child, [("layer", layers)], scope, context))
      }
      var views: [ViewSpec] = []
      for row in rows ?? [""] {
        for column in columns ?? [""] {
          var inner = scope
          if rows != nil { inner.fields["row"] = row }
          if columns != nil { inner.fields["column"] = column }
          var view = ViewSpec(
            content: .layer(expand(child, [("layer", layers)], inner, context)))
          view.range = child.range
          views.append(view)
        }
      }
      concat.columns = columns?.count ?? 1
      return .concat(views, concat)
    }
    let axes = [("row", rows), ("column", columns)].compactMap { pair in
      pair.1.map { (pair.0, $0) }
    }
    concat.columns = columns?.count ?? 1
    return .concat(expand(child, axes, scope, context), concat)
  }

  /// One view for each combination of the repeaters' fields, the last one varying fastest.
  private static func expand(
    _ child: DocumentNode, _ axes: [(String, [String])], _ scope: RepeatScope,
    _ context: SpecContext
  ) -> [ViewSpec] {
    var scopes = [scope]
    for (name, fields) in axes {
      scopes = scopes.flatMap { outer in
        fields.map { field in
          var inner = outer
          inner.fields[name] = field
          return inner
        }
      }
    }
    guard scopes.count <= 1000 else {
      context.error("too-many-views", at: child.range, "the view is repeated too often")
      return []
    }
    return scopes.compactMap { ViewSpec.read(child, context, scope: $0) }
  }

  private static func texts(_ node: DocumentNode) -> [String]? {
    guard let list = node.list else { return nil }
    let texts = list.compactMap(\.string)
    return texts.count == list.count ? texts : nil
  }
}
