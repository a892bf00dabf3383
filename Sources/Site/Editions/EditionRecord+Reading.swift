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
      let claims = node["claims"]?.claimsByPage, let values = node["values"]?.valuesByPage
    else { return nil }
    self.init(title: title)
    let shared = SharedParts(node)
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
      guard let figure = FigureEntry(entry.value, shared) else { return nil }
      self.figures[entry.key] = figure
    }
    for (page, claim) in claims {
      guard let claim = Claim(claim, on: page, shared) else { return nil }
      self.claims.append(claim)
    }
    for (page, reference, value) in values {
      guard let value = Value(value, reference, on: page, shared) else { return nil }
      self.values.append(value)
    }
    for entry in node["quantities"]?.mapping?.entries ?? [] {
      guard let rows = Rows(entry.value, shared) else { return nil }
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

/// What entries of a record share; each has it itself in records written before.
private struct SharedParts {
  private var bases: [String: DocumentNode] = [:]
  private var columns: [String: DocumentNode] = [:]

  init(_ record: DocumentNode) {
    for entry in record["bases"]?.mapping?.entries ?? [] { bases[entry.key] = entry.value }
    for entry in record["columns"]?.mapping?.entries ?? [] { columns[entry.key] = entry.value }
  }

  /// What an entry reads; nil where it names something that is not there.
  func basis(of entry: DocumentNode) -> DocumentNode? {
    entry["basis"].map { $0.string.flatMap { bases[$0] } } ?? entry
  }

  /// A column that is given by its name, or with what it means.
  func column(_ node: DocumentNode) -> DataColumn? {
    guard let name = node.string ?? node["name"]?.string else { return nil }
    return (node["type"] == nil ? columns[name] : node).flatMap { DataColumn(name, $0) }
  }
}

extension EditionRecord.FigureEntry {
  fileprivate init?(_ node: DocumentNode, _ shared: SharedParts) {
    guard let page = node["page"]?.string, let kind = node["kind"]?.string,
      let title = node["title"]?.string, let basis = EditionRecord.Basis(node, shared),
      let data = node["data"]?.list
    else { return nil }
    let tables = data.compactMap { EditionRecord.Rows($0, shared) }
    guard tables.count == data.count else { return nil }
    self.init(page: page, kind: kind, title: title, basis: basis, tables: tables)
  }
}

extension EditionRecord.Rows {
  fileprivate init?(_ node: DocumentNode, _ shared: SharedParts) {
    guard let name = node["name"]?.string, let key = node["key"]?.strings,
      let nodes = node["columns"]?.list, let lists = node["rows"]?.list
    else { return nil }
    let columns = nodes.compactMap(shared.column)
    let constants = nodes.map { $0["value"]?.dataValue }
    let width = constants.count { $0 == nil }
    let rows = lists.compactMap { row -> [DataValue]? in
      guard let cells = row.list, cells.count == width else { return nil }
      var rest = cells.map(\.dataValue)[...]
      return constants.map { $0 ?? rest.removeFirst() }
    }
    guard columns.count == nodes.count, rows.count == lists.count else { return nil }
    self.init(name: name, key: key, table: DataTable(columns: columns, rows: rows))
  }
}

extension EditionRecord.Claim {
  fileprivate init?(_ node: DocumentNode, on page: String, _ shared: SharedParts) {
    guard let id = node["id"]?.string, let words = node["words"]?.string,
      let condition = node["condition"]?.string,
      let basis = EditionRecord.Basis(node, shared)
    else { return nil }
    self.init(
      page: page, id: id, words: words, condition: condition, holds: node["holds"]?.boolean,
      basis: basis)
  }
}

extension EditionRecord.Value {
  fileprivate init?(
    _ node: DocumentNode, _ reference: String, on page: String, _ shared: SharedParts
  ) {
    guard let shown = node["shown"]?.string, let value = node["value"],
      let basis = EditionRecord.Basis(node, shared)
    else { return nil }
    self.init(
      page: page, reference: reference, shown: shown, value: value.dataValue,
      unit: node["unit"]?.string, status: node["status"]?.string ?? DataStatus.reported.word,
      period: node["period"]?.string, basis: basis)
  }
}

extension EditionRecord.Basis {
  fileprivate init?(_ node: DocumentNode, _ shared: SharedParts) {
    guard let basis = shared.basis(of: node), let reads = basis["reads"]?.mapping else {
      return nil
    }
    self.init(
      reads: Dictionary(reads.entries.map { ($0.key, $0.value.strings ?? []) }) { first, _ in first
      },
      sql: basis["sql"]?.string ?? "", sources: node["sources"]?.strings ?? [],
      isExact: node["exact"]?.boolean ?? true, disputes: node["disputed"]?.strings ?? [])
  }
}

extension DataColumn {
  fileprivate init?(_ name: String, _ node: DocumentNode) {
    guard let type = node["type"]?.string.flatMap(ColumnType.init) else { return nil }
    self.init(
      name, type, title: node["title"]?.string, unit: node["unit"]?.string.map { DataUnit($0) },
      format: node["format"]?.string, isCalendar: node["calendar"]?.boolean ?? false)
  }
}

extension DocumentNode {
  /// The claims of a record with their pages; those of records written before name theirs.
  fileprivate var claimsByPage: [(page: String, claim: DocumentNode)]? {
    if let list { return list.map { ($0["page"]?.string ?? "", $0) } }
    return mapping?.entries.flatMap { page in
      (page.value.list ?? []).map { (page.key, $0) }
    }
  }

  /// The values of a record with their pages and references; those of records written before name theirs.
  fileprivate var valuesByPage: [(page: String, reference: String, value: DocumentNode)]? {
    if let list {
      return list.map { ($0["page"]?.string ?? "", $0["reference"]?.string ?? "", $0) }
    }
    return mapping?.entries.flatMap { page in
      (page.value.mapping?.entries ?? []).map { (page.key, $0.key, $0.value) }
    }
  }

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
