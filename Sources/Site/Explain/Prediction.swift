package import Diagnostics

/// Every place of a site that may change when something in it does.
///
/// The promise: nothing outside a prediction changes; everything in it whose rows change in value at the
/// precision of display does.
package struct Prediction: Sendable {
  /// A value in a text.
  package struct Value: Sendable, Hashable {
    /// The output of its page, its reference, and where it stands first.
    package var page: String
    package var reference: String
    package var location: SourceLocation
  }
  /// A claim.
  package struct Claim: Sendable, Hashable {
    /// The output of its page, its id, and where it stands.
    package var page: String
    package var id: String
    package var location: SourceLocation
  }
  /// A figure.
  package struct FigurePlace: Sendable, Hashable {
    /// Its id, the output of its page, and where it stands.
    package var id: String
    package var page: String
    package var location: SourceLocation
  }
  /// A query or data test.
  package struct Query: Sendable, Hashable {
    /// Its name and where it stands.
    package var name: String
    package var location: SourceLocation
  }

  /// Values in texts.
  package var values: [Value] = []
  /// Claims and conditions of titles, which may become false.
  package var claims: [Claim] = []
  /// Figures.
  package var figures: [FigurePlace] = []
  /// Queries.
  package var queries: [Query] = []
  /// Data tests.
  package var checks: [Query] = []
  /// The outputs of pages.
  package var pages: [String] = []
  /// Other outputs: pages and downloads of figures and tables, and records of the whole site.
  package var outputs: [String] = []

  /// Nothing.
  package init() {}

  /// Whether nothing would change.
  package var isEmpty: Bool {
    values.isEmpty && claims.isEmpty && figures.isEmpty && queries.isEmpty && checks.isEmpty
      && pages.isEmpty && outputs.isEmpty
  }

  /// Whether an output may change; a page stands for its copy and its picture too.
  package func contains(output: String) -> Bool {
    if pages.contains(output) || outputs.contains(output) { return true }
    guard let page = PageCopy.page(of: output) ?? PreviewImages.page(of: output) else {
      return false
    }
    return pages.contains(page) || outputs.contains(page)
  }
}
