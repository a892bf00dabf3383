/// The pages to be published, in the order of their sources, and what is known beside them.
package struct SitePlan: Sendable {
  /// A page that is not published yet.
  package struct HeldBack: Sendable {
    /// The file, relative to `Content/`.
    package var source: String
    /// Why, such as `a draft`.
    package var reason: String
  }

  /// The pages, by source in the order of bytes; row pages in the order of their query.
  package var pages: [PagePlan] = []
  /// Pages that wait.
  package var heldBack: [HeldBack] = []
  /// Files that stand for many pages.
  package var rowTemplates: [String] = []
  /// Old addresses of pages, and those of row pages that a hand-written page replaces.
  package var redirects: [Redirect] = []
}
