import Documents

/// The configuration of one chart: the author's over the theme's over the defaults.
struct Config: Sendable {
  /// The merged mapping.
  let node: DocumentNode
  /// What author and theme say, without the defaults.
  let written: DocumentNode

  init(author: DocumentNode?, theme: DocumentNode?, version: Int) {
    var layers: [DocumentNode] = []
    if version < 6 { layers.append(Self.olderSizes) }
    if let theme { layers.append(theme) }
    if let author { layers.append(author) }
    written = layers.dropFirst().reduce(layers.first ?? Self.nothing, Self.merge)
    node = layers.isEmpty ? DefaultConfig.node : Self.merge(DefaultConfig.node, written)
  }

  /// The entries under a key, as properties.
  func properties(_ key: String) -> Properties { Properties(node[key]) }

  /// The entries of a named style.
  func style(_ name: String) -> Properties { Properties(node["style"]?[name]) }

  func number(_ key: String, _ name: String) -> Double? { node[key]?[name]?.number }

  /// The properties of a mark that its styles and the configuration give, nearest first.
  func mark(_ type: MarkType, styles: [String]) -> Properties {
    var result = properties(type.rawValue).over(properties("mark"))
    for name in styles { result = style(name).over(result) }
    return result
  }

  /// A mapping over another one, mappings within them merged in turn.
  static func merge(_ base: DocumentNode, _ top: DocumentNode) -> DocumentNode {
    guard case .mapping(var result) = base.value, case .mapping(let added) = top.value else {
      return top
    }
    for entry in added.entries {
      if let index = result.entries.firstIndex(where: { $0.key == entry.key }) {
        result.entries[index].value = merge(result.entries[index].value, entry.value)
      } else {
        result.entries.append(entry)
      }
    }
    return DocumentNode(.mapping(result), top.range)
  }

  private static let nothing = DocumentNode(.mapping(DocumentMapping()))

  /// Before version 6 a continuous axis was 200 pixels long.
  private static let olderSizes: DocumentNode = {
    let length = DocumentNode(.number(200, literal: "200"))
    let view = DocumentMapping([
      .init(key: "continuousWidth", value: length), .init(key: "continuousHeight", value: length),
    ])
    return DocumentNode(
      .mapping(DocumentMapping([.init(key: "view", value: DocumentNode(.mapping(view)))])))
  }()
}
