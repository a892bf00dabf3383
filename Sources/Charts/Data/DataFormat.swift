public import Diagnostics
public import Documents

/// How a text of data is read (Vega-Lite's `format`).
public struct DataFormat: Hashable, Sendable {
  /// The forms of data.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Values separated by commas.
    case csv
    /// Values separated by tabs.
    case tsv
    /// Values separated by `delimiter`.
    case dsv
    /// JSON, GeoJSON included.
    case json
    /// TopoJSON, of which `feature` or `mesh` is taken.
    case topojson
  }

  /// The form.
  public var kind: Kind
  /// The separator of `dsv`.
  public var delimiter: Character = ","
  /// The path to the rows inside of JSON.
  public var property: String?
  /// The name of the TopoJSON object whose features are the rows.
  public var feature: String?
  /// The name of the TopoJSON object whose borders are drawn as one.
  public var mesh: String?
  /// Which borders of `mesh`: those between two shapes, those of one, or all.
  public var meshFilter: MeshFilter = .all
  /// What columns are read as.
  public var parses: [String: ValueParse] = [:]
  /// Whether the types of the other columns are found from the texts.
  public var infersTypes: Bool

  /// Which borders of a TopoJSON object are taken.
  public enum MeshFilter: String, Hashable, Sendable, CaseIterable {
    /// All of them.
    case all
    /// Those between two shapes.
    case interior
    /// Those of one shape only.
    case exterior
  }

  /// A format.
  public init(_ kind: Kind) {
    self.kind = kind
    infersTypes = kind == .csv || kind == .tsv || kind == .dsv
  }

  /// The format of a file by the end of its name; JSON where it tells nothing.
  public init(url: String) {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    self.init(ending == "json" ? .json : Kind(rawValue: ending) ?? .json)
  }

  /// Reads `{type, delimiter, property, feature, mesh, filter, parse}`; `url` tells the type where the
  /// node does not.
  public init(
    _ node: DocumentNode?, url: String? = nil, path: String, into diagnostics: DiagnosticCollector
  ) {
    self.init(url: url ?? "")
    guard let node,
      var reader = MappingReader(node, path: path, what: "`format`", into: diagnostics)
    else { return }
    if let kind = reader.choice("type", Kind.self) {
      self = DataFormat(kind)
    } else if node["feature"] != nil || node["mesh"] != nil {
      self = DataFormat(.topojson)
    }
    if let text = reader.string("delimiter"), let first = text.first { delimiter = first }
    property = reader.string("property")
    feature = reader.string("feature")
    mesh = reader.string("mesh")
    if mesh != nil, let filter = reader.choice("filter", MeshFilter.self) { meshFilter = filter }
    if let parse = reader.node("parse") { readParses(parse, path: path, into: diagnostics) }
    reader.finish()
  }

  private mutating func readParses(
    _ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector
  ) {
    if node.isNull {
      infersTypes = false
    } else if node.string == "auto" {
      infersTypes = true
    } else if let entries = node.mapping?.entries {
      for entry in entries where !entry.value.isNull {
        if let parse = entry.value.string.flatMap(ValueParse.init) {
          parses[entry.key] = parse
        } else {
          report(entry.value, path: path, diagnostics)
        }
      }
    } else {
      report(node, path: path, diagnostics)
    }
  }

  private func report(_ node: DocumentNode, path: String, _ diagnostics: DiagnosticCollector) {
    let words = ["number", "boolean", "string", "date"]
    let near = node.string.flatMap { NearMiss.suggestion(for: $0, among: words) }
    diagnostics.add(
      Diagnostic(
        .error, "chart.parse", at: SourceLocation(path, node.range),
        "a column cannot be read this way", found: node.shown,
        expected: "number, boolean, string, date, date:'%d.%m.%Y' or utc:'…'",
        remedy: near.map { "did you mean `\($0)`?" }))
  }
}
