import Diagnostics
import Documents

/// A whole specification, as written: a view, and what holds for the whole picture.
final class ChartSpec: Sendable {
  let root: ViewSpec
  /// The author's configuration.
  let config: DocumentNode?
  /// The colour under everything.
  let background: DocumentNode?
  let padding: DocumentNode?
  let autosize: AutosizeSpec?
  /// Tables by name.
  let datasets: DocumentMapping
  /// The major version that `$schema` names; 6 where it names none.
  let version: Int

  /// Reads a whole specification; nil where there is no view in it.
  init?(_ node: DocumentNode, _ context: SpecContext) {
    guard var reader = SpecReader(node, "the specification", context) else { return nil }
    version = Self.version(of: reader.string("$schema"))
    config = reader.node("config")
    background = reader.node("background")
    padding = reader.node("padding")
    datasets = reader.node("datasets")?.mapping ?? DocumentMapping()
    autosize = reader.node("autosize").flatMap { AutosizeSpec($0, context) }
    _ = reader.node("usermeta")
    _ = reader.node("$schema")
    guard let root = ViewSpec(&reader, scope: RepeatScope()) else { return nil }
    self.root = root
    reader.finish()
    if let config { ConfigReader.check(config, context) }
  }

  /// The major version in an address such as `https://vega.github.io/schema/vega-lite/v5.json`.
  private static func version(of schema: String?) -> Int {
    guard let schema, let mark = schema.lastIndex(of: "v") else { return 6 }
    return Int(schema[schema.index(after: mark)...].prefix { $0.isNumber }) ?? 6
  }
}

/// How the picture's size follows from the plot's.
struct AutosizeSpec: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case pad, fit, none
    case fitX = "fit-x"
    case fitY = "fit-y"
  }

  var kind: Kind = .pad
  /// Whether width and height include the padding.
  var includesPadding = false
}

extension AutosizeSpec {
  init?(_ node: DocumentNode, _ context: SpecContext) {
    if let name = node.string {
      guard let kind = Kind(rawValue: name) else {
        context.unknown(
          "unknown-value", at: node.range, "autosize", name, among: Kind.allCases.map(\.rawValue))
        return nil
      }
      self.kind = kind
      return
    }
    guard var reader = SpecReader(node, "autosize", context) else { return nil }
    kind = reader.choice("type", Kind.self, "autosize") ?? .pad
    includesPadding = reader.string("contains") == "padding"
    _ = reader.node("resize")
    reader.finish()
  }
}
