/// Where a link of a text leads.
package enum LinkTarget: Sendable, Hashable {
  /// Another site or a mail address: written as it stands.
  case external(String)
  /// An output of this site.
  ///
  /// - Parameters:
  ///   - output: the file from the site's root, `countries/china.html`.
  ///   - fragment: the id after `#`, decoded, if any.
  ///   - kind: what is known of it before the pages are resolved.
  case output(String, fragment: String?, kind: Kind)

  /// What an output is.
  package enum Kind: Sendable, Hashable {
    /// A page of the plan, by its place in it.
    case page(Int)
    /// A file copied as it is.
    case file
    /// A file that the generator makes, such as a figure's page or a table's CSV; whether it is made is
    /// known once all pages are resolved.
    case generated
  }

  /// The address as `SiteHTML` takes it: output and fragment; nil for other sites.
  package var siteAddress: String? {
    guard case .output(let output, let fragment, _) = self else { return nil }
    return fragment.map { output + "#" + $0 } ?? output
  }
}
