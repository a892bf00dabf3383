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
            dataset.write(&writer, configuration)
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
            for author in article.authors { writer.value(author, type: "Person") }
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
    writer.member(name) { $0.value(publisher, type: "Organization") }
  }
}

extension JSONWriter {
  /// Writes a person or an organisation as schema.org describes them.
  mutating func value(_ party: SiteConfiguration.Party, type: String) {
    object { writer in
      writer.member("@type", type)
      writer.member("name", party.name)
      writer.member("url", ifPresent: party.url)
    }
  }
}
