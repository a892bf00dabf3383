import Diagnostics
import Documents
import Tables

@testable import Charts

/// Draws small specifications in tests and looks at what came out.
struct ChartProbe {
  let chart: RenderedChart?
  let diagnostics: [Diagnostic]

  /// Draws a specification written as JSON.
  init(_ text: String, data: [String: DataTable] = [:], options: ChartOptions = ChartOptions()) {
    let collector = DiagnosticCollector()
    if let node = JSONReader.read(text, path: "chart.vl.json", into: collector) {
      chart = Chart.render(
        node, path: "chart.vl.json", data: data, options: options, into: collector)
    } else {
      chart = nil
    }
    diagnostics = collector.sorted
  }

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  var svg: String { chart?.svg ?? "" }

  /// The nodes of all marks of a kind: `rect`, `symbol`, `line`.
  func marks(_ kind: String) -> [SceneNode] {
    guard let chart else { return [] }
    return Self.groups(.group(chart.scene.root)).filter {
      $0.classes.contains("mark-\(kind)") && $0.classes.contains("role-mark")
    }.flatMap(\.children)
  }

  var rects: [RectNode] {
    marks("rect").compactMap { if case .rect(let rect) = $0 { rect } else { nil } }
  }

  var paths: [PathNode] {
    ["symbol", "line", "area", "arc", "trail", "shape"].flatMap { marks($0) }
      .compactMap { if case .path(let path) = $0 { path } else { nil } }
  }

  /// The texts of a role: `axis-label`, `axis-title`, `legend-label`, `title-text`.
  func texts(_ role: String) -> [String] {
    guard let chart else { return [] }
    return Self.groups(.group(chart.scene.root)).filter { $0.classes.contains("role-\(role)") }
      .flatMap(\.children).compactMap { node in
        if case .text(let text) = node { text.lines.joined(separator: " ") } else { nil }
      }
  }

  /// The text nodes of a role, with their place and alignment.
  func labels(_ role: String) -> [TextNode] {
    guard let chart else { return [] }
    return Self.groups(.group(chart.scene.root)).filter { $0.classes.contains("role-\(role)") }
      .flatMap(\.children).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The rectangles and paths of a role, such as `legend-symbol` or `legend-gradient`.
  func figures(_ role: String) -> [SceneNode] {
    guard let chart else { return [] }
    return Self.groups(.group(chart.scene.root)).filter { $0.classes.contains("role-\(role)") }
      .flatMap(\.children)
  }

  /// The plots in the coordinates of the picture, in the order in which they are drawn.
  var plots: [Bounds] {
    guard let chart else { return [] }
    var found: [Bounds] = []
    func walk(_ group: GroupNode, _ origin: Point, isPlot: Bool) {
      let place = origin + (group.translate ?? .zero)
      if isPlot, let box = group.background, box.style.fill != nil {
        found.append(
          Bounds(x: place.x + box.x, y: place.y + box.y, width: box.width, height: box.height))
      }
      let holdsPlots =
        group.classes.contains("role-frame")
        || group.classes.contains("role-scope") && group.classes.count > 2
      for case .group(let child) in group.children { walk(child, place, isPlot: holdsPlots) }
    }
    walk(chart.scene.root, chart.scene.origin, isPlot: false)
    return found
  }

  private static func groups(_ node: SceneNode) -> [GroupNode] {
    guard case .group(let group) = node else { return [] }
    return [group] + group.children.flatMap(groups)
  }
}

/// A specification with rows `a`, `b` and the given mark and channels.
func chart(
  _ mark: String, _ encoding: String,
  values: String = #"[{"a":"A","b":28},{"a":"B","b":55},{"a":"C","b":43}]"#, more: String = ""
) -> String {
  #"{"data":{"values":\#(values)},"mark":\#(mark),"encoding":{\#(encoding)}\#(more)}"#
}
