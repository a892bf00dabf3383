import Diagnostics
import Documents

/// A change for one of the two drawings of a chart: it may set how the chart looks, not what it shows.
struct DrawingPatch {
  let spec: DocumentNode
  let path: String
  let diagnostics: DiagnosticCollector

  /// Keys that say what is shown.
  private static let content: Set<String> = [
    "data", "datasets", "transform", "field", "aggregate", "bin", "timeUnit", "stack", "domain",
    "type", "params", "hconcat", "vconcat", "concat", "spec", "facet", "repeat",
  ]

  /// The specification as one drawing has it; without the change where that is not allowed, which is
  /// reported.
  func applied(_ patch: DocumentNode?) -> DocumentNode {
    guard let patch, !patch.isNull else { return spec }
    guard patch.mapping != nil else {
      report(patch, "a change of a drawing is a mapping", found: patch.shown)
      return spec
    }
    return isAllowed(patch, key: "") ? spec.merged(with: patch) : spec
  }

  private func isAllowed(_ node: DocumentNode, key: String) -> Bool {
    switch node.value {
    case .mapping(let mapping):
      return mapping.entries.allSatisfy { entry in
        if entry.key == "layer" { return keepsLayers(entry.value) }
        let isAxis = ["axis", "legend", "header", "config", "title", "mark"].contains(key)
        if Self.content.contains(entry.key), !isAxis {
          report(
            DocumentNode(.null, entry.keyRange), "both drawings of a chart show the same rows",
            found: "`\(entry.key)`",
            expected: "`title`, `height`, `width`, `config`, guides, `mark` or annotations")
          return false
        }
        return isAllowed(entry.value, key: entry.key)
      }
    case .list(let nodes): return nodes.allSatisfy { isAllowed($0, key: key) }
    case .null, .boolean, .number, .string: return true
    }
  }

  /// A list replaces the other whole: layers that draw the data must all be there as they are.
  private func keepsLayers(_ node: DocumentNode) -> Bool {
    let old = (spec["layer"]?.list ?? []).filter { !isAnnotation($0) }
    let new = (node.list ?? []).filter { !isAnnotation($0) }
    let isSame =
      old.count == new.count
      && zip(old, new).allSatisfy { differOnlyInLooks($0, $1) }
    if !isSame {
      report(
        node, "both drawings of a chart show the same rows", found: "other layers of data",
        expected: "the layers of the chart, with other annotations")
    }
    return isSame
  }

  /// Whether two layers differ in the looks of their marks alone.
  private func differOnlyInLooks(_ a: DocumentNode, _ b: DocumentNode) -> Bool {
    func type(_ layer: DocumentNode) -> String? {
      layer["mark"]?.string ?? layer["mark"]?["type"]?.string
    }
    return type(a) == type(b) && a.without("mark").hasSameContent(as: b.without("mark"))
  }

  /// A layer with values of its own.
  private func isAnnotation(_ layer: DocumentNode) -> Bool {
    layer["data"]?["values"] != nil
  }

  private func report(
    _ node: DocumentNode, _ summary: String, found: String?, expected: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, "chart.drawing", at: SourceLocation(path, node.range), summary, found: found,
        expected: expected))
  }
}
