import Diagnostics
import Documents

/// Decodes the resources of a Data Package.
struct ResourceDecoder {
  let context: DescriptorContext
  let package: PackageDecoder

  /// The resource that a node describes; nil where it has no name or no file.
  func decode(_ node: DocumentNode) -> DataResource? {
    guard var reader = context.reader(node, "a resource") else { return nil }
    let name = reader.requiredString("name")
    let path = path(&reader)
    let isTable = isTable(&reader, path)
    var resource = DataResource(name: name ?? "", path: path ?? "", isTable: isTable)
    resource.location = reader.location("name")
    resource.title = reader.string("title")
    resource.description = reader.string("description")
    resource.sources = package.sources(reader.list("sources"))
    resource.licenses = package.licenses(reader.list("licenses"))
    resource.dialect = dialect(reader.node("dialect"))
    resource.schema = inPlace(reader.node("schema"), "schema")
      .flatMap(SchemaDecoder(context: context).decode)
    resource.status = reader.node("status").flatMap(StatusDecoder(context: context).rule)
    resource.period = reader.string("period")
    resource.place = reader.string("place")
    resource.places = reader.strings("places") ?? []
    resource.vintages = reader.node("vintages").flatMap(vintages)
    resource.updateEvery = context.updateEvery(&reader)
    checkEncoding(&reader)
    resource.bytes = reader.integer("bytes")
    reader.ignore("homepage", "hash", "hashing", "scheme", "count_of_rows", "stats")
    reader.finishDescriptor()
    if isTable, let name { TableName.check(name, at: reader.location("name"), context) }
    return name == nil || path == nil ? nil : resource
  }

  /// The file: below the package, and one.
  private func path(_ reader: inout MappingReader) -> String? {
    if reader.node("data") != nil {
      context.error(
        "package.inline-data", at: reader.location("data"), "the data of a resource are a file",
        remedy: "put them into a CSV file and name it in `path`")
      return nil
    }
    guard reader.requiredNode("path") != nil, let paths = reader.strings("path") else { return nil }
    guard let path = paths.first, paths.count == 1 else {
      context.error(
        "package.path", at: reader.location("path"), "a resource is one file",
        found: "\(paths.count) files", remedy: "join the files, or make them resources each")
      return nil
    }
    if let reason = ResourcePath.fault(path) {
      context.error("package.path", at: reader.location("path"), reason, found: "`\(path)`")
      return nil
    }
    return path
  }

  /// Whether the file is a table: by `type`, `profile`, `format`, or else its ending.
  private func isTable(_ reader: inout MappingReader, _ path: String?) -> Bool {
    let kinds = [reader.string("type"), reader.string("profile")]
    let format = reader.string("format")?.lowercased() ?? reader.string("mediatype")
    reader.ignore("mediatype")
    let isCSV =
      path?.lowercased().hasSuffix(".csv") == true || format == "csv"
      || format == "text/csv"
    let isDeclared = kinds.contains("table") || kinds.contains("tabular-data-resource")
    if isDeclared, !isCSV, path != nil {
      context.error(
        "package.format", at: reader.location("path"), "a table is a CSV file",
        found: format ?? path)
    }
    return isCSV || isDeclared
  }

  private func checkEncoding(_ reader: inout MappingReader) {
    guard let encoding = reader.string("encoding") else { return }
    let plain = encoding.lowercased().filter { $0 != "-" && $0 != "_" }
    guard plain != "utf8", plain != "ascii", plain != "usascii" else { return }
    context.error(
      "package.encoding", at: reader.location("encoding"), "a table is UTF-8 text",
      found: encoding, remedy: "save the file as UTF-8")
  }

  /// A node that stands in the descriptor itself.
  private func inPlace(_ node: DocumentNode?, _ what: String) -> DocumentNode? {
    guard let node, let path = node.string else { return node }
    context.error(
      "package.reference", at: context.location(node),
      "the \(what) of a resource stands in the package", found: "`\(path)`",
      remedy: "copy the file's content here")
    return nil
  }

  private func dialect(_ node: DocumentNode?) -> CSVDialect {
    var dialect = CSVDialect()
    guard let node = inPlace(node, "dialect"), var reader = context.reader(node, "the dialect")
    else { return dialect }
    func byte(_ key: String) -> UInt8? {
      guard let scalar = reader.scalar(key, context) else { return nil }
      if scalar.isASCII, scalar != "\n", scalar != "\r" { return UInt8(ascii: scalar) }
      context.error(
        "package.dialect", at: reader.location(key), "`\(key)` is an ASCII character")
      return nil
    }
    if let delimiter = byte("delimiter") { dialect.delimiter = delimiter }
    if let quote = byte("quoteChar") { dialect.quote = quote }
    dialect.comment = byte("commentChar")
    dialect.header = reader.boolean("header") ?? true
    dialect.skipsInitialSpace = reader.boolean("skipInitialSpace") ?? false
    if reader.boolean("doubleQuote") == false || reader.string("escapeChar") != nil {
      context.error(
        "package.dialect", at: reader.location("doubleQuote"),
        "quotes in cells are doubled, not escaped")
    }
    reader.ignore("lineTerminator", "caseSensitiveHeader", "csvddfVersion", "type", "name")
    if dialect.delimiter == dialect.quote {
      context.error(
        "package.dialect", at: reader.location("delimiter"),
        "delimiter and quote are different characters")
    }
    reader.finishDescriptor()
    return dialect
  }

  private func vintages(_ node: DocumentNode) -> DataResource.Vintages? {
    guard var reader = context.reader(node, "the vintages") else { return nil }
    defer { reader.finishDescriptor() }
    let same = reader.requiredNode("same") == nil ? nil : reader.strings("same")
    let by = reader.requiredString("by")
    let values = reader.requiredNode("values") == nil ? nil : reader.strings("values")
    let prefer = reader.strings("prefer") ?? []
    let tolerance = reader.number("tolerance") ?? 0
    let editions = reader.string("editions")
    if !(0...1).contains(tolerance) {
      context.error(
        "package.tolerance", at: reader.location("tolerance"),
        "a tolerance is a fraction of the larger value", found: PlainNumber.text(tolerance),
        expected: "0 to 1, such as 0.005")
    }
    guard let same, let by, let values else { return nil }
    return DataResource.Vintages(
      same: same, by: by, values: values, prefer: prefer, tolerance: tolerance, editions: editions,
      location: context.location(node))
  }
}
