import Diagnostics
import TestSupport
import Testing

@testable import Site

/// A site of one page over a table with statuses, units, dates and missing values.
struct ResolveFixture {
  /// The page's text; marks of `MarkedText` in it are taken out.
  var body: MarkedText
  /// More front matter.
  var keys = ""
  /// More files.
  var files: [String: String] = [:]

  init(_ body: MarkedText, keys: String = "", files: [String: String] = [:]) {
    self.body = body
    self.keys = keys
    self.files = files
  }

  /// The line of the body's first line in the page's file.
  var bodyLine: Int { keys.isEmpty ? 6 : 6 + keys.split(separator: "\n").count }

  /// The site, built.
  func build() throws -> BuiltSite {
    var all = Self.data
    all["page.md"] = SiteFixture.page("A page", body.text, keys)
    all.merge(files) { $1 }
    return try SiteFixture.withData(all).build()
  }

  /// The page as resolved, which must bring no error.
  func page(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> ResolvedPage {
    let site = try build()
    let errors = site.errors.filter { $0.location?.path.hasSuffix("page.md") != false }
    #expect(errors.isEmpty, "\(errors)", sourceLocation: sourceLocation)
    return try #require(site.page("page.md"), sourceLocation: sourceLocation)
  }

  /// The page's text as HTML.
  func html(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> String {
    let site = try build()
    let errors = site.errors.filter { $0.location?.path.hasSuffix("page.md") != false }
    #expect(errors.isEmpty, "\(errors)", sourceLocation: sourceLocation)
    let page = try #require(site.page("page.md"), sourceLocation: sourceLocation)
    return page.body.html(at: page.plan.output, figures: site.report.site.figures)
  }

  /// Whether the build finds a fault of this kind at the mark 1.
  func expectFault(
    _ id: String, severity: Severity = .error, found: String? = nil, remedy: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let site = try build()
    let all = site.report.diagnostics.filter { $0.id == id }
    let fault = try #require(
      all.first, "\(site.report.diagnostics)", sourceLocation: sourceLocation)
    #expect(fault.severity == severity, sourceLocation: sourceLocation)
    if let mark = body[1] {
      let place = SourcePosition(line: mark.line + bodyLine - 1, column: mark.column)
      #expect(
        all.contains { $0.location?.range.start == place }, "\(place) \(all)",
        sourceLocation: sourceLocation)
    }
    if let found {
      #expect(
        all.contains { $0.message.contains(found) }, "\(all)", sourceLocation: sourceLocation)
    }
    if let remedy {
      #expect(
        all.contains { $0.remedy?.contains(remedy) == true }, "\(all)",
        sourceLocation: sourceLocation)
    }
  }

  private static let data = [
    "data/datapackage.yaml": """
    name: test
    units:
      t: {name: tonnes}
      kt: {name: thousand tonnes, of: 1000 t}
      $: {name: dollars}
    measures:
      share: {title: Share, unit: "1", format: ".0%"}
      total: {title: Total, unit: t, format: ",d"}
    resources:
      - name: output
        title: Mine output
        path: output.csv
        period: year
        schema:
          fields:
            - {name: country, type: string, title: Country}
            - {name: iso3, type: string, missing: blank}
            - {name: year, type: year, title: Year}
            - {name: tonnes, type: integer, title: Output, unit: t, format: ",d", status: {column: state}}
            - {name: state, type: string}
            - {name: source, type: string}
          primaryKey: [country, year]
      - name: events
        path: events.csv
        schema:
          fields:
            - {name: date, type: string, calendar: true}
            - {name: title, type: string}
            - {name: summary, type: string}
            - {name: kind, type: string}
            - {name: source, type: string}
      - name: prices
        path: prices.csv
        schema:
          fields:
            - {name: material, type: string}
            - {name: price, type: number, unit: {column: unit}, format: ".1f"}
            - {name: unit, type: string}
            - {name: source, type: string}
      - name: sources
        path: sources.csv
        schema:
          fields:
            - {name: id, type: string}
            - {name: title, type: string}
            - {name: publisher, type: string}
            - {name: published, type: date}
            - {name: url, type: string, missing: blank}
    """,
    "data/output.csv": """
    country,iso3,year,tonnes,state,source
    China,CHN,2024,270000,estimated,mcs-2025
    Australia,AUS,2024,29000,reported,mcs-2024
    Viet Nam,VNM,2024,300,provisional,mcs-2025
    Myanmar,MMR,2024,,withheld,mcs-2025
    China,CHN,2023,255000,reported,mcs-2024

    """,
    "data/events.csv": """
    date,title,summary,kind,source
    2025-04-04,Controls,China licenses exports.,export,mcs-2025
    2010,Quota <cut>,,export,mcs-2024
    2014-03,Ruling,The quota is unlawful.,law,mcs-2024

    """,
    "data/prices.csv": """
    material,price,unit,source
    Oxide,60,$,mcs-2025
    Metal,80.25,kt,mcs-2024

    """,
    "queries/latest.sql": """
    SELECT country, iso3, year, tonnes, state, source FROM output WHERE year = 2024 ORDER BY tonnes DESC
    """,
    "queries/shares.sql": """
    SELECT country, tonnes / sum(tonnes) OVER () AS share, 'estimated' AS share_status, source
    FROM output WHERE year = 2024 AND tonnes IS NOT NULL ORDER BY share DESC
    """,
  ]
}
