import Markdown
import Tables

/// What is checked of a table whenever the site is built, in sentences.
struct TableChecks {
  let context: RenderContext
  let table: SiteTable

  /// The sentences as list items; empty where nothing beside the types is checked.
  var html: String {
    var html = HTMLWriter()
    for line in keys + references + constraints + tests { html.element("li", text: line) }
    return html.html
  }

  private var words: Words { context.words }

  private var keys: [String] {
    let schema = table.schema
    let unique = schema.fields.filter(\.constraints.unique).map { [$0.name] }
    let keys = ([schema.primaryKey] + schema.uniqueKeys + unique).filter { !$0.isEmpty }
    var seen: Set<[String]> = []
    return keys.filter { seen.insert($0).inserted }.map {
      words(.keyRule, ["columns": $0.joined(separator: ", ")])
    }
  }

  private var references: [String] {
    table.schema.foreignKeys.map { key in
      let target = key.resource.isEmpty ? table.name : key.resource
      return words(
        .referenceRule,
        [
          "columns": key.fields.joined(separator: ", "),
          "table":
            "\(context.title(ofTable: target)) (\(key.referenceFields.joined(separator: ", ")))",
        ])
    }
  }

  /// Required columns together, then each column with a rule of its own.
  private var constraints: [String] {
    let required = table.schema.fields.filter(\.constraints.required).map(\.name)
    var lines =
      required.isEmpty
      ? [] : [words(.requiredRule, ["columns": required.joined(separator: ", ")])]
    for field in table.schema.fields {
      let rules = Self.rules(field.constraints)
      if !rules.isEmpty { lines.append("\(field.name): \(rules.joined(separator: ", ")).") }
    }
    return lines
  }

  private static func rules(_ constraints: FieldConstraints) -> [String] {
    var rules: [String] = []
    for case (let sign, let bound?) in [
      ("≥", constraints.minimum), (">", constraints.exclusiveMinimum), ("≤", constraints.maximum),
      ("<", constraints.exclusiveMaximum),
    ] {
      rules.append("\(sign) \(CSVWriter.cell(bound))")
    }
    for case (let sign, let length?) in [
      ("≥", constraints.minLength), ("≤", constraints.maxLength),
    ] {
      rules.append("length \(sign) \(length)")
    }
    if let pattern = constraints.pattern { rules.append("/\(pattern)/") }
    if let allowed = constraints.allowed {
      rules.append(allowed.map(CSVWriter.cell).joined(separator: " | "))
    }
    return rules
  }

  private var tests: [String] {
    context.site.tests.filter { $0.reads[table.name] != nil }
      .map { words(.testRule, ["title": $0.title]) }
  }
}
