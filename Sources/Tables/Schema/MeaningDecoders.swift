import Diagnostics
import Documents

/// Decodes units.
struct UnitDecoder {
  let context: DescriptorContext

  /// The unit of a field: `t`, `{symbol, name}` or `{column}`.
  func fieldUnit(_ node: DocumentNode) -> FieldUnit? {
    if node["column"] != nil {
      guard var reader = context.reader(node, "a unit") else { return nil }
      let column = reader.requiredString("column")
      reader.finishDescriptor()
      return column.map(FieldUnit.column)
    }
    return unit(node).map(FieldUnit.fixed)
  }

  /// A unit: `t` or `{symbol, name}`.
  func unit(_ node: DocumentNode) -> DataUnit? {
    if let symbol = node.literalText { return DataUnit(symbol) }
    guard var reader = context.reader(node, "a unit") else { return nil }
    let name = reader.string("name")
    let symbol = reader.requiredString("symbol")
    reader.finishDescriptor()
    return symbol.map { DataUnit($0, name: name) }
  }

  /// The units of a package: `{kt: {name: thousand tonnes, of: 1000 t}}`.
  func catalog(_ node: DocumentNode) -> [DataUnit] {
    guard let reader = context.reader(node, "the units") else { return [] }
    let units = reader.mapping.entries.compactMap { entry -> DataUnit? in
      if let name = entry.value.string { return DataUnit(entry.key, name: name) }
      guard var reader = context.reader(entry.value, "a unit") else { return nil }
      let unit = DataUnit(
        entry.key, name: reader.string("name"), base: base(&reader, of: entry.key))
      reader.finishDescriptor()
      return unit
    }
    checkCycles(units, reader)
    return units
  }

  private func base(_ reader: inout MappingReader, of symbol: String) -> DataUnit.Base? {
    guard let text = reader.string("of") else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1)
    if parts.count == 2, let factor = Double(parts[0]), factor > 0, factor.isFinite {
      return DataUnit.Base(symbol: String(parts[1]), factor: factor)
    }
    context.error(
      "package.unit", at: reader.location("of"), "a unit is a number of another",
      found: "`\(text)`", expected: "for example 1000 t")
    return nil
  }

  private func checkCycles(_ units: [DataUnit], _ reader: MappingReader) {
    let catalog = UnitCatalog(units)
    for unit in units where unit.base != nil && catalog.root(unit).symbol == unit.symbol {
      context.error(
        "package.unit", at: reader.location(unit.symbol),
        "the unit \(unit.symbol) is a multiple of itself")
    }
  }
}

/// Decodes how far values are known.
struct StatusDecoder {
  let context: DescriptorContext

  /// A word, or `{column: estimated, "true": estimated}`.
  func rule(_ node: DocumentNode) -> StatusRule? {
    if node.string != nil { return status(node).map(StatusRule.constant) }
    guard var reader = context.reader(node, "a status") else { return nil }
    guard let column = reader.requiredString("column") else { return nil }
    var words: [String: DataStatus] = [:]
    for entry in reader.mapping.entries where entry.key != "column" {
      words[entry.key] = status(entry.value)
    }
    return .column(column, words)
  }

  private func status(_ node: DocumentNode) -> DataStatus? {
    let text = node.literalText ?? node.kind
    if let status = DataStatus(rawValue: text) { return status }
    context.unknown(
      "schema.status", text, what: "status", among: DataStatus.allCases.map(\.word), at: node)
    return nil
  }
}
