package import Diagnostics
import Documents
import Tables

extension EditionRecord {
  /// Reads the record of a frozen edition; nil after a report.
  ///
  /// - Parameter path: the file as diagnostics print it.
  package static func read(
    _ text: String, path: String, into diagnostics: DiagnosticCollector
  ) -> EditionRecord? {
    guard let node = JSONReader.read(text, path: path, into: diagnostics) else { return nil }
    guard let record = EditionRecord(node) else {
      diagnostics.add(
        Diagnostic(
          .error, "edition.record", at: SourceLocation(path, node.range),
          "this is no record of an edition", expected: "what `ytterby edition freeze` has written",
          remedy: "take the file back from version control, or freeze the edition again"))
      return nil
    }
    return record
  }

  /// A record from its JSON; nil where a part that every record has is missing or of another kind.
  private init?(_ node: DocumentNode) {
    guard let title = node["title"]?.string, let inputs = node["inputs"]?.mapping,
      let pages = node["pages"]?.mapping, let figures = node["figures"]?.mapping,
      let claims = node["claims"]?.list, let values = node["values"]?.list
    else { return nil }
    self.init(title: title)
    url = node["url"]?.string
    if let edition = node["edition"] {
      guard let edition = SiteConfiguration.Edition(edition) else { return nil }
      self.edition = edition
    }
    for entry in inputs.entries {
      guard let file = entry.value["file"]?.string, let hash = entry.value["sha256"]?.string
      else { return nil }
      self.inputs[entry.key] = Input(file: file, hash: hash)
    }
    for entry in pages.entries {
      guard let title = entry.value["title"]?.string, let source = entry.value["source"]?.string
      else { return nil }
      self.pages[entry.key] = Page(title: title, source: source)
    }
    for entry in figures.entries {
      guard let figure = FigureEntry(entry.value) else { return nil }
      self.figures[entry.key] = figure
    }
    for claim in claims {
      guard let claim = Claim(claim) else { return nil }
      self.claims.append(claim)
    }
    for value in values {
      guard let value = Value(value) else { return nil }
      self.values.append(value)
    }
    for entry in node["quantities"]?.mapping?.entries ?? [] {
      guard let rows = Rows(entry.value) else { return nil }
      quantities[entry.key] = rows
    }
    disagreements = node["disagreements"]?["entries"]?.strings ?? []
    texts = node["texts"]?.texts ?? [:]
    files = node["files"]?.texts ?? [:]
  }
}

extension SiteConfiguration.Edition {
  fileprivate init?(_ node: DocumentNode) {
    guard let id = node["id"]?.string, let published = node["published"]?.string,
      let dataAsOf = node["data_as_of"]?.string
    else { return nil }
    self.init(id: id, published: published, dataAsOf: dataAsOf, next: node["next"]?.string)
  }
}

extension EditionRecord.FigureEntry {
  fileprivate init?(_ node: DocumentNode) {
    guard let page = node["page"]?.string, let kind = node["kind"]?.string,
      let title = node["title"]?.string, let basis = EditionRecord.Basis(node),
      let data = node["data"]?.list
    else { return nil }
    let tables = data.compactMap(EditionRecord.Rows.init)
    guard tables.count == data.count else { return nil }
    self.init(page: page, kind: kind, title: title, basis: basis, tables: tables)
  }
}

extension EditionRecord.Rows {
  fileprivate init?(_ node: DocumentNode) {
    guard let name = node["name"]?.string, let key = node["key"]?.strings,
      let columns = node["columns"]?.list?.compactMap(DataColumn.init),
      let rows = node["rows"]?.list?.compactMap({ $0.list?.map(\.dataValue) }),
      rows.allSatisfy({ $0.count == columns.count })
    else { return nil }
    self.init(name: name, key: key, table: DataTable(columns: columns, rows: rows))
  }
}

extension EditionRecord.Claim {
  fileprivate init?(_ node: DocumentNode) {
    guard let page = node["page"]?.string, let id = node["id"]?.string,
      let words = node["words"]?.string, let condition = node["condition"]?.string,
      let basis = EditionRecord.Basis(node)
    else { return nil }
    self.init(
      page: page, id: id, words: words, condition: condition, holds: node["holds"]?.boolean,
      basis: basis)
  }
}

extension EditionRecord.Value {
  fileprivate init?(_ node: DocumentNode) {
    guard let page = node["page"]?.string, let reference = node["reference"]?.string,
      let shown = node["shown"]?.string, let value = node["value"],
      let status = node["status"]?.string, let basis = EditionRecord.Basis(node)
    else { return nil }
    self.init(
      page: page, reference: reference, shown: shown, value: value.dataValue,
      unit: node["unit"]?.string, status: status, period: node["period"]?.string, basis: basis)
  }
}

extension EditionRecord.Basis {
  fileprivate init?(_ node: DocumentNode) {
    guard let reads = node["reads"]?.mapping, let sources = node["sources"]?.strings else {
      return nil
    }
    self.init(
      reads: Dictionary(reads.entries.map { ($0.key, $0.value.strings ?? []) }) { first, _ in first
      },
      sql: node["sql"]?.string ?? "", sources: sources, isExact: node["exact"]?.boolean ?? true,
      disputes: node["disputed"]?.strings ?? [])
  }
}

extension DataColumn {
  fileprivate init?(_ node: DocumentNode) {
    guard let name = node["name"]?.string,
      let type = node["type"]?.string.flatMap(ColumnType.init)
    else { return nil }
    self.init(
      name, type, title: node["title"]?.string, unit: node["unit"]?.string.map { DataUnit($0) },
      format: node["format"]?.string, isCalendar: node["calendar"]?.boolean ?? false)
  }
}

extension DocumentNode {
  /// The texts of a list of texts.
  fileprivate var strings: [String]? { list?.compactMap(\.string) }

  /// The entries of a mapping of texts.
  fileprivate var texts: [String: String] {
    Dictionary(
      (mapping?.entries ?? []).compactMap { entry in
        entry.value.string.map { (entry.key, $0) }
      }
    ) { first, _ in first }
  }

  /// The cell that a JSON value was written from.
  fileprivate var dataValue: DataValue {
    switch value {
    case .boolean(let flag): .boolean(flag)
    case .number(let number, let literal): Int(literal).map(DataValue.integer) ?? .number(number)
    case .string(let text): .text(text)
    case .null, .list, .mapping: .null
    }
  }
}
