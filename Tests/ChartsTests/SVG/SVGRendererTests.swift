import Testing

@testable import Charts

@Suite("Scenes as SVG")
struct SVGRendererTests {
  private func body(_ nodes: [SceneNode], _ options: SVGOptions = SVGOptions()) -> String {
    let scene = Scene(width: 10, height: 20, root: GroupNode(children: nodes))
    let text = SVGRenderer.render(scene, options: options)
    let start = text.firstRange(of: "\"><g>")
    let end = text.firstRange(of: "</g></g></svg>")
    guard let start, let end else { return text }
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test("the outermost element has a size, a view box, a role, a name and a description")
  func document() {
    let scene = Scene(
      width: 720, height: 360.5, origin: Point(5, 6), background: .literal("white"),
      title: "Output & share", description: "It rises.", root: GroupNode())
    let options = SVGOptions(idPrefix: "f1w", classes: ["wide"])
    #expect(
      SVGRenderer.render(scene, options: options)
        == "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"wide\" width=\"720\" height=\"360.5\""
        + " viewBox=\"0 0 720 360.5\" role=\"img\" aria-labelledby=\"f1w-t\""
        + " aria-describedby=\"f1w-d\"><title id=\"f1w-t\">Output &amp; share</title>"
        + "<desc id=\"f1w-d\">It rises.</desc><rect width=\"720\" height=\"360.5\" fill=\"white\"/>"
        + "<g fill=\"none\" stroke-miterlimit=\"10\" font-family=\"sans-serif\""
        + " transform=\"translate(5,6)\"><g/></g></svg>")
  }

  @Test("inside of pages the size is left to the page")
  func flexibleSize() {
    let scene = Scene(width: 720, height: 360, root: GroupNode())
    var options = SVGOptions()
    options.hasFixedSize = false
    let text = SVGRenderer.render(scene, options: options)
    #expect(!text.contains(" width="))
    #expect(text.contains("viewBox=\"0 0 720 360\""))
  }

