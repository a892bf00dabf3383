import Documents

/// Scenes as JSON, for tests and for those who want to see what a picture is made of: the nodes with
/// what is set in them, numbers within 0.001, in the order of drawing.
enum SceneJSON {
  /// The JSON text of a scene, indented, with a line break at the end.
  static func text(_ scene: Scene) -> String {
    var members: [Member] = [
      ("width", number(scene.width)), ("height", number(scene.height)),
      ("origin", point(scene.origin)),
    ]
    members += optional("background", scene.background.map(paint))
    members += optional("title", scene.title.map(string))
    members += optional("description", scene.description.map(string))
    members.append(("root", node(.group(scene.root))))
    return JSONWriter.text(object(members), .pretty)
  }

  private typealias Member = (String, DocumentNode)

  private static func node(_ node: SceneNode) -> DocumentNode {
    switch node {
    case .group(let group): object(members(group))
    case .path(let path): object(members(path))
    case .rect(let rect): object(members(rect))
    case .rule(let rule): object(members(rule))
    case .image(let image): object(members(image))
    case .text(let text): object(members(text))
    }
  }

  private static func members(_ group: GroupNode) -> [Member] {
    var result: [Member] = [("node", string("group"))]
    if !group.classes.isEmpty {
      result.append(("class", string(group.classes.joined(separator: " "))))
    }
    result += optional("translate", group.translate.map(point))
    result += optional("background", group.background.map { object(members($0)) })
    switch group.clip {
    case .rect(let box): result.append(("clip", list([box.x1, box.y1, box.x2, box.y2])))
    case .path(let path): result.append(("clip", string(SVGPathData.text(path))))
    case nil: break
    }
    result += optional("opacity", group.opacity.map(number))
    result += accessibility(group.accessibility)
    if !group.children.isEmpty {
      result.append(("children", DocumentNode(.list(group.children.map(node)))))
    }
    return result
  }

  private static func members(_ path: PathNode) -> [Member] {
    var result: [Member] = [("node", string("path"))]
    result += optional("at", path.position.map(point))
    if path.angle != 0 { result.append(("angle", number(path.angle))) }
    result.append(("d", string(SVGPathData.text(path.path))))
    return result + style(path.style) + accessibility(path.accessibility) + link(path.href)
  }

  private static func members(_ rect: RectNode) -> [Member] {
    var result: [Member] = [
      ("node", string("rect")), ("box", list([rect.x, rect.y, rect.width, rect.height])),
    ]
    if !rect.corners.areSharp {
      let corners = rect.corners
      result.append(
        (
          "corners",
          list([
            corners.topLeft, corners.topRight, corners.bottomRight, corners.bottomLeft,
          ])
        ))
    }
    return result + style(rect.style) + accessibility(rect.accessibility) + link(rect.href)
  }

  private static func members(_ rule: RuleNode) -> [Member] {
    [("node", string("rule")), ("from", point(rule.from)), ("to", point(rule.to))]
      + style(rule.style) + accessibility(rule.accessibility) + link(rule.href)
  }

  private static func members(_ image: ImageNode) -> [Member] {
    let box = image.box
    return [
      ("node", string("image")), ("box", list([box.x1, box.y1, box.width, box.height])),
      ("address", string(image.address)),
    ] + optional("opacity", image.opacity.map(number)) + link(image.href)
  }

  private static func members(_ text: TextNode) -> [Member] {
    var result: [Member] = [
      ("node", string("text")), ("lines", DocumentNode(.list(text.lines.map(string)))),
      ("at", point(text.position)),
    ]
    if text.offset != .zero { result.append(("offset", point(text.offset))) }
    result.append(("align", string(text.align.rawValue)))
    result.append(("baseline", string(text.baseline.rawValue)))
    if text.angle != 0 { result.append(("angle", number(text.angle))) }
    result.append(("fontSize", number(text.font.size)))
    result += optional("fontWeight", text.font.weight.map(string))
    return result + style(text.style) + accessibility(text.accessibility) + link(text.href)
  }

  private static func style(_ style: MarkStyle) -> [Member] {
    var result: [Member] = []
    result += optional("fill", style.fill.map(paint))
    result += optional("fillOpacity", style.fillOpacity.map(number))
    result += optional("stroke", style.stroke.map(paint))
    result += optional("strokeOpacity", style.strokeOpacity.map(number))
    result += optional("strokeWidth", style.strokeWidth.map(number))
    if !style.strokeDash.isEmpty { result.append(("strokeDash", list(style.strokeDash))) }
    return result + optional("opacity", style.opacity.map(number))
  }

  private static func paint(_ paint: Paint) -> DocumentNode {
    switch paint {
    case .literal(let color): return string(color)
    case .token(let token): return string("var(--\(token.rawValue))")
    case .hatch(let hatch): return object([("hatch", self.paint(hatch.color.paint))])
    case .gradient(let gradient):
      let stops = gradient.stops.map { stop in
        DocumentNode(.list([number(stop.offset), self.paint(stop.color.paint)]))
      }
      return object([("gradient", DocumentNode(.list(stops)))])
    }
  }

  private static func accessibility(_ accessibility: Accessibility?) -> [Member] {
    optional("label", accessibility?.label.map(string))
  }

  private static func link(_ href: String?) -> [Member] { optional("href", href.map(string)) }

  private static func optional(_ name: String, _ node: DocumentNode?) -> [Member] {
    node.map { [(name, $0)] } ?? []
  }

  private static func object(_ members: [Member]) -> DocumentNode {
    DocumentNode(
      .mapping(DocumentMapping(members.map { .init(key: $0.0, value: $0.1) })))
  }

  private static func string(_ text: String) -> DocumentNode { DocumentNode(.string(text)) }

  private static func number(_ value: Double) -> DocumentNode {
    let text = SVGNumber.text(value)
    return DocumentNode(.number(Double(text) ?? 0, literal: text))
  }

  private static func point(_ point: Point) -> DocumentNode { list([point.x, point.y]) }

  private static func list(_ values: [Double]) -> DocumentNode {
    DocumentNode(.list(values.map(number)))
  }
}
