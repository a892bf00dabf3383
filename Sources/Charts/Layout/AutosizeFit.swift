import Documents

/// Fits a picture of one plot to its written size, where `autosize` asks for it: the size then is that of the
/// picture, and the plot has what axes, legends and titles leave.
struct AutosizeFit {
  private var model: ChartModel
  private let autosize: AutosizeSpec
  private let padding: Padding

  private init(_ model: ChartModel, _ autosize: AutosizeSpec) {
    self.model = model
    self.autosize = autosize
    padding = Padding(model.spec.padding ?? model.config.node["padding"])
  }

  /// The scene of a model for a picture of its own.
  static func scene(of model: ChartModel) -> Scene {
    guard model.root.isPlot, let autosize = Self.autosize(model) else {
      return ChartLayout(model: model).scene()
    }
    var fit = AutosizeFit(model, autosize)
    return autosize.kind == .none ? fit.bare() : fit.fitted()
  }

  /// What the specification or its configuration asks for; plots as wide as their container are fitted.
  private static func autosize(_ model: ChartModel) -> AutosizeSpec? {
    if let written = model.spec.autosize { return written.kind == .pad ? nil : written }
    if let node = model.config.node["autosize"], let configured = AutosizeSpec(node, model.context),
      configured.kind != .pad
    {
      return configured
    }
    func isContained(_ size: SizeSpec?) -> Bool {
      if case .container = size { true } else { false }
    }
    guard model.options.width == nil else { return nil }
    switch (isContained(model.root.spec.width), isContained(model.root.spec.height)) {
    case (true, true): return AutosizeSpec(kind: .fit, includesPadding: true)
    case (true, false): return AutosizeSpec(kind: .fitX, includesPadding: true)
    case (false, true): return AutosizeSpec(kind: .fitY, includesPadding: true)
    case (false, false): return nil
    }
  }

  /// The plot without room for what stands round it.
  private func bare() -> Scene {
    var scene = ChartLayout(model: model).scene()
    let plot = model.root
    scene.width = plot.width + padding.left + padding.right
    scene.height = plot.height + padding.top + padding.bottom
    scene.origin = Point(padding.left, padding.top)
    return scene
  }

  private mutating func fitted() -> Scene {
    let plot = model.root
    let fitsWidth = autosize.kind != .fitY && !isStepped(.x)
    let fitsHeight = autosize.kind != .fitX && !isStepped(.y)
    let goal = (
      width: plot.width + (autosize.includesPadding ? 0 : padding.left + padding.right),
      height: plot.height + (autosize.includesPadding ? 0 : padding.top + padding.bottom)
    )
    var scene = ChartLayout(model: model).scene()
    for _ in 0..<4 {
      let before = (plot.width, plot.height)
      if fitsWidth { model.options.width = max(0, plot.width + goal.width - scene.width) }
      if fitsHeight { model.options.height = max(0, plot.height + goal.height - scene.height) }
      SizeRules(
        config: model.config, context: model.context, options: model.options,
        fillsWidth: fitsWidth, fillsHeight: fitsHeight
      ).assign(model.root)
      scene = ChartLayout(model: model).scene()
      if abs(plot.width - before.0) < 0.5, abs(plot.height - before.1) < 0.5 { break }
    }
    return scene
  }

  /// Whether the length follows from a step for each value, so that nothing can be fitted.
  private func isStepped(_ channel: Channel) -> Bool {
    model.root.plotScale(channel)?.hasStep ?? false
  }
}
