import Markdown
import Tables

extension ResolvedSite {
  /// Whether there is a page of disagreements: a table has vintages, or the author has written one.
  var hasDisagreementsPage: Bool {
    context.data.tables.contains { $0.resource.vintages != nil }
      || context.index.page(at: DisagreementIndex.output) != nil
  }
}

extension GeneratedPages {
  /// Every quantity for which the sources give different values.
  var disagreements: [GeneratedPage] {
    guard site.hasDisagreementsPage else { return [] }
    let index = site.context.data.disagreements
    return [
      GeneratedPage(
        output: DisagreementIndex.output, template: "disagreements", title: words(.disagreements),
        description: description(
          .disagreementsDescription,
          ["count": context.texts.count(index.count), "site": context.configuration.title]),
        maker: "the vintages of the data package"
      ) { [context] values, addresses in
        values[.list] = DisagreementList(context: context, addresses: addresses).html
      }
    ]
  }
}

/// The disagreements of a site, table by table.
struct DisagreementList {
  let context: RenderContext
  let addresses: PageAddresses
  private let index: DisagreementIndex
  /// The figures that show each entry, by its id: first those that show few others.
  private let figures: [String: [String]]

  init(context: RenderContext, addresses: PageAddresses) {
    self.context = context
    self.addresses = addresses
    index = context.site.context.data.disagreements
    var figures: [String: [String]] = [:]
    let all = context.site.pages.flatMap(\.figures)
    let counts = all.enumerated().map { ($0.element.disputes.entries.count, $0.offset) }
    for (_, index) in counts.sorted(by: <) {
      let figure = all[index]
      for id in figure.disputes.entries { figures[id, default: []].append(figure.id) }
    }
    self.figures = figures
  }

  /// The summary and a section for each table.
  var html: String {
    var html = HTMLWriter()
    if index.entries.isEmpty {
      html.element("p", text: context.words(.noDisagreement))
    } else {
      html.element(
        "p",
        text: context.words(.disagreementsSummary, ["count": context.texts.count(index.count)]))
    }
    for name in index.tables {
      guard let table = context.site.context.data.table(name) else { continue }
      write(table, &html)
    }
    return html.html
  }

  private func write(_ table: SiteTable, _ html: inout HTMLWriter) {
    html.open("section", [("aria-labelledby", table.name)])
    html.element("h2", [("id", table.name)], text: context.title(ofTable: table.name))
    if let vintages = table.resource.vintages { writeRule(vintages, of: table, &html) }
    let entries = index.entries(of: table.name)
    var columns: [String] = []
    for entry in entries where !columns.contains(entry.disagreement.column) {
      columns.append(entry.disagreement.column)
    }
    for column in columns {
      DisagreementTable(
        context: context, addresses: addresses, table: table, column: column,
        entries: entries.filter { $0.disagreement.column == column }, figures: figures
      ).write(&html)
    }
    html.close("section")
  }

  /// The order of the sources and what counts as equal.
  private func writeRule(
    _ vintages: DataResource.Vintages, of table: SiteTable, _ html: inout HTMLWriter
  ) {
    guard !vintages.prefer.isEmpty else { return }
    let percent = try? NumberFormat(".2~%", locale: context.texts.language.numbers)
    html.open("p", [("class", "small")])
    html.text(
      context.words(
        .preferenceOrder,
        [
          "sources": vintages.prefer.joined(separator: ", "),
          "tolerance": percent?.format(vintages.tolerance) ?? "",
        ]))
    html.text(" ")
    html.link("data/\(table.name).html", addresses, text: context.title(ofTable: table.name))
    html.close("p")
  }
}
