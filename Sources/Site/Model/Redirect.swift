package import Diagnostics

/// An old address that leads to a page.
package struct Redirect: Sendable {
  /// The output at the old address, such as `china.html`.
  package var output: String
  /// The page it leads to, by its place in the plan.
  package var page: Int
  /// Where the old address is named.
  package var location: SourceLocation
}
