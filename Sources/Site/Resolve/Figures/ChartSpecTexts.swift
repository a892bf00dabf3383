import Diagnostics
import Documents

/// What a `vega-lite` fence says beside the chart itself: the key `figure`.
struct ChartFrame {
  var frame: FigureFrame
  /// The columns of the folded table, where they are not those of the chart.
  var columns: [DocumentNode]?
  /// Changes for the wide and the narrow drawing.
  var wide: DocumentNode?
  var narrow: DocumentNode?

  /// Takes the key `figure` of a specification.
  init(_ spec: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    let node = spec["figure"] ?? DocumentNode(.mapping(DocumentMapping()), spec.range)
    let nothing = DocumentNode(.mapping(DocumentMapping()), node.range)
    let reader =
      MappingReader(node, path: path, what: "`figure`", into: diagnostics)
      ?? MappingReader(nothing, path: path, what: "`figure`", into: diagnostics)
    guard var reader else {
      frame = FigureFrame()
      return
    }
    frame = FigureFrame(&reader, hasTitle: false)
    columns =
      reader.strings("columns") == nil ? nil : reader.node("columns").map { $0.list ?? [$0] }
    wide = reader.node("wide")
    narrow = reader.node("narrow")
    reader.finish()
  }
}

extension FigureFrame {
  /// A frame that says nothing.
  init() {}
}

extension DocumentNode {
  /// The mapping without a key.
  func without(_ key: String) -> DocumentNode {
    guard var mapping else { return self }
    mapping.entries.removeAll { $0.key == key }
    return DocumentNode(.mapping(mapping), range)
  }

  /// The mapping with another value for a key, at the place of the old one.
  func with(_ key: String, _ value: DocumentNode) -> DocumentNode {
    guard var mapping else { return self }
    if let index = mapping.entries.firstIndex(where: { $0.key == key }) {
      mapping.entries[index].value = value
    } else {
      mapping.entries.append(.init(key: key, value: value))
    }
    return DocumentNode(.mapping(mapping), range)
  }

  /// The tree with each text changed.
  func mapTexts(_ change: (DocumentNode) -> String) -> DocumentNode {
    switch value {
    case .string: return DocumentNode(.string(change(self)), range)
    case .list(let nodes): return DocumentNode(.list(nodes.map { $0.mapTexts(change) }), range)
    case .mapping(var mapping):
      for index in mapping.entries.indices {
        mapping.entries[index].value = mapping.entries[index].value.mapTexts(change)
      }
      return DocumentNode(.mapping(mapping), range)
    case .null, .boolean, .number: return self
    }
  }

  /// The names of data that a specification asks for anywhere, with their places, each once.
  var dataNames: [DocumentNode] {
    var found: [DocumentNode] = []
    let own = Set((self["datasets"]?.mapping?.keys) ?? [])
    collectDataNames(&found)
    var seen: Set<String> = own
    return found.filter { seen.insert($0.string ?? "").inserted }
  }

  private func collectDataNames(_ found: inout [DocumentNode]) {
    switch value {
    case .mapping(let mapping):
      for entry in mapping.entries {
        if entry.key == "data", let data = entry.value.mapping {
          let isNamed = data["values"] == nil && data["url"] == nil
          if isNamed, let name = data["name"], name.string != nil { found.append(name) }
        } else if entry.key != "datasets", entry.key != "values" {
          entry.value.collectDataNames(&found)
        }
      }
    case .list(let nodes):
      for node in nodes { node.collectDataNames(&found) }
    case .null, .boolean, .number, .string: return
    }
  }
}
