import Diagnostics
import Documents

/// Shapes out of TopoJSON.
enum TopoJSON {
  static func shapes(
    _ node: DocumentNode, format: DataFormat, path: String, into diagnostics: DiagnosticCollector
  ) -> [ChartValue]? { nil }
}
