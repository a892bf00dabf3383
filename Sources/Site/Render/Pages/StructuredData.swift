import Documents

/// What a page is, for machines: JSON-LD by schema.org.
struct StructuredData: Sendable {
  /// A page of the author.
  struct Article: Sendable {
    var headline: String
    var description: String?
    var output: String
    var published: String?
    var modified: String?
    var authors: [SiteConfiguration.Party]
    var keywords: [String]
    /// Whether it stands for the whole site.
    var isReport: Bool
  }

  /// A table that is published.
  struct Dataset: Sendable {
    var name: String
    var description: String
    var output: String
    /// The first and the last day or year, in ISO 8601.
    var period: String?
    /// The names of its columns.
    var variables: [String]
    /// The files: their outputs with their media types.
    var files: [(output: String, type: String)]
    /// Where it comes from: addresses.
    var sources: [String]
  }

  let configuration: SiteConfiguration
  var article: Article?
  var dataset: Dataset?
  /// The way from the landing page, the page itself last.
  var crumbs: [(label: String, output: String)] = []

  /// The `script` element; nil where there is nothing to say.
  var html: String? {
    var writer = JSONWriter(.compact, isEmbedded: true)
    var isEmpty = true
    writer.object { writer in
      writer.member("@context", "https://schema.org")
      writer.member("@graph") { writer in
        writer.array { writer in
          if let article, article.published != nil {
            write(article, &writer)
            isEmpty = false
          }
          if let dataset {
            write(dataset, &writer)
            isEmpty = false
          }
          if crumbs.count > 1, configuration.url != nil {
            writeCrumbs(&writer)
            isEmpty = false
          }
        }
      }
    }
    return isEmpty ? nil : "<script type=\"application/ld+json\">\(writer.text)</script>"
  }

  private func write(_ article: Article, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("@type", article.isReport ? "Report" : "Article")
      writer.member("headline", article.headline)
      writer.member("description", ifPresent: article.description)
      writer.member("url", ifPresent: configuration.address(of: article.output))
      writer.member("inLanguage", configuration.language)
      writer.member("datePublished", ifPresent: article.published)
      writer.member("dateModified", ifPresent: article.modified ?? article.published)
      if !article.keywords.isEmpty { writer.member("about") { $0.value(article.keywords) } }
      if article.authors.isEmpty {
        publisher("author", &writer)
      } else {
        writer.member("author") { writer in
          writer.array { writer in
            for author in article.authors { party(author, "Person", &writer) }
          }
        }
      }
      publisher("publisher", &writer)
      writer.member("license", ifPresent: configuration.licence.map { $0.url ?? $0.name })
      guard !article.isReport else { return }
      writer.member("isPartOf") { writer in
        writer.object { writer in
          writer.member("@type", "Report")
          writer.member("name", configuration.title)
          writer.member("url", ifPresent: configuration.address(of: "index.html"))
        }
      }
    }
  }

  private func write(_ dataset: Dataset, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("@type", "Dataset")
      writer.member("name", dataset.name)
      writer.member("description", dataset.description)
      writer.member("url", ifPresent: configuration.address(of: dataset.output))
      writer.member("inLanguage", configuration.language)
      writer.member("isAccessibleForFree") { $0.value(true) }
      publisher("creator", &writer)
      writer.member("license", ifPresent: configuration.licence.map { $0.url ?? $0.name })
      writer.member("version", ifPresent: configuration.edition?.id)
      writer.member("datePublished", ifPresent: configuration.edition?.published)
      writer.member("temporalCoverage", ifPresent: dataset.period)
      writer.member("variableMeasured") { $0.value(dataset.variables) }
      if !dataset.sources.isEmpty { writer.member("isBasedOn") { $0.value(dataset.sources) } }
      writer.member("distribution") { writer in
        writer.array { writer in
          for file in dataset.files {
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

  private func writeCrumbs(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("@type", "BreadcrumbList")
      writer.member("itemListElement") { writer in
        writer.array { writer in
          for (place, crumb) in crumbs.enumerated() {
            writer.object { writer in
              writer.member("@type", "ListItem")
              writer.member("position") { $0.value(place + 1) }
              writer.member("name", crumb.label)
              writer.member("item", ifPresent: configuration.address(of: crumb.output))
            }
          }
        }
      }
    }
  }

  private func publisher(_ name: String, _ writer: inout JSONWriter) {
    let publisher = configuration.publisher ?? .init(name: configuration.title)
    writer.member(name) { party(publisher, "Organization", &$0) }
  }

  private func party(
    _ party: SiteConfiguration.Party, _ type: String, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("@type", type)
      writer.member("name", party.name)
      writer.member("url", ifPresent: party.url)
    }
  }
}
