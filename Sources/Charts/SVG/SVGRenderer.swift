/// Turns a scene into SVG text: one switch over the kinds of nodes.
struct SVGRenderer {
  private let options: SVGOptions
  private let fontFamily: String
  private var writer = SVGWriter(capacity: 8192)
  private var definitions: SVGDefinitions
  /// Whether the innermost group has written the paint of all of its children, and their font.
  private var inherits = (style: false, font: false)
  /// The last path and its data: thousands of points share one symbol.
  private var lastPath = Path()
  private var lastData: [UInt8] = []

  private init(_ scene: Scene, _ options: SVGOptions) {
    self.options = options
    fontFamily = scene.fontFamily
    definitions = SVGDefinitions(prefix: options.idPrefix, colorMode: options.colorMode)
  }

  /// The picture as SVG text; the same scene and options give the same bytes everywhere.
  static func render(_ scene: Scene, options: SVGOptions = SVGOptions()) -> String {
    var renderer = SVGRenderer(scene, options)
    renderer.write(.group(scene.root))
    return renderer.document(scene)
  }

  /// The outermost element, with the body that has been written.
  private func document(_ scene: Scene) -> String {
    var out = SVGWriter(capacity: writer.bytes.count + 1024)
    out.open("svg")
    out.attribute("xmlns", "http://www.w3.org/2000/svg")
    if !options.classes.isEmpty {
      out.attribute("class", options.classes.joined(separator: " "))
    }
    if options.hasFixedSize {
      out.attribute("width", scene.width)
      out.attribute("height", scene.height)
    }
    out.attribute("viewBox") {
      $0.word("0 0 ")
      $0.number(scene.width)
      $0.word(" ")
      $0.number(scene.height)
    }
    writeNames(scene, to: &out)
    definitions.write(to: &out)
    if let background = scene.background {
      out.open("rect")
      out.attribute("width", scene.width)
      out.attribute("height", scene.height)
      SVGPaint(colorMode: options.colorMode).write(.filled(background), to: &out)
      out.close("rect")
    }
    out.open("g")
    out.attribute("fill", "none")
    out.attribute("stroke-miterlimit", "10")
    // Inside of pages the page's stylesheet chooses the family.
    if options.colorMode == .literal { out.attribute("font-family", fontFamily) }
    if scene.origin != .zero { Self.transform(translate: scene.origin, in: &out) }
    out.markup(writer)
    out.close("g")
    out.close("svg")
    return out.text
  }

  /// Role, title and description, tied by ids.
  private func writeNames(_ scene: Scene, to out: inout SVGWriter) {
    out.attribute("role", "img")
    // A file for download is named by its title and description alone, as SVG 1.1 has it.
    if options.labelsParts || options.colorMode == .classes {
      if scene.title != nil { out.attribute("aria-labelledby", options.idPrefix + "-t") }
      if scene.description != nil { out.attribute("aria-describedby", options.idPrefix + "-d") }
    }
    if let title = scene.title {
      out.open("title")
      out.attribute("id", options.idPrefix + "-t")
      out.characters(title)
      out.close("title")
    }
    if let description = scene.description {
      out.open("desc")
      out.attribute("id", options.idPrefix + "-d")
      out.characters(description)
      out.close("desc")
    }
  }

  private mutating func write(_ node: SceneNode) {
    switch node {
    case .group(let group): write(group)
    case .path(let path):
      let isLinked = openLink(path.href)
      write(path)
      if isLinked { writer.close("a") }
    case .rect(let rect):
      let isLinked = openLink(rect.href)
      write(rect)
      if isLinked { writer.close("a") }
    case .rule(let rule):
      let isLinked = openLink(rule.href)
      write(rule)
      if isLinked { writer.close("a") }
    case .image(let image):
      let isLinked = openLink(image.href)
      write(image)
      if isLinked { writer.close("a") }
    case .text(let text):
      let isLinked = openLink(text.href)
      write(text)
      if isLinked { writer.close("a") }
    }
  }

  /// Begins a link round a node; false where it has none, or none that is safe.
  private mutating func openLink(_ href: String?) -> Bool {
    guard let href, SVGLink.isSafe(href) else { return false }
    writer.open("a")
    writer.attribute("href", href)
    return true
  }

  private mutating func write(_ group: GroupNode) {
    // Parts that nobody can point at need no element each: a page holds many drawings.
    var group = group
    if !options.labelsParts {
      group = group.merged
      if group.isEmpty { return }
      group.children = SVGJoinedMarks.children(of: group)
    }
    writer.open("g")
    // A background would inherit what is meant for the children.
    let common = group.background == nil ? SVGCommonStyle(of: group.children) : SVGCommonStyle()
    let className = group.classes.isEmpty ? nil : group.classes.joined(separator: " ")
    write(common.style ?? MarkStyle(), className: className)
    if let font = common.font { write(font) }
    if let offset = group.translate { Self.transform(translate: offset, in: &writer) }
    if let clip = group.clip {
      writer.attribute("clip-path", "url(#\(definitions.id(clip: clip)))")
    }
    if let opacity = group.opacity, opacity != 1 { writer.attribute("opacity", opacity) }
    write(group.accessibility)
    if var background = group.background {
      let shift = Self.boxShift(background.style)
      background.x += shift
      background.y += shift
      write(background, className: "background")
    }
    let outer = inherits
    inherits = (common.style != nil, common.font != nil)
    for child in group.children { write(child) }
    inherits = outer
    writer.close("g")
  }

