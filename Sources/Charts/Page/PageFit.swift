import Diagnostics
import Tables

/// Gives plots the sizes with which the whole picture is as wide as a page's drawing.
///
/// What stands beside a plot, such as labels, depends on its size in turn, so the picture is laid out, measured
/// and laid out again; it settles after two or three rounds.
struct PageFit {
  private let width: ChartOptions.PageWidth
  private var model: ChartModel

  private init(_ model: ChartModel, _ width: ChartOptions.PageWidth) {
    self.model = model
    self.width = width
  }

  /// The scene of a model, fitted to the page where the model is for one.
  static func scene(of model: ChartModel) -> Scene {
    guard let page = model.page else { return AutosizeFit.scene(of: model) }
    for plot in model.root.plots { SeriesLabels.replaceLegends(of: plot) }
    var fit = PageFit(model, page.width)
    // A title may be longer than the drawing is wide: no plot is narrowed for it.
    fit.model.options.showsTitle = false
    var scene = model.root.isPlot ? fit.fitPlot() : fit.fitViews()
    if model.options.showsTitle {
      fit.model.options.showsTitle = true
      scene = ChartLayout(model: fit.model).scene()
    }
    if scene.width < page.width.total { scene.width = page.width.total }
    page.warnOfColours(model.root)
    return scene
  }

  // MARK: one plot

  private mutating func fitPlot() -> Scene {
    let plot = model.root
    let isWidthWritten = Self.hasFixedWidth(plot)
    let isTall = plot.plotScale(.y)?.type.hasDiscreteDomain ?? (plot.plotScale(.yOffset) != nil)
    if isWidthWritten {
      let scene = laidOut(fillsWidth: false)
      if scene.width <= width.total { return scene }
      if width == .wide { reportWidth(scene.width) }
    }
    model.options.width = (width.total * 0.85).rounded()
    var scene = laidOut(fillsWidth: true)
    for _ in 0..<4 {
      let before = (plot.width, plot.height)
      model.options.width = max(40, plot.width + width.total - scene.width)
      if !isTall, !Self.hasFixedHeight(plot) {
        model.options.height = max(40, plot.height + width.standardHeight - scene.height)
      }
      if isTall, !Self.hasFixedHeight(plot) { model.options.height = heightForLabels(plot) }
      scene = laidOut(fillsWidth: true)
      if abs(plot.width - before.0) < 0.5, abs(plot.height - before.1) < 0.5 { break }
    }
    return scene
  }

  /// The height with which every band is as tall as the lines of its label; the present one where it is already.
  private func heightForLabels(_ plot: ViewNode) -> Double? {
    let builder = AxisBuilder(config: model.config, context: model.context, page: model.page)
    var growth = 1.0
    for part in plot.axes[.y] ?? [] {
      guard case .band(let scale) = part.scale.scale, scale.step > 0 else { continue }
      let axis = builder.model(
        part, builder.resolved(part, .left), side: .left, width: plot.width, height: plot.height,
        isGridShown: false)
      let lines = axis.ticks.map(\.label.count).max() ?? 1
      let leading = axis.labels.map { $0.lineHeight ?? $0.font.size + 2 } ?? 0
      growth = max(growth, Double(lines) * leading / scale.step)
    }
    return growth > 1 ? (plot.height * growth).rounded(.up) : model.options.height
  }

  private func reportWidth(_ needed: Double) {
    model.context.collector.add(
      Diagnostic(
        .error, "chart.width", at: SourceLocation(model.context.path, model.root.spec.range),
        "the chart is wider than a page's drawing",
        found: "\(PlainNumber.text(needed.rounded())) pixels",
        expected: "at most \(PlainNumber.text(width.total)) pixels with axes and labels",
        remedy: "leave `width` out, and the chart fills the drawing"))
  }

  // MARK: views side by side

