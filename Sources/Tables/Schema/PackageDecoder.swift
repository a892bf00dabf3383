import Diagnostics
import Documents

/// Decodes Data Packages.
struct PackageDecoder {
  let context: DescriptorContext

  /// The package that a node describes; nil where it is no mapping.
  func decode(_ node: DocumentNode) -> DataPackage? {
    guard var reader = context.reader(node, "the data package") else { return nil }
    var package = DataPackage()
    package.name = reader.string("name")
    package.id = reader.string("id")
    package.title = reader.string("title")
    package.description = reader.string("description")
    package.homepage = reader.string("homepage")
    package.version = reader.string("version")
    package.created = created(&reader)
    package.keywords = reader.strings("keywords") ?? []
    package.sources = sources(reader.list("sources"))
    package.licenses = licenses(reader.list("licenses"))
    package.contributors = (reader.list("contributors") ?? []).compactMap(contributor)
    package.updateEvery = context.updateEvery(&reader)
    if let units = reader.node("units") {
      package.units = UnitCatalog(UnitDecoder(context: context).catalog(units))
    }
    package.measures = measures(reader.node("measures"))
    let resources = ResourceDecoder(context: context, package: self)
    if reader.requiredNode("resources") != nil {
      package.resources = (reader.list("resources") ?? []).compactMap(resources.decode)
    }
    reader.ignore("profile", "image", "hash", "bytes", "count_of_rows")
    reader.finishDescriptor()
    return package
  }

  private func created(_ reader: inout MappingReader) -> String? {
    guard let text = reader.string("created") else { return nil }
    if CalendarTime.parse(text) == nil {
      context.error(
        "package.created", at: reader.location("created"), "`created` is a date and time",
        found: "`\(text)`", expected: "for example 2026-03-31T12:00:00Z")
    }
    return text
  }

  /// The sources in a list.
  func sources(_ nodes: [DocumentNode]?) -> [DataPackage.Source] {
    (nodes ?? []).compactMap { node in
      guard var reader = context.reader(node, "a source") else { return nil }
      let source = DataPackage.Source(
        title: reader.string("title"), path: reader.string("path"), email: reader.string("email"),
        version: reader.string("version"))
      reader.ignore("name", "web")
      reader.finishDescriptor()
      return source
    }
  }

  /// The licences in a list.
  func licenses(_ nodes: [DocumentNode]?) -> [DataPackage.License] {
    (nodes ?? []).compactMap { node in
      guard var reader = context.reader(node, "a licence") else { return nil }
      let license = DataPackage.License(
        name: reader.string("name"), path: reader.string("path"), title: reader.string("title"))
      reader.finishDescriptor()
      return license
    }
  }

  private func contributor(_ node: DocumentNode) -> DataPackage.Contributor? {
    guard var reader = context.reader(node, "a contributor") else { return nil }
    var contributor = DataPackage.Contributor()
    let given = [reader.string("givenName"), reader.string("familyName")].compactMap(\.self)
    contributor.title =
      reader.string("title") ?? (given.isEmpty ? nil : given.joined(separator: " "))
    contributor.path = reader.string("path")
    contributor.email = reader.string("email")
    if let email = contributor.email, !email.isEmpty, let fault = TextFormat.email.fault(email) {
      context.error(
        "package.email", at: reader.location("email"), "`email` is an e-mail address",
        found: "`\(email)`", expected: fault.expected)
    }
    contributor.roles = (reader.strings("roles") ?? []) + (reader.strings("role") ?? [])
    contributor.organization = reader.string("organization")
    reader.finishDescriptor()
    return contributor
  }

  private func measures(_ node: DocumentNode?) -> [String: Measure] {
    guard let node, let reader = context.reader(node, "the measures") else { return [:] }
    var measures: [String: Measure] = [:]
    for entry in reader.mapping.entries {
      guard var reader = context.reader(entry.value, "a measure") else { continue }
      var measure = Measure(title: reader.string("title"))
      measure.unit = reader.node("unit").flatMap(UnitDecoder(context: context).unit)
      measure.format = reader.string("format")
      measure.precision = precision(&reader)
      measure.direction = reader.choice("direction", ValueDirection.self)
      measure.note = reader.string("note")
      measure.source = reader.string("source")
      measure.location = context.location(entry.value)
      check(measure, reader)
      reader.finishDescriptor()
      measures[entry.key] = measure
    }
    return measures
  }

  private func precision(_ reader: inout MappingReader) -> Int? {
    guard let digits = reader.integer("precision") else { return nil }
    if 1...Measure.precisionLimit ~= digits { return digits }
    context.error(
      "package.precision", at: reader.location("precision"),
      "a precision is a number of significant digits", found: "`\(digits)`",
      expected: "1 to \(Measure.precisionLimit)")
    return nil
  }

  /// A measure's format is one of numbers or of times.
  private func check(_ measure: Measure, _ reader: MappingReader) {
    guard let format = measure.format else { return }
    do {
      let specifier = try FormatSpecifier(format)
      guard specifier.kind.isPercent, measure.unit?.isPercent == true else { return }
      context.error(
        "schema.percent-format", at: reader.location("format"),
        "a % format multiplies by 100, and the measure is in per cent already",
        found: "`\(format)`", remedy: "use f or r, or give a fraction with unit 1")
    } catch {
      if format.contains("%"), (try? TimeFormat(format)) != nil { return }
      context.error(
        "schema.format", at: reader.location("format"),
        "the format cannot be read: \(error.reason)", found: "`\(format)`")
    }
  }
}
