import Diagnostics
import Documents

extension DataSpec {
  /// Reads `data`; null is no data.
  init?(_ node: DocumentNode, _ context: SpecContext) {
    self.node = node
    range = node.range
    format = node["format"]
    source = .none
    if node.isNull { return }
    guard var reader = SpecReader(node, "data", context) else { return nil }
    _ = reader.node("format")
    let name = reader.string("name")
    let values = reader.node("values")
    let url = reader.string("url")
    let sequence = reader.node("sequence")
    let graticule = reader.node("graticule")
    let sphere = reader.node("sphere")
    reader.finish()
    if let values {
      source = .values(values)
    } else if let url {
      source = .url(url)
      range = reader.range(of: "url")
    } else if let sequence {
      source = .sequence(sequence)
    } else if let graticule {
      source = .graticule(graticule)
    } else if sphere != nil {
      source = .sphere
    } else if let name {
      source = .named(name)
      range = reader.range(of: "name")
    } else {
      context.error(
        "no-data", at: node.range, "the data has no source",
        expected: "one of `values`, `url`, `name`, `sequence`")
      return nil
    }
  }
}