  private mutating func fitViews() -> Scene {
    let least = width == .wide ? 280.0 : 140
    let most = model.root.columnCount
    var scene = Scene(width: 0, height: 0, root: GroupNode())
    for columns in stride(from: max(1, most), through: 1, by: -1) {
      // Plots side by side are together no wider than the page: what cannot be wide enough is not laid out.
      let isNarrow = width.total / Double(min(columns, model.root.children.count)) + 1 < least
      if isNarrow, columns > 1, model.root.canWrap { continue }
      model.root.setColumns(columns)
      let plotWidth = plotWidth()
      if plotWidth < least, columns > 1, model.root.canWrap { continue }
      model.options.width = max(40, plotWidth)
      scene = laidOut(fillsWidth: true)
      narrow(&scene, columns: columns)
      break
    }
    return scene
  }

  /// Takes from the plots what the picture is too wide: other sizes may have other labels beside them.
  private mutating func narrow(_ scene: inout Scene, columns: Int) {
    for _ in 0..<3 {
      guard let plotWidth = model.options.width, plotWidth > 40, scene.width > width.total else {
        return
      }
      let excess = ((scene.width - width.total) / Double(columns)).rounded(.up)
      model.options.width = max(40, plotWidth - excess)
      scene = laidOut(fillsWidth: true)
    }
  }

  /// The width of one plot with which the picture has the page's width: the picture's width grows in a
  /// straight line with the plots'.
  private mutating func plotWidth() -> Double {
    let trial = 200.0
    let measured = measuredWidth(trial)
    let slope: Double
    if case .facet(let facet) = model.root.kind, !Self.hasFixedWidth(model.root) {
      // All plots are equally wide.
      slope = Double(max(1, facet.columnCount))
    } else {
      slope = max(0.01, (measured - measuredWidth(trial / 2)) / (trial / 2))
    }
    let fitted = min(width.total, (trial + (width.total - measured) / slope).rounded(.down))
    model.options.height = min(240, max(110, (fitted * 0.7).rounded()))
    return fitted
  }

  /// The width of the picture with plots of a width.
  private mutating func measuredWidth(_ plotWidth: Double) -> Double {
    model.options.width = plotWidth
    model.options.height = (plotWidth * 0.75).rounded()
    return laidOut(fillsWidth: true).width
  }

  private func laidOut(fillsWidth: Bool) -> Scene {
    SizeRules(
      config: model.config, context: model.context, options: model.options, fillsWidth: fillsWidth
    ).assign(model.root)
    return ChartLayout(model: model).scene()
  }

  private static func hasFixedWidth(_ node: ViewNode) -> Bool {
    switch node.spec.width {
    case .pixels, .step: true
    case .container: false
    case nil: node.children.contains(where: hasFixedWidth)
    }
  }

  private static func hasFixedHeight(_ node: ViewNode) -> Bool {
    node.spec.height != nil || node.children.contains(where: hasFixedHeight)
  }
}

extension ViewNode {
  /// The scale of the plot's position; of layers with scales of their own, that of the first.
  func plotScale(_ channel: Channel) -> ScaleModel? {
    scale(channel) ?? children.lazy.compactMap { $0.plotScale(channel) }.first
  }

  /// How many views stand side by side as written.
  var columnCount: Int {
    switch kind {
    case .unit, .layer: 1
    case .concat(let views, let concat): concat.columns ?? views.count
    case .facet(let facet): facet.columnCount
    }
  }

  /// Whether the views may stand in fewer columns than written.
  var canWrap: Bool {
    switch kind {
    case .unit, .layer: false
    case .concat: true
    case .facet(let facet): facet.isWrapped
    }
  }

  /// Puts the views into columns anew, where they may be.
  func setColumns(_ count: Int) {
    switch kind {
    case .concat(let views, var concat):
      concat.columns = count
      kind = .concat(views, concat)
    case .facet(var facet) where facet.isWrapped && count > 0:
      facet.columnCount = count
      for index in facet.cells.indices {
        facet.cells[index].row = index / count
        facet.cells[index].column = index % count
      }
      kind = .facet(facet)
    default: break
    }
  }
}
