import Tables

/// A finished chart in words and in SVG.
struct Drawing {
  let model: ChartModel
  let scene: Scene
  let options: ChartOptions

  func rendered() -> RenderedChart {
    let title = model.root.spec.title
    let description = model.root.spec.description ?? ChartDescription(model: model).text()
    var scene = scene
    scene.title = title.flatMap { Self.joined($0.text) } ?? ChartDescription(model: model).name()
    scene.description = description.isEmpty ? nil : description
    var svg = SVGOptions(idPrefix: options.name, colorMode: options.colourMode)
    if case .page(let width) = options.mode {
      svg.classes = [width == .wide ? "wide" : "narrow"]
      svg.hasFixedSize = options.colourMode == .literal
      svg.labelsParts = false
    }
    return RenderedChart(
      svg: SVGRenderer.render(scene, options: svg), width: scene.width, height: scene.height,
      title: title.flatMap { Self.joined($0.text) },
      subtitle: title.flatMap { Self.joined($0.subtitle) }, description: description,
      data: model.used, hasDirectLabels: model.root.plots.contains { $0.labelledScale != nil },
      hasLegend: Self.hasLegend(model.root), statuses: statuses, scene: scene)
  }

  private var statuses: [DataStatus] {
    guard options.theme?.marksStatus == true else { return [] }
    let units = model.root.plots.flatMap(\.units)
    return Set(units.flatMap { StatusReader.statuses($0, named: options.statusColumns) }).sorted()
  }

  private static func joined(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.joined(separator: " ")
  }

  private static func hasLegend(_ node: ViewNode) -> Bool {
    !node.legends.isEmpty || node.children.contains(where: hasLegend)
  }
}