  @Test("a rectangle is a path of one subpath")
  func rectangle() {
    let rect = RectNode(
      x: 1, y: 2, width: 3, height: 4, style: .filled(.literal("#4c78a8")),
      accessibility: .symbol("a: A", "bar"))
    #expect(
      body([.rect(rect)])
        == "<path role=\"graphics-symbol\" aria-roledescription=\"bar\" aria-label=\"a: A\""
        + " d=\"M1,2h3v4h-3Z\" fill=\"#4c78a8\"/>")
  }

  @Test("tokens are literal light values, or class names and no style attribute")
  func colorModes() {
    let rect = RectNode(
      x: 0, y: 0, width: 1, height: 1,
      style: MarkStyle(fill: .token(.s1), stroke: .token(.ruleStrong)))
    #expect(
      body([.rect(rect)]) == "<path d=\"M0,0h1v1h-1Z\" fill=\"#13289e\" stroke=\"#868d96\"/>")
    #expect(
      body([.rect(rect)], SVGOptions(colorMode: .classes))
        == "<path d=\"M0,0h1v1h-1Z\" class=\"fill-s1 stroke-rule-strong\"/>")
  }

  @Test("a hatching is defined once under an id of the caller's prefix")
  func hatching() {
    let paint = Paint.hatch(Hatch(color: .token(.s2)))
    let rects = [0.0, 5].map {
      SceneNode.rect(RectNode(x: $0, y: 0, width: 1, height: 1, style: .filled(paint)))
    }
    let scene = Scene(width: 9, height: 9, root: GroupNode(children: rects))
    let text = SVGRenderer.render(
      scene, options: SVGOptions(idPrefix: "fig", colorMode: .classes))
    #expect(
      text.contains(
        "<defs><pattern id=\"fig-p0\" patternUnits=\"userSpaceOnUse\" width=\"6\" height=\"6\""
          + " patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" class=\"fill-paper\"/>"
          + "<rect width=\"1.75\" height=\"6\" class=\"fill-s2\"/></pattern></defs>"))
    #expect(text.split(separator: "url(#fig-p0)").count == 2)
  }

  @Test("a gradient is written with its stops")
  func gradient() {
    let gradient = Gradient.vertical([
      .init(offset: 0, color: .literal("#fff")), .init(offset: 1, color: .token(.seq5)),
    ])
    let rect = RectNode(x: 0, y: 0, width: 1, height: 1, style: .filled(.gradient(gradient)))
    let scene = Scene(width: 9, height: 9, root: GroupNode(children: [.rect(rect)]))
    #expect(
      SVGRenderer.render(scene).contains(
        "<linearGradient id=\"chart-p0\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">"
          + "<stop offset=\"0\" stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#12437f\"/>"
          + "</linearGradient>"))
  }

  @Test("a clip cuts a group")
  func clip() {
    let group = GroupNode(clip: .rect(Bounds(x: 0, y: 0, width: 5, height: 6)))
    let scene = Scene(width: 9, height: 9, root: group)
    let text = SVGRenderer.render(scene)
    #expect(
      text.contains(
        "<clipPath id=\"chart-c0\"><rect x=\"0\" y=\"0\" width=\"5\" height=\"6\"/></clipPath>"))
    #expect(text.contains("<g clip-path=\"url(#chart-c0)\"/>"))
  }

  @Test("a line of text is placed at its alphabetic baseline")
  func text() {
    let node = TextNode(
      lines: ["100"], position: Point(-7, 0), align: .right, baseline: .middle,
      font: Font(size: 10), style: .filled(.literal("#000")))
    #expect(
      body([.text(node)])
        == "<text text-anchor=\"end\" transform=\"translate(-7,3)\" font-size=\"10px\""
        + " fill=\"#000\">100</text>")
  }

  @Test("turned text is moved to its baseline after turning")
  func turnedText() {
    let node = TextNode(
      lines: ["b"], position: Point(-27.5, 150), align: .center, baseline: .bottom, angle: -90,
      font: Font(size: 11, weight: "bold"), style: .filled(.literal("#000")))
    #expect(
      body([.text(node)])
        == "<text text-anchor=\"middle\" transform=\"translate(-27.5,150) rotate(-90)"
        + " translate(0,-2)\" font-size=\"11px\" font-weight=\"bold\" fill=\"#000\">b</text>")
  }

  @Test("further lines stand below the first")
  func lines() {
    let node = TextNode(
      lines: ["a", "b"], position: .zero, font: Font(size: 10), style: MarkStyle())
    #expect(
      body([.text(node)])
        == "<text text-anchor=\"start\" transform=\"translate(0,0)\" font-size=\"10px\">"
        + "<tspan>a</tspan><tspan x=\"0\" dy=\"12\">b</tspan></text>")
  }

  @Test("a mark links to a document, and not to a script")
  func links() {
    var rule = RuleNode(from: .zero, to: Point(1, 0), style: MarkStyle(), href: "a.html")
    #expect(body([.rule(rule)]).hasPrefix("<a href=\"a.html\"><line "))
    rule.href = "javascript:alert(1)"
    #expect(body([.rule(rule)]).hasPrefix("<line "))
  }

  @Test("no number that is none is ever written")
  func noNumbers() {
    let path = PathNode(
      path: LineShape.path([Point(.nan, 1), Point(1, 1)]), position: Point(.infinity, .nan),
      style: .stroked(.literal("red"), width: .nan, dash: [.nan]))
    let rect = RectNode(x: .nan, y: 0, width: -.infinity, height: .nan, style: MarkStyle())
    let text = body([.path(path), .rect(rect)]).lowercased()
    #expect(!text.contains("nan") && !text.contains("inf"))
  }

  @Test("inside of pages there is no style attribute and no family of fonts")
  func pages() {
    let rect = RectNode(
      x: 0, y: 0, width: 1, height: 1, style: MarkStyle(fill: .token(.s1), blend: "multiply"))
    let scene = Scene(width: 1, height: 1, root: GroupNode(children: [.rect(rect)]))
    let page = SVGRenderer.render(scene, options: SVGOptions(colorMode: .classes))
    #expect(!page.contains("style=") && !page.contains("font-family"))
    let file = SVGRenderer.render(scene)
    #expect(file.contains("style=\"mix-blend-mode:multiply\""))
  }

  @Test("a blend mode that is none is not written")
  func noBlendMode() {
    let style = MarkStyle(blend: "normal;background:url(x)")
    let rect = RectNode(x: 0, y: 0, width: 1, height: 1, style: style)
    #expect(!body([.rect(rect)]).contains("style"))
  }

  @Test("what is transparent is not written")
  func transparent() {
    let style = MarkStyle(fill: .literal("transparent"), stroke: .literal("transparent"))
    let rect = RectNode(x: 0, y: 0, width: 1, height: 1, style: style)
    #expect(body([.rect(rect)]) == "<path d=\"M0,0h1v1h-1Z\"/>")
  }

  @Test("paint and font that all marks of a group share stand at the group")
  func commonStyle() {
    var style = MarkStyle(fill: .token(.s1), opacity: 0.5)
    let rects = [0.0, 5].map {
      SceneNode.rect(RectNode(x: $0, y: 0, width: 1, height: 1, style: style))
    }
    let group = SceneNode.group(.marks("rect", rects))
    #expect(
      body([group])
        == "<g class=\"mark-rect role-mark\" fill=\"#13289e\"><path d=\"M0,0h1v1h-1Z\""
        + " opacity=\"0.5\"/><path d=\"M5,0h1v1h-1Z\" opacity=\"0.5\"/></g>")
    #expect(
      body([group], SVGOptions(colorMode: .classes))
        .hasPrefix("<g class=\"mark-rect role-mark fill-s1\"><path d=\"M0,0h1v1h-1Z\" "))
    style.fill = .token(.s2)
    let other = SceneNode.rect(RectNode(x: 9, y: 0, width: 1, height: 1, style: style))
    #expect(
      body([.group(.marks("rect", rects + [other]))])
        .hasPrefix("<g class=\"mark-rect role-mark\"><path d=\"M0,0h1v1h-1Z\" fill=\"#13289e\""))
  }

  @Test("a group's background does not take on its children's paint")
  func backgroundAlone() {
    let style = MarkStyle(stroke: .literal("red"))
    let rects = [0.0, 5].map {
      SceneNode.rect(RectNode(x: $0, y: 0, width: 1, height: 1, style: style))
    }
    let group = GroupNode(
      background: RectNode(x: 0, y: 0, width: 9, height: 9, style: .filled(.literal("white"))),
      children: rects)
    #expect(
      body([.group(group)]).hasPrefix(
        "<g><path d=\"M0,0h9v9h-9Z\" class=\"background\" fill=\"white\"/>"))
  }

  @Test("marks that share a path have the same data")
  func sharedPaths() {
    let circle = SymbolShape.circle.path(size: 4)
    let square = SymbolShape.square.path(size: 4)
    let nodes = [circle, circle, square, circle].map {
      SceneNode.path(PathNode(path: $0, position: .zero, style: MarkStyle()))
    }
    let text = body(nodes)
    #expect(text.split(separator: "A1,1,0,1,1").count == 7)
    #expect(text.split(separator: "L1,-1L1,1").count == 2)
  }

  @Test("on a page, groups that hold nothing but another group are one with it")
  func mergedGroups() {
    let rect = SceneNode.rect(RectNode(x: 0, y: 0, width: 1, height: 1, style: MarkStyle()))
    let inner = GroupNode(classes: ["b"], translate: Point(1, 2), children: [rect, rect])
    let outer = GroupNode(classes: ["a", "b"], translate: Point(3, 4), children: [.group(inner)])
    var options = SVGOptions()
    options.labelsParts = false
    let path = "<path d=\"M0,0h1v1h-1Z\"/>"
    #expect(
      body([.group(outer), .group(GroupNode(classes: ["empty"]))], options)
        == "<g class=\"a b\" transform=\"translate(4,6)\">\(path)\(path)</g>")
    #expect(body([.group(outer), rect]).ranges(of: "<g").count == 2)
  }

  @Test("on a page, lines of one paint next to each other are one path")
  func joinedLines() {
    func line(_ y: Double, _ style: MarkStyle, href: String? = nil) -> SceneNode {
      .rule(RuleNode(from: Point(0, y), to: Point(9, y), style: style, href: href))
    }
    let grid = MarkStyle.stroked(.token(.grid))
    let zero = MarkStyle.stroked(.token(.ink))
    var options = SVGOptions()
    options.labelsParts = false
    let text = body([line(1, grid), line(2, grid), line(3, zero), line(4, grid)], options)
    #expect(text.contains("d=\"M0,1L9,1M0,2L9,2\""))
    #expect(text.contains("d=\"M0,3L9,3\""))
    #expect(text.contains("d=\"M0,4L9,4\""))
    #expect(body([line(1, grid), line(2, grid)]).ranges(of: "<line").count == 2)
    var faint = grid
    faint.strokeOpacity = 0.5
    for style in [faint, MarkStyle.stroked(.literal("rgba(0, 0, 0, 0.5)"))] {
      #expect(body([line(1, style), line(2, style)], options).ranges(of: "<line").count == 2)
    }
    #expect(
      body([line(1, grid, href: "a.html"), line(2, grid, href: "b.html")], options)
        .ranges(of: "<line").count == 2)
  }

  @Test("on a page, places of a map that share a colour are one path, and other shapes stay apart")
  func joinedPlaces() {
    func place(_ x: Double, _ token: ColorToken) -> SceneNode {
      let path = Path(commands: [.move(Point(x, 0)), .line(Point(x, 1)), .close])
      return .path(PathNode(path: path, style: .filled(.token(token))))
    }
    var options = SVGOptions()
    options.labelsParts = false
    let places = [place(0, .grid), place(2, .grid), place(4, .ink), place(6, .grid)]
    let map = body([.group(.marks("shape", places))], options)
    #expect(map.ranges(of: "<path").count == 3)
    #expect(map.contains("d=\"M0,0L0,1ZM2,0L2,1Z\""))
    #expect(body([.group(.marks("shape", places))]).ranges(of: "<path").count == 4)
    #expect(body([.group(.marks("symbol", places))], options).ranges(of: "<path").count == 4)
  }

  @Test(
    "a group that does something to what it holds stays",
    arguments: [
      GroupNode(clip: .rect(Bounds(x1: 0, y1: 0, x2: 1, y2: 1))), GroupNode(opacity: 0.5),
      GroupNode(background: RectNode(x: 0, y: 0, width: 1, height: 1, style: MarkStyle())),
    ])
  func groupsThatStay(group: GroupNode) {
    var outer = group
    outer.children = [.group(GroupNode(classes: ["inner"]))]
    #expect(outer.merged == outer)
  }

  @Test("every token has two values and a name that is read back")
  func tokens() {
    for token in ColorToken.allCases {
      #expect(ColorToken(css: "var(--\(token.rawValue))") == token)
      #expect(token.lightValue != token.darkValue)
    }
    #expect(Paint(css: "var(--s1)") == .token(.s1))
    #expect(Paint(css: "none") == nil)
    #expect(Paint(css: "steelblue") == .literal("steelblue"))
  }
}
