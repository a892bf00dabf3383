import Testing

@testable import Site

/// Earlier editions that are computed from the data alone.
@Suite struct DataEditionTests {
  /// A text that speaks of rows which only a later source has.
  private static let page = SiteFixture.page(
    "New",
    """
    `= recent.tonnes` and `= old.tonnes`.

    ```sql recent
    SELECT tonnes, source FROM output WHERE source = 'mcs-2025' AND country = 'China'
    ```

    ```sql old
    SELECT tonnes, source FROM output WHERE source = 'mcs-2024'
    ```

    ```table later
    title: Later
    data: recent
    ```
    """)

  /// The output as it was before the newest source.
  private static let before = """
    country,iso3,year,tonnes,source
    Viet Nam,VNM,2024,600,mcs-2024

    """

  private func record(_ files: [String: String]) throws -> FrozenEdition? {
    try EditionFreeze(
      EditionFixture(files).input, FreezeRequest(id: "2024", published: "2024-06-30")
    ).recordAlone().edition
  }

  @Test("figures that can be computed are kept, others left out, pages and claims with them")
  func record() throws {
    let edition = try #require(
      try record(["new.md": Self.page, "data/output.csv": Self.before]))
    #expect(edition.record.figures.keys.sorted() == ["bars", "ranking"])
    #expect(edition.record.values.map(\.reference) == ["old.tonnes"])
    #expect(edition.record.pages.isEmpty)
    #expect(edition.kept.keys.sorted() == ["editions/2024.json"])
  }

  @Test("the page of changes tells what was revised, and calls nothing new")
  func changes() throws {
    let edition = try #require(
      try record(["new.md": Self.page, "data/output.csv": Self.before]))
    let site = try EditionFixture([
      "new.md": Self.page, "editions/2024.json": RecordSeal.sealed(edition.record.json),
    ])
    .build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.markup("changes.html")
    #expect(page.html.contains("<del>600\u{A0}t</del>"))
    #expect(page.html.contains("<ins>300\u{A0}t</ins>"))
    #expect(!page.html.contains("New figures"))
    #expect(page.values(of: "id").contains("change-2025-ranking"))
    #expect(!page.values(of: "id").contains("change-2025-later"))
    #expect(site.text("editions/index.html").contains("Edition 2024"))
  }

  @Test("a fault that has nothing to do with the data of the day stands in the way")
  func otherFault() throws {
    let outcome = try EditionFreeze(
      EditionFixture(["bad.md": SiteFixture.page("B", "[x](nowhere.md) `= none.x`")]).input,
      FreezeRequest(id: "2024")
    ).recordAlone()
    #expect(outcome.edition == nil)
    #expect(!outcome.diagnostics.isEmpty)
  }
}
