import Documents
import Tables

/// `data/datapackage.json`: the published tables and files described as a Data Package (version 2).
///
/// The files hold ISO values whatever the sources were written like, so formats and dialects of reading
/// are left out; units, display formats and measures stand under names of their own.
struct PackageDescriptor: Sendable {
  let package: DataPackage
  let tables: [SiteTable]
  let configuration: SiteConfiguration

  /// The JSON text.
  var json: String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      writer.member("name", ifPresent: package.name)
      writer.member("id", ifPresent: package.id)
      writer.member("title", package.title ?? configuration.title)
      writer.member("description", ifPresent: package.description)
      writer.member(
        "homepage", ifPresent: package.homepage ?? configuration.address(of: "data/index.html"))
      writer.member("version", ifPresent: package.version ?? configuration.edition?.id)
      writer.member("created", ifPresent: package.created)
      writer.member("update_every", ifPresent: package.updateEvery?.words)
      if !package.keywords.isEmpty { writer.member("keywords") { $0.value(package.keywords) } }
      writeLicences(&writer)
      writer.member(sources: package.sources)
      write(package.contributors, &writer)
      writer.member("resources") { writer in
        writer.array { writer in
          for table in tables { ResourceDescriptor(table: table).write(&writer) }
          for file in package.resources where !file.isTable { write(file, &writer) }
        }
      }
      writeUnits(&writer)
      writeMeasures(&writer)
    }
    return writer.text + "\n"
  }

  /// A file that is no table, such as a map: copied as it is, with its terms.
  private func write(_ file: DataResource, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", file.name)
      writer.member("title", ifPresent: file.title)
      writer.member("description", ifPresent: file.description)
      writer.member("path", file.path)
      writer.member(licenses: file.licenses.map { ($0.name, $0.path, $0.title) })
      writer.member(sources: file.sources)
    }
  }

  /// The package's licences, else the site's.
  private func writeLicences(_ writer: inout JSONWriter) {
    guard package.licenses.isEmpty, let licence = configuration.licence else {
      return writer.member(licenses: package.licenses.map { ($0.name, $0.path, $0.title) })
    }
    writer.member(licenses: [(licence.name, licence.url, licence.title)])
  }

  private func write(_ contributors: [DataPackage.Contributor], _ writer: inout JSONWriter) {
    guard !contributors.isEmpty else { return }
    writer.member("contributors") { writer in
      writer.array { writer in
        for contributor in contributors {
          writer.object { writer in
            writer.member("title", ifPresent: contributor.title)
            writer.member("path", ifPresent: contributor.path)
            writer.member("email", ifPresent: contributor.email)
            if !contributor.roles.isEmpty {
              writer.member("roles") { $0.value(contributor.roles) }
            }
            writer.member("organization", ifPresent: contributor.organization)
          }
        }
      }
    }
  }

  private func writeUnits(_ writer: inout JSONWriter) {
    let units = package.units.units.values.sorted { inByteOrder($0.symbol, $1.symbol) }
    guard !units.isEmpty else { return }
    writer.member("units") { writer in
      writer.object { writer in
        for unit in units {
          writer.member(unit.symbol) { writer in
            writer.object { writer in
              writer.member("name", ifPresent: unit.name)
              if let base = unit.base {
                writer.member("of", JSONWriter.text(base.factor) + " " + base.symbol)
              }
            }
          }
        }
      }
    }
  }

  private func writeMeasures(_ writer: inout JSONWriter) {
    guard !package.measures.isEmpty else { return }
    writer.member("measures") { writer in
      writer.object { writer in
        for (name, measure) in package.measures.sorted(by: { inByteOrder($0.key, $1.key) }) {
          writer.member(name) { writer in
            writer.object { writer in
              writer.member("title", ifPresent: measure.title)
              writer.member(unit: measure.unit)
              writer.member("format", ifPresent: measure.format)
              if let precision = measure.precision {
                writer.member("precision") { $0.value(precision) }
              }
              writer.member("direction", ifPresent: measure.direction?.rawValue)
              writer.member("note", ifPresent: measure.note)
              writer.member("source", ifPresent: measure.source)
            }
          }
        }
      }
    }
  }
}