  /// What puts a box with a thin line on the pixel grid like the guides round it (vega-scenegraph:
  /// `offset`).
  private static func boxShift(_ style: MarkStyle) -> Double {
    guard style.stroke != nil else { return 0 }
    let width = style.strokeWidth ?? 1
    return width > 0.5 && width < 1.5 ? 0.5 - abs(width - 1) : 0
  }

  private mutating func write(_ node: PathNode) {
    writer.open("path")
    if let position = node.position {
      Self.transform(translate: position, rotate: node.angle, in: &writer)
    }
    write(node.accessibility)
    if node.path != lastPath || lastData.isEmpty {
      lastPath = node.path
      lastData = SVGPathData.bytes(node.path)
    }
    let data = lastData
    writer.attribute("d") { $0.data(data) }
    writeOwn(node.style)
    writer.close("path")
  }

  private mutating func write(_ node: RectNode, className: String? = nil) {
    writer.open("path")
    write(node.accessibility)
    writer.attribute("d") {
      if node.corners.areSharp {
        SVGPathData.write(
          rectX: node.x, y: node.y, width: node.width, height: node.height, to: &$0)
      } else {
        let path = RectangleShape.path(
          x: node.x, y: node.y, width: node.width, height: node.height, corners: node.corners)
        SVGPathData.write(path, to: &$0)
      }
    }
    className == nil ? writeOwn(node.style) : write(node.style, className: className)
    writer.close("path")
  }

  private mutating func write(_ node: RuleNode) {
    writer.open("line")
    Self.transform(translate: node.from, in: &writer)
    write(node.accessibility)
    writer.attribute("x2", node.to.x - node.from.x)
    writer.attribute("y2", node.to.y - node.from.y)
    writeOwn(node.style)
    writer.close("line")
  }

  private mutating func write(_ node: ImageNode) {
    guard SVGLink.isSafePicture(node.address) else { return }
    writer.open("image")
    writer.attribute("href", node.address)
    writer.attribute("x", node.box.x1)
    writer.attribute("y", node.box.y1)
    writer.attribute("width", node.box.width)
    writer.attribute("height", node.box.height)
    if !node.keepsAspect { writer.attribute("preserveAspectRatio", "none") }
    if let opacity = node.opacity, opacity != 1 { writer.attribute("opacity", opacity) }
    writer.close("image")
  }

  private mutating func write(_ node: TextNode) {
    writer.open("text")
    writer.attribute("text-anchor", node.align.anchor)
    let shift = Point(node.offset.x, node.offset.y + node.baselineShift)
    if node.angle == 0 {
      Self.transform(translate: node.position + shift, in: &writer)
    } else {
      Self.transform(translate: node.position, rotate: node.angle, then: shift, in: &writer)
    }
    write(node.accessibility)
    if !inherits.font { write(node.font) }
    writeOwn(node.style)
    if node.lines.count <= 1 {
      writer.characters(node.lines.first ?? "")
    } else {
      for (index, line) in node.lines.enumerated() {
        writer.open("tspan")
        if index > 0 {
          writer.attribute("x", "0")
          writer.attribute("dy", node.leading)
        }
        writer.characters(line)
        writer.close("tspan")
      }
    }
    writer.close("text")
  }

  private mutating func write(_ font: Font) {
    if font.family != fontFamily { writer.attribute("font-family", font.family) }
    writer.attribute("font-size") {
      $0.number(font.size)
      $0.word("px")
    }
    if let weight = font.weight, weight != "normal" { writer.attribute("font-weight", weight) }
    if let style = font.style, style != "normal" { writer.attribute("font-style", style) }
  }

  /// Writes what the group has not written for all of its children.
  private mutating func writeOwn(_ style: MarkStyle) {
    guard inherits.style else { return write(style) }
    SVGPaint(colorMode: options.colorMode).writeOwn(style, to: &writer)
  }

  private mutating func write(_ style: MarkStyle, className: String? = nil) {
    SVGPaint(colorMode: options.colorMode).write(
      style, className: className, fillID: style.fill.flatMap { definitions.id(paint: $0) },
      strokeID: style.stroke.flatMap { definitions.id(paint: $0) }, to: &writer)
  }

  private mutating func write(_ accessibility: Accessibility?) {
    guard options.labelsParts, let accessibility else { return }
    if accessibility.isHidden { writer.attribute("aria-hidden", "true") }
    if let role = accessibility.role { writer.attribute("role", role) }
    if let description = accessibility.roleDescription {
      writer.attribute("aria-roledescription", description)
    }
    if let label = accessibility.label { writer.attribute("aria-label", label) }
  }

  private static func transform(
    translate: Point, rotate: Double = 0, then shift: Point = .zero, in writer: inout SVGWriter
  ) {
    writer.attribute("transform") {
      $0.word("translate(")
      $0.number(translate.x)
      $0.word(",")
      $0.number(translate.y)
      $0.word(")")
      guard rotate != 0 else { return }
      $0.word(" rotate(")
      $0.number(rotate)
      $0.word(")")
      guard shift != .zero else { return }
      $0.word(" translate(")
      $0.number(shift.x)
      $0.word(",")
      $0.number(shift.y)
      $0.word(")")
    }
  }
}
