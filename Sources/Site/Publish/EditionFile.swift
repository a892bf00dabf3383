import Documents
import Tables

/// `edition.json`: every figure, claim and value of an edition with what it rests on, so that two
/// editions can be compared and a number be traced to its files.
struct EditionFile: Sendable {
  let site: ResolvedSite

  /// The JSON text.
  var json: String {
    var writer = JSONWriter(.pretty)
    let configuration = site.configuration
    writer.object { writer in
      writer.member("title", configuration.title)
      writer.member("url", ifPresent: configuration.url)
      if let edition = configuration.edition {
        writer.member("edition") { writer in
          writer.object { writer in
            writer.member("id", edition.id)
            writer.member("published", edition.published)
            writer.member("data_as_of", edition.dataAsOf)
            writer.member("next", ifPresent: edition.next)
          }
        }
      }
      writer.member("inputs") { inputs(&$0) }
      writer.member("disagreements") { disagreements(&$0) }
      writer.member("figures") { figures(&$0) }
      writer.member("claims") { claims(&$0) }
      writer.member("values") { values(&$0) }
    }
    return writer.text + "\n"
  }

  /// The files of data with their hashes, by table.
  private func inputs(_ writer: inout JSONWriter) {
    writer.object { writer in
      for table in site.context.data.tables {
        writer.member(table.name) { writer in
          writer.object { writer in
            writer.member("file", table.source)
            writer.member("sha256", table.hash)
          }
        }
      }
    }
  }

  /// How many quantities sources disagree on, and which.
  private func disagreements(_ writer: inout JSONWriter) {
    let index = site.context.data.disagreements
    writer.object { writer in
      writer.member("count") { $0.value(index.count) }
      writer.member("entries") { writer in
        writer.value(index.entries.filter(\.disagreement.isCompared).map(\.id))
      }
    }
  }

  private func figures(_ writer: inout JSONWriter) {
    writer.object { writer in
      for id in site.figures.ids.sorted(by: inByteOrder) {
        guard let place = site.figures[id], let figure = site.figure(id) else { continue }
        writer.member(id) { write(figure, page: site.pages[place.page].plan.output, &$0) }
      }
    }
  }

  private func write(_ figure: Figure, page: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("page", page)
      writer.member("kind", figure.kind.rawValue)
      writer.member("title", figure.title)
      writer.member("reads") { reads(figure.reads, &$0) }
      writer.member("sources") { $0.value(figure.sources) }
      writer.member("exact") { $0.value(figure.isExact) }
      if !figure.disputes.entries.isEmpty {
        writer.member("disputed") { $0.value(figure.disputes.entries) }
      }
      writer.member("data") { writer in
        writer.object { writer in
          for data in figure.data {
            writer.member(data.name) { $0.value(FigureDownload.table(data)) }
          }
        }
      }
    }
  }

  private func claims(_ writer: inout JSONWriter) {
    writer.array { writer in
      for page in site.pages {
        for claim in page.claims {
          writer.object { writer in
            writer.member("page", page.plan.output)
            writer.member("id", claim.id)
            writer.member("words", claim.words)
            writer.member("condition", claim.condition)
            writer.member("holds") { writer in
              if let holds = claim.holds { writer.value(holds) } else { writer.null() }
            }
            writer.member("reads") { reads(claim.reads, &$0) }
          }
        }
      }
    }
  }

  private func values(_ writer: inout JSONWriter) {
    writer.array { writer in
      for page in site.pages {
        for entry in page.evidence {
          writer.object { writer in
            writer.member("page", page.plan.output)
            writer.member("reference", entry.reference)
            writer.member("shown", entry.shown)
            writer.member("value") { $0.value(entry.value) }
            writer.member("unit", ifPresent: entry.unit?.symbol)
            writer.member("status", entry.status.word)
            writer.member("period", ifPresent: entry.period)
            writer.member("sources") { $0.value(entry.sources) }
            writer.member("exact") { $0.value(entry.isExact) }
            if !entry.disputes.entries.isEmpty {
              writer.member("disputed") { $0.value(entry.disputes.entries) }
            }
            writer.member("reads") { reads(entry.reads, &$0) }
          }
        }
      }
    }
  }

  /// Tables with the columns read, both in the order of bytes.
  private func reads(_ reads: [String: Set<String>], _ writer: inout JSONWriter) {
    writer.object { writer in
      for (table, columns) in reads.sorted(by: { inByteOrder($0.key, $1.key) }) {
        writer.member(table) { $0.value(columns.sorted(by: inByteOrder)) }
      }
    }
  }
}
