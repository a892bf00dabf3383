import Diagnostics
import Documents

extension ViewSpec {
  /// How deeply views may stand in one another.
  static let depthLimit = 32

  /// Reads a view that stands in another one.
  static func read(_ node: DocumentNode, _ context: SpecContext, scope: RepeatScope) -> ViewSpec? {
    guard scope.depth < depthLimit else {
      context.error(
        "too-deep", at: node.range, "views are nested too deeply",
        expected: "at most \(depthLimit) levels")
      return nil
    }
    guard var reader = SpecReader(node, "a view", context),
      let view = ViewSpec(&reader, scope: scope.deeper)
    else { return nil }
    reader.finish()
    return view
  }

  /// Reads the properties of a view from an object that may have more of them.
  init?(_ reader: inout SpecReader, scope: RepeatScope) {
    let context = reader.context
    content = .layer([])
    range = reader.range
    name = reader.string("name")
    title = reader.node("title").flatMap { TitleSpec($0, context) }
    description = reader.string("description")
    data = reader.node("data").flatMap { DataSpec($0, context) }
    transforms = reader.list("transform") ?? []
    params = (reader.list("params") ?? []).compactMap { ParameterSpec($0, context) }
    width = reader.node("width").flatMap { SizeSpec($0, "width", context) }
    height = reader.node("height").flatMap { SizeSpec($0, "height", context) }
    projection = reader.node("projection").map { PropertyCatalog.projection.read($0, context) }
    view = reader.node("view").map { PropertyCatalog.view.read($0, context) } ?? Properties()
    resolve = reader.node("resolve").map { ResolveSpec($0, context) } ?? ResolveSpec()
    if let node = reader.node("encoding") {
      encoding = EncodingSpec(scope.substitute(node, context), context)
    }
    guard let content = Self.content(&reader, scope) else { return nil }
    self.content = content
  }

  private static let kinds = ["mark", "layer", "facet", "concat", "hconcat", "vconcat", "repeat"]

  private static func content(_ reader: inout SpecReader, _ scope: RepeatScope) -> Content? {
    let context = reader.context
    let present = kinds.filter { reader.has($0) }
    guard present.count == 1 else {
      context.error(
        "no-view", at: reader.range,
        present.isEmpty ? "there is nothing to draw" : "a view is of several kinds",
        found: present.isEmpty ? nil : present.map { "`\($0)`" }.joined(separator: " and "),
        expected: "one of `mark`, `layer`, `facet`, `concat`, `hconcat`, `vconcat`, `repeat`")
      present.forEach { _ = reader.node($0) }
      return nil
    }
    switch present[0] {
    case "mark":
      guard let node = reader.node("mark"),
        let mark = MarkSpec(scope.substitute(node, context), context)
      else { return nil }
      return .unit(mark)
    case "layer":
      let views = (reader.list("layer") ?? []).compactMap { read($0, context, scope: scope) }
      return .layer(views)
    case "facet":
      return facet(&reader, scope)
    case "repeat":
      return RepeatReader.content(&reader, scope)
    default:
      let nodes = reader.list(present[0]) ?? []
      var concat = ConcatSpec(grid: GridSpec(&reader))
      switch present[0] {
      case "hconcat": concat.columns = nil
      case "vconcat": concat.columns = 1
      default: concat.columns = concat.grid.columns
      }
      return .concat(nodes.compactMap { read($0, context, scope: scope) }, concat)
    }
  }

  private static func facet(_ reader: inout SpecReader, _ scope: RepeatScope) -> Content? {
    let context = reader.context
    guard let written = reader.node("facet"), let child = reader.node("spec") else {
      context.error("no-view", at: reader.range, "a facet has no `spec`")
      return nil
    }
    let node = scope.substitute(written, context)
    var facet = FacetSpec(grid: GridSpec(&reader))
    if node["row"] != nil || node["column"] != nil {
      guard var inner = SpecReader(node, "a facet", context) else { return nil }
      facet.row = inner.node("row").flatMap { ChannelSpec(.row, $0, context) }
      facet.column = inner.node("column").flatMap { ChannelSpec(.column, $0, context) }
      inner.finish()
    } else {
      facet.wrapped = ChannelSpec(.facet, node, context)
    }
    guard let view = read(child, context, scope: scope) else { return nil }
    return .facet(facet, view)
  }
}

