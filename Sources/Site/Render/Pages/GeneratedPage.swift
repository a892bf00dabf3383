import Diagnostics

/// A page that the generator adds. Where the author has a page at its address, that page gives title and
/// opening text, and what is generated follows.
struct GeneratedPage: Sendable {
  /// Its output.
  var output: String
  /// Its template.
  var template: String
  /// Its title, where the author gives none.
  var title: String
  /// The title in full where the short one is not unique in the site.
  var documentTitle: String?
  /// Its description, where the author gives none.
  var description: String
  /// What makes it, for a collision.
  var maker: String
  /// Where the author asks for it.
  var location: SourceLocation?
  /// Whether search engines should list it.
  var isIndexed = true
  /// The way to it, where it is not that of its folder.
  var crumbs: [(label: String, output: String)]?
  /// What it publishes as data.
  var dataset: @Sendable () -> StructuredData.Dataset? = { nil }
  /// Puts in what is generated.
  var fill: @Sendable (_ values: inout TemplateValues, _ addresses: PageAddresses) -> Void
}
