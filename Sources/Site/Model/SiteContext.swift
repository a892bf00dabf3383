/// All that a page may look at while it is resolved: fixed once the pages are planned.
package struct SiteContext: Sendable {
  /// What `site.yaml` says.
  package var configuration: SiteConfiguration
  /// The pages.
  package var plan: SitePlan
  /// Where links lead.
  package var index: SiteIndex
  /// The reading order.
  package var outline: SiteOutline
  /// Tables, sources, queries.
  package var data: SiteData
  /// `Content/`, for parts, images and the data files of charts.
  package var files: SiteFiles
  /// Drawings of earlier builds; nil where each build stands alone.
  package var drawings: DrawingMemory?
  /// Whether drafts are published too.
  package var includesDrafts: Bool
  /// The fixed words of the site's language.
  var words: Words
  /// Whether charts are also drawn for the pictures that stand for pages where they are shared.
  package var drawsPreviews = false
}