extension MarkSpec {
  /// Reads a mark's name or definition; reports an unknown one.
  init?(_ node: DocumentNode, _ context: SpecContext) {
    let named = node.string != nil ? node : node["type"]
    guard let named, let name = named.string else {
      context.error("unknown-mark", at: node.range, "the mark has no type")
      return nil
    }
    guard let type = MarkType(rawValue: name) else {
      context.unknown(
        "unknown-mark", at: named.range, "mark", name, among: MarkType.allCases.map(\.rawValue))
      return nil
    }
    self.type = type
    range = named.range
    properties = node.string != nil ? Properties() : PropertyCatalog.mark.read(node, context)
  }
}

extension SizeSpec {
  init?(_ node: DocumentNode, _ key: String, _ context: SpecContext) {
    if let pixels = node.number {
      guard pixels.isFinite, pixels >= 0, pixels <= 100_000 else {
        context.error(
          "bad-size", at: node.range, "`\(key)` is out of range", found: "\(pixels)",
          expected: "0 to 100000")
        return nil
      }
      self = .pixels(pixels, node.range)
    } else if node.string == "container" {
      self = .container(node.range)
    } else if let step = node["step"]?.number {
      self = .step(
        step.clamped(to: 0...10_000), forPosition: node["for"]?.string == "position", node.range)
    } else if node["expr"] != nil {
      context.warning(
        "unsupported-property", at: node.range, "an expression as `\(key)` is not read")
      return nil
    } else {
      context.error(
        "wrong-type", at: node.range, "`\(key)` is not a size", found: node.kind,
        expected: "a number, `container` or `{step: …}`")
      return nil
    }
  }
}

extension TitleSpec {
  init?(_ node: DocumentNode, _ context: SpecContext) {
    if node.isNull { return nil }
    range = node.range
    if node.mapping != nil {
      properties = PropertyCatalog.title.read(node, context)
    } else {
      properties = Properties(["text": node])
    }
  }
}

extension ParameterSpec {
  init?(_ node: DocumentNode, _ context: SpecContext) {
    guard var reader = SpecReader(node, "a parameter", context) else { return nil }
    guard let name = reader.string("name") else {
      context.error("no-name", at: node.range, "a parameter has no name")
      return nil
    }
    self.name = name
    range = node.range
    value = reader.node("value")
    expression = reader.string("expr")
    let bind = reader.node("bind")
    selection = reader.node("select").map { SelectionSpec($0, bind: bind) }
    reader.finish(unsupported: ["react"], ignored: ["views"])
  }
}

extension SelectionSpec {
  init(_ node: DocumentNode, bind: DocumentNode?) {
    isInterval = (node.string ?? node["type"]?.string) == "interval"
    encodings = node["encodings"]?.list?.compactMap { $0.string.flatMap(Channel.init(rawValue:)) }
    bindsScales = bind?.string == "scales"
    mark = Properties(node["mark"])
  }
}

extension ResolveSpec {
  init(_ node: DocumentNode, _ context: SpecContext) {
    guard var reader = SpecReader(node, "resolve", context) else { return }
    scale = Self.rules(&reader, "scale")
    axis = Self.rules(&reader, "axis")
    legend = Self.rules(&reader, "legend")
    reader.finish()
  }

  private static func rules(_ reader: inout SpecReader, _ key: String) -> ChannelMap<Rule> {
    guard var inner = reader.reader(key, "resolve") else { return [:] }
    var rules: ChannelMap<Rule> = [:]
    for channel in Channel.scaled {
      rules[channel] = inner.choice(channel.rawValue, Rule.self, "rule")
    }
    inner.finish()
    return rules
  }
}

extension PropertyCatalog {
  static let projection = PropertyCatalog(
    "a projection",
    [
      (.number, "scale precision clipAngle pointRadius"),
      (.anything, "type center rotate translate clipExtent parallels fit extent size"),
      (.boolean, "reflectX reflectY"),
    ],
    unsupported: "coefficient distance fraction lobes parallel radius ratio spacing tilt")
}
