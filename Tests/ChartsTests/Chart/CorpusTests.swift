import Diagnostics
import Documents
import Foundation
import Testing

@testable import Charts

/// The public examples that lie beside the repository, where they are there.
@Suite("Public examples")
struct CorpusTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/vega/dev")

  private static func names(_ tier: String) -> [String] {
    let path = folder.appending(path: tier).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test("every core example ends in a picture or a diagnostic")
  func core() throws {
    let names = Self.names("T1")
    if names.isEmpty { print("SKIPPED: the public examples are not beside the repository") }
    for name in names {
      let base = Self.folder.appending(path: "T1/\(name)")
      let text = try String(contentsOf: base.appending(path: "spec.vl.json"), encoding: .utf8)
      let options = ChartOptions(load: { address in
        (try? Data(contentsOf: base.appending(path: address).standardized)).map { [UInt8]($0) }
      })
      let probe = ChartProbe(text, options: options)
      #expect(probe.chart != nil || !probe.errors.isEmpty, "\(name)")
      #expect(probe.svg.hasPrefix("<svg") || !probe.errors.isEmpty, "\(name)")
    }
  }
}
