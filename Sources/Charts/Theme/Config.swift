import Documents

/// The configuration of one chart: the author's over the theme's over the defaults.
final class Config: Sendable {
  /// The merged mapping.
  let node: DocumentNode
  /// What author and theme say, without the defaults.
  let written: DocumentNode
  /// The mappings under the keys, and the named styles: asked for again and again.
  private let sections: [String: Properties]
  private let styles: [String: Properties]
  /// The sections of axes by the words behind `axis`.
  private let axes: [String: Properties]
  /// Whether some kind of axis says of itself whether it is drawn.
  var mayDisableAxes: Bool { axes.values.contains { $0.has("disable") } }

  init(author: DocumentNode?, theme: DocumentNode?, version: Int) {
    var layers: [DocumentNode] = []
    if version < 6 { layers.append(Self.olderSizes) }
    if let theme { layers.append(theme) }
    if let author { layers.append(author) }
    written = layers.dropFirst().reduce(layers.first ?? Self.nothing, Self.merge)
    if layers.isEmpty {
      (node, sections) = (DefaultConfig.node, Self.defaultSections)
      (styles, axes) = (Self.defaultStyles, Self.defaultAxes)
      return
    }
    node = Self.merge(DefaultConfig.node, written)
    var sections = Self.defaultSections
    for key in written.mapping?.keys ?? [] { sections[key] = Properties(node[key]) }
    self.sections = sections
    axes = Self.axes(sections)
    styles = written["style"] == nil ? Self.defaultStyles : Self.sections(of: node["style"])
  }

  private static let defaultSections = sections(of: DefaultConfig.node)
  private static let defaultStyles = sections(of: DefaultConfig.node["style"])

  private static let defaultAxes = axes(defaultSections)

  private static func axes(_ sections: [String: Properties]) -> [String: Properties] {
    sections.reduce(into: [:]) { result, section in
      guard section.key.hasPrefix("axis"), !section.value.isEmpty else { return }
      result[String(section.key.dropFirst(4))] = section.value
    }
  }

  private static func sections(of node: DocumentNode?) -> [String: Properties] {
    (node?.mapping?.entries ?? []).reduce(into: [:]) { $0[$1.key] = Properties($1.value) }
  }

  /// The entries under a key, as properties.
  func properties(_ key: String) -> Properties { sections[key] ?? Properties() }

  /// The entries of a kind of axis: `axisX`, `axisTopBand`; both words may be empty.
  func axis(_ side: String, _ kind: String) -> Properties {
    // Most configurations have but the section of all axes, whose words are empty.
    if axes.count == 1, !side.isEmpty || !kind.isEmpty, axes[""] != nil { return Properties() }
    return axes[side + kind] ?? Properties()
  }

  /// The entries of a named style.
  func style(_ name: String) -> Properties { styles[name] ?? Properties() }

  func number(_ key: String, _ name: String) -> Double? {
    sections[key]?.number(name)
  }

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
