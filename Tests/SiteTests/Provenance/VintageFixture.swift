@testable import Site

extension SiteFixture {
  /// A site whose tables hold several sources for one quantity: mine output, and trade with a unit for each
  /// row.
  static func withVintages(_ files: [String: String] = [:]) -> SiteFixture {
    var all = [
      "data/datapackage.yaml": vintagesPackage,
      "data/output.csv": """
      country,year,tonnes,estimated,source
      Australia,2024,13000,true,old
      Australia,2024,29000,false,new
      China,2024,270000,false,old
      China,2024,270000,false,new
      Peru,2023,243000,false,old
      Peru,2023,240000,false,new
      World,2024,390000,false,old
      World,2024,380000,false,new

      """,
      "data/trade.csv": """
      year,indicator,value,unit,source
      2024,reliance,80,percent,old
      2024,reliance,53,percent,new
      2024,imports,7,kt,old
      2024,imports,9000,t,new
      2023,reliance,95,percent_bound,old
      2023,reliance,90,percent_bound,new

      """,
      "data/sources.csv": """
      id,title,publisher,published,accessed,url,note
      new,Summaries 2026,Survey,2026-01-31,2026-02-03,https://example.org/new,
      old,Summaries 2025,Survey,2025-01,2025-02-03,https://example.org/old,superseded
      rule,Guide to measures,Bureau,,,,

      """,
      "site.yaml": """
      title: Test site
      url: https://example.org/
      edition: {id: "2026", published: 2026-06-30, data_as_of: 2026-06-30}
      publisher: {name: The Desk}
      licence: {name: CC-BY-4.0, title: Creative Commons Attribution 4.0, url: https://example.org/l}
      """,
      "queries/producers.sql": "SELECT country, tonnes, source FROM output ORDER BY country",
    ]
    all.merge(files) { $1 }
    return .withData(all)
  }

  private static let vintagesPackage = """
    name: test
    title: Test data
    units:
      t: {name: tonnes}
      kt: {name: thousand tonnes, of: 1000 t}
      percent: {name: per cent}
    measures:
      share: {title: Share, unit: "1", precision: 2, direction: down, note: Of the world, source: rule}
    resources:
      - name: output
        title: Mine output
        description: Tonnes mined, once for each source that gives the figure.
        path: output.csv
        period: year
        place: country
        vintages:
          {same: [country, year], by: source, values: [tonnes], prefer: [new, old], tolerance: 0.005}
        schema:
          primaryKey: [country, year, source]
          fields:
            - {name: country, type: string, title: Country, constraints: {required: true}}
            - {name: year, type: year, title: Year, constraints: {minimum: "2000"}}
            - name: tonnes
              type: integer
              title: Output
              unit: t
              format: ",d"
              status: {column: estimated, "true": estimated}
            - {name: estimated, type: boolean}
            - {name: source, type: string}
          foreignKeys:
            - {fields: source, reference: {resource: sources, fields: id}}
      - name: trade
        title: Trade
        path: trade.csv
        period: year
        vintages: {same: [year, indicator], by: source, values: [value], prefer: [new]}
        schema:
          fields:
            - {name: year, type: year}
            - {name: indicator, type: string}
            - name: value
              type: number
              format: ",d"
              unit: {column: unit}
              status: {column: unit, percent_bound: lower-bound}
            - {name: unit, type: string}
            - {name: source, type: string}
      - name: sources
        title: Register of sources
        path: sources.csv
        schema:
          primaryKey: id
          fields:
            - {name: id, type: string}
            - {name: title, type: string}
            - {name: publisher, type: string}
            - {name: published, type: string, calendar: true}
            - {name: accessed, type: date}
            - {name: url, type: string}
            - {name: note, type: string}
    """

  /// The page of one figure, a table of a query.
  static func figurePage(_ sql: String, _ columns: String = "") -> [String: String] {
    [
      "page.md": page(
        "A page",
        """
        ```sql mined
        \(sql)
        ```

        ```table output-table
        data: mined
        title: What is mined
        \(columns)
        ```
        """)
    ]
  }
}
