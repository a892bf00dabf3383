import Diagnostics
import Testing

@testable import Site

/// A site of one chapter over a table of output, and the editions that it freezes.
struct EditionFixture {
  /// The files of `Content/`.
  var files: [String: String]
  /// Files of frozen editions that are no text, such as pictures.
  private var pictures: [String: [UInt8]] = [:]
  /// The day up to which sources count.
  var asOf: String?

  init(_ files: [String: String] = [:], edition: String = "2025") {
    self.files = SiteFixture.withData().files
    self.files["site.yaml"] = Self.configuration(edition)
    self.files["report.md"] = Self.report
    self.files["queries/producers.sql"] = """
      SELECT iso3, country, tonnes, source FROM output WHERE iso3 IS NOT NULL ORDER BY tonnes DESC
      """
    self.files.merge(files) { $1 }
  }

  /// `site.yaml` of an edition named by its year.
  static func configuration(_ edition: String, _ more: String = "") -> String {
    """
    title: Test site
    url: https://example.org/
    edition: {id: "\(edition)", published: \(edition)-06-30, data_as_of: \(edition)-06-30}
    licence: {name: CC-BY-4.0}
    \(more)
    """
  }

  /// A page with a value, a claim, a table and a chart.
  static let report = SiteFixture.page(
    "The report",
    """
    China mined `= producers[iso3=CHN].tonnes` tonnes. [China leads](check:lead "producers[iso3=CHN].tonnes > 100000").

    ```table ranking
    title: Who mines most
    data: producers
    columns:
      country: {title: Country}
      tonnes: {title: Output}
    ```

    ```vega-lite bars
    title: Output by country
    data: {name: producers}
    mark: bar
    encoding:
      y: {field: country}
      x: {field: tonnes}
    ```
    """)

  /// The data of the fixture with another output for China.
  static func output(china: String, more: String = "") -> String {
    """
    country,iso3,year,tonnes,source
    China,CHN,2024,\(china),mcs-2025
    Viet Nam,VNM,2024,300,mcs-2025
    Australia,AUS,2024,29000,mcs-2024
    \(more)World,,2024,390000,mcs-2025

    """
  }

  /// What the build reads.
  var input: BuildInput {
    var input = SiteFixture(files).input
    let all = files.mapValues { Array($0.utf8) }.merging(pictures) { $1 }
    input.content = .inMemory(all)
    input.asOf = asOf
    return input
  }

  /// Builds the site.
  func build() throws -> BuiltSite {
    let output = MemoryOutput()
    return BuiltSite(report: try SiteBuild(input).run(into: output), output: output)
  }

  /// What freezing gives.
  func freeze(id: String? = nil, published: String? = nil) throws -> EditionFreeze.Outcome {
    try EditionFreeze(input, FreezeRequest(id: id, published: published)).run()
  }

  /// The same site with its edition frozen.
  func frozen(
    id: String? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> EditionFixture {
    let outcome = try freeze(id: id)
    let edition = try #require(
      outcome.edition, "\(outcome.report.diagnostics)", sourceLocation: sourceLocation)
    var next = self
    for (path, content) in edition.kept {
      let bytes = content.withBytes { Array($0) }
      if let text = String(validating: bytes, as: UTF8.self) {
        next.files[path] = text
      } else {
        next.pictures[path] = bytes
      }
    }
    return next
  }

  /// The same site as another edition, with other files.
  func next(_ edition: String, _ files: [String: String] = [:], _ more: String = "")
    -> EditionFixture
  {
    var next = self
    next.files["site.yaml"] = Self.configuration(edition, more)
    next.files.merge(files) { $1 }
    return next
  }

  /// The record of the site as it is.
  func record() throws -> EditionRecord {
    let site = try build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    return EditionRecord(site.report.site)
  }
}
