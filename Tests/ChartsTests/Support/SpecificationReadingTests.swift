import Charts
import Diagnostics
import Documents
import Foundation
import Testing

/// The transforms, expressions, time units and projections of the specifications that lie beside the
/// repository, where they are there: all of them are read without a fault.
@Suite("Parts of public specifications")
struct SpecificationReadingTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/vega/dev")

  /// The trees of all specifications, by path.
  private func specifications() -> [(path: String, node: DocumentNode)] {
    let names = FileManager.default.enumerator(atPath: Self.folder.path)?.allObjects ?? []
    let paths = names.compactMap { $0 as? String }.filter { $0.hasSuffix("spec.vl.json") }.sorted()
    if paths.isEmpty { print("SKIPPED: the specifications are not beside the repository") }
    return paths.compactMap { path in
      guard let text = try? String(contentsOf: Self.folder.appending(path: path), encoding: .utf8),
        let node = JSONReader.read(text, path: path, into: DiagnosticCollector())
      else { return nil }
      return (path, node)
    }
  }

  /// All nodes that are the value of a key, wherever they stand.
  private func values(of key: String, in root: DocumentNode) -> [DocumentNode] {
    var found: [DocumentNode] = []
    var pending = [root]
    while let node = pending.popLast() {
      if let value = node[key] { found.append(value) }
      pending += node.children
    }
    return found
  }

  @Test("every transform is decoded")
  func transforms() {
    var count = 0
    for (path, root) in specifications() {
      let diagnostics = DiagnosticCollector()
      for node in values(of: "transform", in: root).flatMap({ $0.list ?? [] }) {
        #expect(DataTransform.decode(node, path: path, into: diagnostics) != nil, "\(path)")
        count += 1
      }
      #expect(diagnostics.sorted.filter { $0.severity == .error }.isEmpty, "\(diagnostics.sorted)")
    }
    #expect(count == 0 || count > 150)
  }

  @Test("every expression is compiled", arguments: ["expr", "labelExpr", "calculate"])
  func expressions(_ key: String) {
    for (path, root) in specifications() {
      let diagnostics = DiagnosticCollector()
      for node in values(of: key, in: root) {
        guard let text = node.string else { continue }
        #expect(
          Expression(text, node: node, path: path, into: diagnostics) != nil, "\(path): \(text)")
      }
      #expect(diagnostics.sorted.isEmpty)
    }
  }

  @Test("every time unit and projection is read")
  func unitsAndProjections() {
    for (path, root) in specifications() {
      let diagnostics = DiagnosticCollector()
      for node in values(of: "timeUnit", in: root) where node["field"] == nil {
        #expect(TimeUnit.Parameters(node, path: path, into: diagnostics) != nil, "\(path)")
      }
      for node in values(of: "projection", in: root) where node["type"]?["expr"] == nil {
        #expect(GeoProjection(node, path: path, into: diagnostics) != nil, "\(path)")
      }
      #expect(diagnostics.sorted.isEmpty, "\(diagnostics.sorted)")
    }
  }

  @Test(
    "every data file is read", .enabled(if: FileManager.default.fileExists(atPath: folder.path)))
  func data() throws {
    let data = Self.folder.appending(path: "data")
    let names = try FileManager.default.contentsOfDirectory(atPath: data.path).sorted()
    for name in names where ["csv", "tsv", "json"].contains(name.split(separator: ".").last) {
      let text = try String(contentsOf: data.appending(path: name), encoding: .utf8)
      let diagnostics = DiagnosticCollector()
      let table = ChartTable(
        text: text, format: DataFormat(url: name), path: name, into: diagnostics)
      #expect(diagnostics.sorted.isEmpty, "\(name): \(diagnostics.sorted.prefix(2))")
      #expect((table?.count ?? 0) > 0, "\(name)")
    }
  }
}
