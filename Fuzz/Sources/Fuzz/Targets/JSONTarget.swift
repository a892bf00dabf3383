import Diagnostics
import Documents

/// JSON, read, written and read again; a merge patch of the value onto itself.
enum JSONTarget {
  static func run(_ bytes: [UInt8]) {
    let diagnostics = DiagnosticCollector()
    let text = String(decoding: bytes, as: UTF8.self)
    guard let node = JSONReader.read(text, path: "json", into: diagnostics) else {
      promise(diagnostics.hasErrors, "neither a value nor an error")
      let formatter = TextDiagnosticFormatter(usesColor: false) { _ in text }
      _ = formatter.report(diagnostics.sorted)
      return
    }
    guard !diagnostics.hasErrors else { return }
    for style in [JSONWriter.Style.compact, .pretty] {
      let written = JSONWriter.text(node, style)
      let again = JSONReader.read(written, path: "again", into: diagnostics)
      promise(again?.hasSameContent(as: node) ?? false, "the value has changed: \(written)")
    }
    _ = node.merged(with: node)
  }
}
