import Diagnostics
import Documents
import YAML

/// Trees for tests.
enum YAMLTree {
  /// The tree of a text without faults.
  static func read(_ text: String) -> DocumentNode? {
    YAMLReader.read(text, path: "", into: DiagnosticCollector())
  }
}
