import Documents
import Tables

extension StructuredData {
  /// Data that are published, by schema.org's `Dataset`, with the members that search engines ask for.
  struct Dataset: Sendable {
    /// One of the things measured.
    struct Variable: Sendable {
      var name: String
      var unit: DataUnit?
      var description: String?
    }

    var name: String
    var description: String
    var output: String
    /// The first and the last day or year, in ISO 8601.
    var period: String?
    /// Names of the places that it is about.
    var places: [String] = []
    var variables: [Variable]
    /// The files: their outputs with their media types.
    var files: [(output: String, type: String)]
    /// Where it comes from.
    var sources: [SourceRegister.Entry]
    /// The address or name of its own terms; nil takes those of the site.
    var licence: String?

    /// Search engines take descriptions of 50 to 5,000 characters.
    static let descriptionLengths = 50...5000
    /// How many sources and places are named.
    static let listLimit = 200

    /// The description at a length that search engines take.
    func fullDescription(of site: String) -> String {
      let text =
        description.unicodeScalars.count < Self.descriptionLengths.lowerBound
        ? "\(description) Published with its sources, units and statuses in \u{201C}\(site)\u{201D}."
        : description
      let limit = Self.descriptionLengths.upperBound
      guard text.unicodeScalars.count > limit else { return text }
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
    }

    /// Writes the data set as an object.
    func write(_ writer: inout JSONWriter, _ configuration: SiteConfiguration) {
      let publisher = configuration.publisher ?? .init(name: configuration.title)
      let licence = licence ?? configuration.licence.map { $0.url ?? $0.name }
      writer.object { writer in
        writer.member("@type", "Dataset")
        writer.member("name", name)
        writer.member("description", fullDescription(of: configuration.title))
        writer.member("url", ifPresent: configuration.address(of: output))
        writer.member("identifier", ifPresent: configuration.address(of: output))
        writer.member("inLanguage", configuration.language)
        writer.member("isAccessibleForFree") { $0.value(true) }
        writer.member("creator") { $0.value(publisher, type: "Organization") }
        writer.member("license", ifPresent: licence)
        writer.member("version", ifPresent: configuration.edition?.id)
        writer.member("datePublished", ifPresent: configuration.edition?.published)
        writer.member("temporalCoverage", ifPresent: period)
        writePlaces(&writer)
        writer.member("variableMeasured") { writeVariables(&$0) }
        writeSources(&writer)
        writeCatalogue(&writer, configuration)
        writer.member("distribution") { writeFiles(&$0, configuration) }
      }
    }

    /// The catalogue that lists it; nothing for a site without address.
    private func writeCatalogue(_ writer: inout JSONWriter, _ configuration: SiteConfiguration) {
      guard let address = configuration.address(of: "data/index.html") else { return }
      writer.member("includedInDataCatalog") { writer in
        writer.object { writer in
          writer.member("@type", "DataCatalog")
          writer.member("name", configuration.title)
          writer.member("url", address)
        }
      }
    }

    private func writePlaces(_ writer: inout JSONWriter) {
      if places.isEmpty { return }
      writer.member("spatialCoverage") { writer in
        writer.array { writer in
          for place in places.prefix(Self.listLimit) {
            writer.object { writer in
              writer.member("@type", "Place")
              writer.member("name", place)
            }
          }
        }
      }
    }

    private func writeVariables(_ writer: inout JSONWriter) {
      writer.array { writer in
        for variable in variables {
          writer.object { writer in
            writer.member("@type", "PropertyValue")
            writer.member("name", variable.name)
            if let unit = variable.unit, unit.symbol != "1" {
              writer.member("unitText", unit.name ?? unit.symbol)
            }
            writer.member("description", ifPresent: variable.description)
          }
        }
      }
    }

    private func writeSources(_ writer: inout JSONWriter) {
      if sources.isEmpty { return }
      writer.member("isBasedOn") { writer in
        writer.array { writer in
          for source in sources.prefix(Self.listLimit) {
            writer.object { writer in
              writer.member("@type", "CreativeWork")
              writer.member("name", source.title)
              writer.member("url", ifPresent: source.url)
              writer.member("datePublished", ifPresent: source.published)
              if let publisher = source.publisher {
                writer.member("publisher") {
                  $0.value(.init(name: publisher), type: "Organization")
                }
              }
            }
          }
        }
      }
    }

    private func writeFiles(_ writer: inout JSONWriter, _ configuration: SiteConfiguration) {
      writer.array { writer in
        for file in files {
          writer.object { writer in
            writer.member("@type", "DataDownload")
            writer.member("encodingFormat", file.type)
            writer.member(
              "contentUrl",
              configuration.address(of: file.output) ?? String(SitePath.name(file.output)))
          }
        }
      }
    }
  }
}

extension StructuredData.Dataset.Variable {
  /// A column as something measured.
  init(_ column: DataColumn) {
    name = column.title ?? column.name
    unit = column.unit
    description = column.description ?? column.measure?.note
  }
}
