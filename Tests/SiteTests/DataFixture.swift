@testable import Site

extension SiteFixture {
  /// A site with tables of production, prices and sources, and the files given on top.
  static func withData(_ files: [String: String] = [:]) -> SiteFixture {
    var all = [
      "site.yaml": """
      title: Test site
      url: https://example.org/
      edition: {id: "2025", published: 2025-06-30, data_as_of: 2025-06-30}
      licence: {name: CC-BY-4.0, title: Creative Commons Attribution 4.0, url: https://example.org/l}
      """,
      "index.md": page("Home"),
      "data/datapackage.yaml": package,
      "data/output.csv": output,
      "data/sources.csv": """
      id,title,publisher,published,url
      mcs-2025,Mineral summaries 2025,USGS,2025-01-31,https://example.org/mcs
      mcs-2024,Mineral summaries 2024,USGS,2024-01-31,

      """,
      "queries/producers.sql": """
      SELECT iso3, country, max(tonnes) AS tonnes, source FROM output
      WHERE iso3 IS NOT NULL GROUP BY iso3 ORDER BY tonnes DESC
      """,
    ]
    all.merge(files) { $1 }
    return SiteFixture(all)
  }

  private static let package = """
    name: test
    title: Test data
    units: {t: {name: tonnes}, kt: {name: thousand tonnes, of: 1000 t}}
    resources:
      - name: output
        title: Mine output
        path: output.csv
        schema:
          fields:
            - {name: country, type: string}
            - {name: iso3, type: string, constraints: {pattern: "[A-Z]{3}"}}
            - {name: year, type: year}
            - {name: tonnes, type: integer, unit: t, format: ",d", constraints: {minimum: 0}}
            - {name: source, type: string, constraints: {required: true}}
          primaryKey: [country, year]
          foreignKeys:
            - {fields: source, reference: {resource: sources, fields: id}}
      - name: sources
        path: sources.csv
        schema:
          fields:
            - {name: id, type: string}
            - {name: title, type: string}
            - {name: publisher, type: string}
            - {name: published, type: date}
            - {name: url, type: string}
          primaryKey: id
    """

  private static let output = """
    country,iso3,year,tonnes,source
    China,CHN,2024,270000,mcs-2025
    Viet Nam,VNM,2024,300,mcs-2025
    Australia,AUS,2024,29000,mcs-2024
    World,,2024,390000,mcs-2025

    """
}
